import type { Label, Topic } from '../../model/classification.ts';
import type { Entry } from '../../model/entry.ts';
import type { Source } from '../../model/source.ts';
import { findAdvisories } from '../facts/flaws/find-advisories.ts';
import { normalizeText } from '../words/normalize-text.ts';
import { findHints, topicsTogether } from './find-hints.ts';
import { namesMaker } from './names-maker.ts';
import { leadOf } from './opening.ts';
import { isReleasePage, presentsRelease } from './presents-release.ts';
import { readTakeover } from './read-takeover.ts';
import { settleLicensing } from './settle-licensing.ts';
import { settleRelease } from './settle-release.ts';
import { TOPIC_RULES } from './topic-rules.ts';

const LONGEST_TITLE = 320;
/** "Install Proxmox in …" tells the reader what to do; "… lets you install Proxmox" tells news. */
const INSTRUCTION =
  /^(?:[^\p{L}]|\bpart\b|\bhow to\b)*(?:using|install|deploy|create|enable|use|run|build|convert|upgrade|migrate|configure|connect|monitor|automate|back up|installer|déployer|créer|configurer)\b(?! (?:cases?|time)\b)/iu;
/** What makes of a title that presents a release a guide to it. */
const GUIDE =
  /\b(?:how (?:to|I|we|do|can)|guides?|tutorials?|walk-?through|step by step|best practices?|deep dive|install it|Anleitung|Tipps)\b|^(?!(?:introduc|announc|releas|unveil)ing\b)\p{L}+ing\b/iu;
/** Somebody asks, or tells of an own trouble: "Hi all, I have a cluster that …". */
const FROM_A_USER =
  /^(?:(?:hi|hello|hey|dear)\b[^.!?\n]{0,20}[,.!:]? )?I(?:['’]m| am|['’]ve| have| had| need| want| would like|['’]d like| can(?:['’]t|not)| tried)\b(?! (?:\w+ ){0,3}(?:excited|happy|pleased|thrilled|proud|delighted|glad|announc\w+|introduc\w+))/im;
/** What a vendor tells of flaws, with its "to update, follow these steps", is no guide. */
const NOTICE =
  /\bsecurity (?:updates?|advisor(?:y|ies)|bulletins?|patch(?:es)?|notices?|hotfix(?:es)?)\b|\bCVE-\d{4}-\d/i;
/** On a mailing list of developers a patch changes code: "[PATCH v2 storage 07/13] api: …". */
const CODE_PATCH = /\[(?:RFC )?PATCH\b/;
/** What a maker who is named has no part in, or what matters more than that. */
const NO_WORK: readonly Topic[] = ['security', 'licensing', 'business', 'how-to', 'community'];
/** "From A to B", "moves to B", "drops A for B": said of two platforms, whatever their names. */
const BETWEEN_PLATFORMS =
  /\bfrom\b.*\bto\b|\bmov(?:e|es|ed) (?:on)?to\b|\b(?:drops?|dropped|swaps?|swapped|trades?|traded|boots)\b(?! support).*\bfor\b/i;
/** Where users talk, a version says what is asked about: "Proxmox VE 8.3: NAT with nftables". */
const QUESTION = /\d: \p{Ll}/u;

/** What kind of news an entry is, from its title, its opening and its source; several can apply. */
export function labelTopics(
  entry: Entry,
  source: Source | undefined,
  labels: readonly Label[],
): Topic[] {
  const title = normalizeText(entry.title.slice(0, LONGEST_TITLE));
  const lead = normalizeText(leadOf(entry));
  const text = `${title}\n${lead}`;
  const inTitle = findHints(title, 'title');
  const inLead = findHints(lead, 'lead');
  const ofSource = source === undefined ? [] : topicsOfSource(source);
  const together = topicsTogether(inTitle.clues, inLead.clues);
  const topics = new Set([...inTitle.topics, ...inLead.topics, ...together, ...ofSource]);
  const isAsked = ofSource.includes('community') && QUESTION.test(title);
  if ((!isAsked && presentsRelease(title, lead)) || isReleasePage(entry.url)) topics.add('release');
  if (findAdvisories(title).length > 0) topics.add('security');
  if (CODE_PATCH.test(title)) topics.delete('security');
  settleRelease(topics, title, text, labels);
  if (source?.isVendor !== true && FROM_A_USER.test(lead)) topics.add('community');
  settleGuide(topics, title, inTitle.topics, ofSource);
  const isTitled = inTitle.topics.includes('licensing');
  settleLicensing(topics, { title, lead, text, isTitled }, labels);
  settleParties(topics, title, labels);
  return TOPIC_RULES.map(({ topic }) => topic).filter((topic) => topics.has(topic));
}

/** Deployments and setups that a release comes with make no guide of it, nor does what mends a flaw. */
function settleGuide(
  topics: Set<Topic>,
  title: string,
  ofTitle: readonly Topic[],
  ofSource: readonly Topic[],
): void {
  const isFromGuides = ofSource.includes('how-to');
  if (NOTICE.test(title) && !isFromGuides && !ofTitle.includes('how-to')) topics.delete('how-to');
  const isNews = topics.has('release') && !topics.has('security') && !isFromGuides;
  if (INSTRUCTION.test(title)) topics.add('how-to');
  else if (isNews && !GUIDE.test(title)) topics.delete('how-to');
}

/** Who buys whom, works with whom, or goes from one to another, where that concerns a hypervisor. */
function settleParties(topics: Set<Topic>, title: string, labels: readonly Label[]): void {
  if (labels.length === 0) return;
  if (readTakeover(title)) topics.add('business');
  // Whoever makes something for a hypervisor works with its maker, where nothing worse is told.
  const isWork = !NO_WORK.some((topic) => topics.has(topic));
  if (isWork && !GUIDE.test(title) && namesMaker(title)) topics.add('partnership');
  // Whoever goes from one platform to another migrates, in whatever words.
  if (labels.length > 1 && BETWEEN_PLATFORMS.test(title)) topics.add('migration');
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
