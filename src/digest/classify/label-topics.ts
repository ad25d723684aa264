import type { Label, Topic } from '../../model/classification.ts';
import type { Entry } from '../../model/entry.ts';
import type { Source } from '../../model/source.ts';
import { findPhrases, indexPhrases, type Phrase, type PhraseMatch } from '../words/find-phrases.ts';
import { normalizeText } from '../words/normalize-text.ts';
import { Words } from '../words/words.ts';
import { namesMaker } from './names-maker.ts';
import { isReleasePage, presentsRelease } from './presents-release.ts';
import type { TopicRule } from './topic-rule.ts';
import { TOPIC_RULES } from './topic-rules.ts';

type Part = 'title' | 'lead' | 'sourceName';

interface Clue {
  readonly topic: Topic;
  readonly parts: readonly Part[];
  /** True for words that look like the topic and are not. */
  readonly isNot: boolean;
  /** Of a word that only together with others makes the topic. */
  readonly points?: number;
}

/** What a text says of topics: those it is on, and the points of the words that speak for others. */
interface Hints {
  readonly topics: readonly Topic[];
  readonly clues: ReadonlySet<Clue>;
}

/** Points that make a topic together; a word of the title counts more than one of the opening. */
const ENOUGH_POINTS = 3.5;
const TITLE_FACTOR = 1.6;

const LEAD_LENGTH = 320;
const CLUES = indexPhrases(TOPIC_RULES.flatMap(cluesOf));
const DISPUTE =
  /\b(?:sue[sd]?|suing|suit|lawsuits?|legal (?:action|dispute|battle|fight)|courts?|judges?|ruling|proceedings|annul\w*|settle(?:s|d|ment)?|complaints?|disputes?|antitrust|klagt?|verklagt|justice|tribunal|poursuit|demanda a|rechter|rechtszaak|gericht)\b/i;
/** In an opening only what is said of a case that is on. */
const CASE =
  /\b(?:court (?:papers|filings?|documents)|claims damages|(?:asks|tells|told) (?:a|the) (?:\w+ ){0,3}(?:judge|court)|restraining order)\b/i;
/** "Install Proxmox in …" tells the reader what to do; "… lets you install Proxmox" tells news. */
const INSTRUCTION =
  /^(?:[^\p{L}]|\bpart\b|\bhow to\b)*(?:using|install|deploy|create|enable|use|run|build|convert|upgrade|migrate|configure|connect|monitor|automate|back up|installer|déployer|créer|configurer)\b(?! (?:cases?|time)\b)/iu;
/** "600 dollars a socket", "$350 per core". */
const PRICE =
  /(?:[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:dollars?|euros?|pounds?|USD|EUR|€|\$))\s*(?:a|an|per|for each|for every|je|pro|par|\/)\s*(?:physical )?(?:core|socket|CPU|processor|VM|host|server|node|month|year|user|Kern|Monat|Jahr|cœur|mois|an)\b/i;
/** "Licence violation", "breaks the open source license": an open one is fought over, too. */
const LICENCE_BREACH =
  /\b(?:violat|breach|infring|infract)\w*\b.{0,60}\blicen[sc]es?\b|\blicen[sc]e\b.{0,20}\b(?:violation|breach|infringement|infraction)/i;
/** "Acme slams Globex use of open source code". */
const ACCUSATION = /\b(?:slams?|blasts?|accus\w+|alleg\w+)\b.*\bopen source\b/i;
/** Editions exist to be sold: who ends one, or brings it back, changes what customers pay. */
const EDITION_CHANGES =
  /\b(?:kills?|axes|ends?|drops?|discontinu\w+|retires?|pulls|withdraws?|abandonne|supprime|efface|streicht|brings? back|revives?|reintroduces?)\b.{0,40}\b(?:vSphere (?:Foundation|Standard|Enterprise|Essentials)|VVF|Essentials Plus|Enterprise Plus)\b/i;
/** Whether a company buys another, and may, is another question than what its customers pay. */
const TAKEOVER =
  /\b(?:acquisition|acquires?|to (?:buy|acquire)|takeover|merger|buyout|bid|snags)\b/i;
/** "Acme is buying …", "the $61bn purchase"; "what to buy instead" is advice. */
const PURCHASE =
  /(?<!\b(?:how|where|what|when|why|need|have|had|want|forced) )\bto buy\b|\bbuys\b|\b(?:is|are) buying\b|\bnow owned by\b|[$€£]\s?\d[\d.,]*\s?(?:bn?|bln|billions?)\b.*\b(?:buy|purchase|deal|bid)\b/i;
/** What the authorities do before a takeover, as they call it. */
const MERGER_CONTROL =
  /\b(?:remed(?:y|ies)|merger control|competition concerns|in-depth (?:investigation|probe)|statement of objections)\b/i;
/** What follows a takeover is about its terms. */
const AFTERMATH =
  /\b(?:CISPE|annul\w*|after|since|following|courts?|sue[sd]?|suit|lawsuits?|complain\w*)\b/i;
/** "Western Union zaps VMware and moves to Nutanix". */
const MOVE =
  /^(?!(?:how|why|when|time|what)\b)[^:?]*\b(?:(?:moves?|moved|moving|exits?|exiting)\b.*\b(?:off|from|for|to|onto)|zaps|boots|ditches|swaps|dumps|drops|replaces) /i;
/** Platforms compared, and a list of what is compared: "features, pricing and performance". */
const COMPARISON = /\bvs\b|\bversus\b|\bcompar(?:ed|ison|ing)\b/i;
const LISTED = /, (?:\w+ )?(?:pric\w+|costs?|licen[sc]\w+)\b|\b(?:pric\w+|costs?|licen[sc]\w+), /i;
const EMERGENCY_FIX =
  /\b(?:emergency|out-of-band|OOB|Notfall)\b.*\b(?:updates?|patch(?:es)?|fix(?:es)?|hotfix(?:es)?)\b/i;
const HARM =
  /\b(?:freez\w+|crash\w*|boot(?:ing)?|restart\w*|fail\w*|outages?|not start\w*|lockouts?|issues?|\w*problem\w*)\b/i;
const THREAT =
  /\b(?:vulnerabilit\w+|flaws?|CVE|exploit\w*|zero-days?|attack\w*|hack\w*|malware|ransom\w*|security)\b/i;
/** Elsewhere than in the field, what is launched is software where it has a version or can be had. */
const LAUNCH =
  /\b(?:unveil(?:s|ed)?|launch(?:es|ed)|introduc(?:e[sd]|ing)|rolls? out|debuts|releases)\b/i;
const VERSIONED =
  /\bv?\d+\.\d|\b(?:\d|available|availability|released|GA|preview|beta|alpha|RC|versions?|update[sd]?|patch(?:es)?|fix(?:es)?|ships|shipping|editions?|software|distro|distribution)\b/i;
/** What makes of a title that presents a release a guide to it. */
const GUIDE =
  /\b(?:how (?:to|I|we|do|can)|guides?|tutorials?|walk-?through|step by step|best practices?|deep dive|install it|Anleitung|Tipps)\b|^(?!(?:introduc|announc|releas|unveil)ing\b)\p{L}+ing\b/iu;
/** On a mailing list of developers a patch changes code: "[PATCH v2 storage 07/13] api: …". */
const CODE_PATCH = /\[(?:RFC )?PATCH\b/;
/** What a maker who is named has no part in, or what matters more than that. */
const NO_WORK: readonly Topic[] = ['security', 'licensing', 'business', 'how-to', 'community'];
/** Where users talk, a version says what is asked about: "Proxmox VE 8.3: NAT with nftables". */
const QUESTION = /\d: \p{Ll}/u;
const SECURITY_UPDATE =
  /\b(?:security|critical|emergency)\b.*\b(?:updates?|patch(?:es)?|fix(?:es)?)\b|\bupdates? address|\bfix(?:es)?\b.*\b(?:flaws?|bugs?)\b|\bvulnerabilit|\b(?:bypass|injection|execution|escalation|disclosure|overflow) in\b/i;

/** What kind of news an entry is, from its title, its opening and its source; several can apply. */
export function labelTopics(
  entry: Entry,
  source: Source | undefined,
  labels: readonly Label[],
): Topic[] {
  const title = normalizeText(entry.title.slice(0, LEAD_LENGTH));
  const lead = normalizeText(entry.text.slice(0, LEAD_LENGTH));
  const inTitle = findHints(title, 'title');
  const inLead = findHints(lead, 'lead');
  const ofSource = source === undefined ? [] : topicsOfSource(source);
  const topics = new Set([
    ...inTitle.topics,
    ...inLead.topics,
    ...topicsTogether(inTitle.clues, inLead.clues),
    ...ofSource,
  ]);
  const text = `${title}\n${lead}`;
  const isAsked = ofSource.includes('community') && QUESTION.test(title);
  if ((!isAsked && presentsRelease(title, lead)) || isReleasePage(entry.url)) topics.add('release');
  if (CODE_PATCH.test(title)) topics.delete('security');
  settleRelease(topics, title, text, labels);
  settleGuide(topics, title, ofSource.includes('how-to'));
  settleLicensing(
    topics,
    { title, lead, text, isTitled: inTitle.topics.includes('licensing') },
    labels,
  );
  if (labels.length > 0 && PURCHASE.test(title)) topics.add('business');
  // Whoever makes something for a hypervisor works with its maker, where nothing worse is told.
  const isWork = labels.length > 0 && !NO_WORK.some((topic) => topics.has(topic));
  if (isWork && !GUIDE.test(title) && namesMaker(title)) topics.add('partnership');
  // Whoever goes from one platform to another migrates, in whatever words.
  if (labels.length > 1 && /\bfrom\b.*\bto\b|\bmov(?:e|es|ed) (?:on)?to\b/i.test(title))
    topics.add('migration');
  return TOPIC_RULES.map(({ topic }) => topic).filter((topic) => topics.has(topic));
}

/** Deployments and setups that a release comes with make no guide of it. */
function settleGuide(topics: Set<Topic>, title: string, isFromGuides: boolean): void {
  if (INSTRUCTION.test(title)) topics.add('how-to');
  const isNews = topics.has('release') && !topics.has('security') && !isFromGuides;
  if (isNews && !INSTRUCTION.test(title) && !GUIDE.test(title)) topics.delete('how-to');
}

function settleRelease(
  topics: Set<Topic>,
  title: string,
  text: string,
  labels: readonly Label[],
): void {
  const isEmergency = EMERGENCY_FIX.test(title);
  // What is rushed out against crashes is a release, and no matter of security.
  if (isEmergency && HARM.test(title) && !THREAT.test(text)) topics.delete('security');
  // "Fortinet releases security updates" is no release; a version that also hardens is both.
  if (topics.has('security') && SECURITY_UPDATE.test(title)) topics.delete('release');
  else if (isEmergency) topics.add('release');
  // Chips, scripts and initiatives are launched, too.
  const isLaunch = labels.length === 0 && LAUNCH.test(title) && !VERSIONED.test(text);
  if (isLaunch) topics.delete('release');
  if (!topics.has('release')) topics.delete('point-release');
}

interface ReadTexts {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
  /** True when words of licensing stand in the title. */
  readonly isTitled: boolean;
}

function settleLicensing(
  topics: Set<Topic>,
  { title, lead, text, isTitled }: ReadTexts,
  labels: readonly Label[],
): void {
  if (PRICE.test(text)) topics.add('licensing');
  // What a bill drove somebody to is the news, not the bill.
  if (topics.has('migration') && MOVE.test(title) && !isTitled) topics.delete('licensing');
  // Whoever goes to court with the maker of a hypervisor fights over its terms, patents aside; courts
  // that are attacked do not.
  const isFought = (DISPUTE.test(title) || CASE.test(lead)) && !/\bpatents?\b/i.test(text);
  if (labels.length > 0 && isFought && !topics.has('security')) topics.add('licensing');
  const isAccused = LICENCE_BREACH.test(text) || ACCUSATION.test(title);
  if (labels.length > 0 && isAccused) topics.add('licensing');
  if (EDITION_CHANGES.test(title)) topics.add('licensing');
  const isTakeover = TAKEOVER.test(title) || MERGER_CONTROL.test(text);
  if (isTakeover && !isTitled && !AFTERMATH.test(title)) topics.delete('licensing');
  const isCompared = labels.length > 1 && COMPARISON.test(title);
  if (isCompared && (!isTitled || LISTED.test(title))) topics.delete('licensing');
}

function cluesOf(rule: TopicRule): Phrase<Clue>[] {
  const clues = (phrases: readonly string[] | undefined, parts: readonly Part[], isNot = false) =>
    (phrases ?? []).map((phrase) => ({ phrase, value: { topic: rule.topic, parts, isNot } }));
  const together = [...(rule.together ?? [])].flatMap(([points, words]) =>
    words.map((phrase) => ({
      phrase,
      value: { topic: rule.topic, parts: ['title', 'lead'] as const, isNot: false, points },
    })),
  );
  return [
    ...together,
    ...clues(rule.anywhere, ['title', 'lead']),
    ...clues(rule.title, ['title']),
    ...clues(rule.sourceName, ['sourceName']),
    ...clues(rule.not, ['title', 'lead', 'sourceName'], true),
  ];
}

/** A source keeps its name from one entry to the next. */
const knownSources = new WeakMap<Source, readonly Topic[]>();

function topicsOfSource(source: Source): readonly Topic[] {
  const known = knownSources.get(source);
  if (known !== undefined) return known;
  const { topics } = findHints(source.name, 'sourceName');
  knownSources.set(source, topics);
  return topics;
}

function findHints(text: string, part: Part): Hints {
  const found = findPhrases(CLUES, new Words(text)).filter(({ value }) =>
    value.parts.includes(part),
  );
  const clues = new Set(
    found.filter((match) => !match.value.isNot && !isCut(match, found)).map(({ value }) => value),
  );
  const sure = [...clues].filter(({ points }) => points === undefined);
  return { topics: sure.map(({ topic }) => topic), clues };
}

/** The topics that the words of title and opening make together, each word counted once. */
function topicsTogether(inTitle: ReadonlySet<Clue>, inLead: ReadonlySet<Clue>): Topic[] {
  const sums = new Map<Topic, number>();
  for (const clue of new Set([...inTitle, ...inLead])) {
    const points = (clue.points ?? 0) * (inTitle.has(clue) ? TITLE_FACTOR : 1);
    sums.set(clue.topic, (sums.get(clue.topic) ?? 0) + points);
  }
  return [...sums].filter(([, points]) => points >= ENOUGH_POINTS).map(([topic]) => topic);
}

function isCut(match: PhraseMatch<Clue>, found: readonly PhraseMatch<Clue>[]): boolean {
  return found.some(
    ({ value, from, to }) =>
      value.isNot && value.topic === match.value.topic && from < match.to && match.from < to,
  );
}
