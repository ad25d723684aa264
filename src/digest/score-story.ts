import type { Topic } from '../model/classification.ts';
import type { StoryFacts } from '../model/edition.ts';
import { publisherOf } from './canonical-address.ts';
import type { ClassifiedEntry } from './classified-entry.ts';
import { type Stage, stageOf } from './find-versions.ts';
import type { FlagshipFinder } from './flagship-release.ts';
import { isReferencePage } from './is-reference-page.ts';
import { labelTopics } from './label-topics.ts';
import { normalizeText } from './normalize-text.ts';

/** One reason for a story's place, in words a reader understands. */
export interface RankPoint {
  readonly text: string;
  readonly points: number;
}

/** What the rules look at. */
export interface ScoredStory {
  readonly entries: readonly ClassifiedEntry[];
  /** The report that the story is told by. */
  readonly head: ClassifiedEntry;
  readonly hypervisors: readonly string[];
  readonly topics: readonly Topic[];
  readonly facts: StoryFacts;
}

/** More than this say no more about weight. */
const MOST_PUBLISHERS = 4;
/** Two publishers count this, four twice. */
const PER_DOUBLING = 1.2;
const NEWS_POINTS: readonly {
  readonly topic: Topic;
  readonly text: string;
  readonly points: number;
}[] = [
  { topic: 'licensing', text: 'Licensing or price', points: 2.6 },
  { topic: 'lifecycle', text: 'Support or availability ends or changes', points: 2.2 },
  { topic: 'migration', text: 'Somebody moves to another platform', points: 2 },
  { topic: 'partnership', text: 'A partnership', points: 2 },
  { topic: 'business', text: 'Business news', points: 1 },
];
/** What only the text says is not what the story is about. */
const IN_PASSING = 0.5;
const HIGH_CVSS = 7;
/** What all users of a platform wait for comes before any one warning. */
const FLAGSHIP_POINTS = 6;
const PREVIEW_POINTS = 2.4;
const LEAD_LENGTH = 320;
const MANY =
  /\b(?:\d{1,3}(?:[,.\u202f ]\d{3})+|(?!(?:19|20)\d\d\b)\d{4,}|\d+(?:\.\d+)?\s?(?:million|billion|k\b)|(?:tens|hundreds) of thousands(?: of)?)(?:\s+[\w-]+){0,2}\s+(?:VMs?|virtual machines|servers|hosts|cores|customers|users|employees|stores|workloads|desktops|instances|organi[sz]ations)\b/i;
const BIG_IN_TITLE = /(?<![\w-])\d{1,3}(?:,\d{3})+(?![\w-])/;
const DISPUTE =
  /\b(?:sue[sd]?|suing|lawsuit|legal action|breach of contract|antitrust|cease[- ]and[- ]desist)\b/i;
const JUBILEE =
  /\b(?:turns|turned|celebrat\w+|marks|marked|anniversary|birthday)\b[^.]{0,60}\b(?:\d{1,2}(?:th)?|ten|tenth|fifteen|fifteenth|twenty|twentieth|decade)\b|\b(?:\d{1,2}th|tenth|fifteenth|twentieth) (?:anniversary|birthday)\b|\b(?:10|15|20|ten|fifteen|twenty) years (?:ago|of [A-Z])/;
/** What is announced at a conference is news, the conference is not. */
const NEWS: readonly Topic[] = ['licensing', 'lifecycle', 'partnership', 'release', 'security'];
/** A flaw or its fix, where "What ransomware teaches" is advice. */
const NOTICE =
  /vulnerab|schwachstell|sicherheitsl|\b(?:flaws?|bugs?|patch\w*|updates?|advisor\w+|fix\w*|exploit\w*|attack\w*|holes?|zero[- ]days?|bypass|escalation|overflow|execution|injection|escapes?|denial|malware|breach\w*|[A-Z]{1,5}SA-\d+)\b/i;
const FREE = /\bfree\b(?!\s+(?:trial|webinar|space))/i;
const FIRST = /\bfirst\b(?!\s+(?:look|impressions?|steps?|time|results?|quarter|half))/i;
/** "5.95.0" is a release like any other; "5.95.1" mends it. */
const OPENING_PATCH = /\b\d+\.\d+\.0\b(?!\.\d)/;
const MAJOR = /(?<![\d.])[1-9]\d?(?:\.0)+\b(?!\.\d)/;

/** Every rule that applies to a story, most points first; their sum is its score. */
export function scoreStory(story: ScoredStory, findFlagship: FlagshipFinder): RankPoint[] {
  const release = releasePoints(story, findFlagship);
  const points = [
    ...release,
    ...securityPoints(story, release.length > 0),
    ...newsPoints(story),
    ...reachPoints(story),
    ...routinePoints(story),
  ];
  return points.sort((a, b) => b.points - a.points || (a.text < b.text ? -1 : 1));
}

function securityPoints({ facts, topics, entries }: ScoredStory, isRelease: boolean): RankPoint[] {
  const isWarning = facts.cves.length > 0 || facts.isCritical || facts.isExploited;
  // "Windows Server 2025 with advanced security" is a release.
  const isSecurity = topics.includes('security') && (isWarning || !isRelease);
  const isNotice = isWarning || entries.some(({ entry }) => NOTICE.test(entry.title));
  return [
    ...when(facts.isExploited, 'Known to be exploited', 2.4),
    ...when(isSecurity && isNotice, 'Security', 1.8),
    ...when(isSecurity && !isNotice, 'Security at large', 0.6),
    ...when(facts.isCritical, criticalText(facts), 1.8),
    ...when(
      !facts.isCritical && (facts.cvss ?? 0) >= HIGH_CVSS,
      `High severity: CVSS ${facts.cvss}`,
      0.6,
    ),
  ];
}

function criticalText({ cvss }: StoryFacts): string {
  return cvss !== undefined && cvss >= 9 ? `Critical: CVSS ${cvss}` : 'Called critical';
}

function releasePoints(story: ScoredStory, findFlagship: FlagshipFinder): RankPoint[] {
  const { topics, entries, hypervisors } = story;
  const isRelease = topics.includes('release') || topics.includes('preview');
  if (!isRelease || topics.includes('tooling') || topics.includes('how-to')) return [];
  const titles = entries.map(({ entry }) => normalizeText(entry.title));
  const isPoint =
    topics.includes('point-release') && !titles.some((title) => OPENING_PATCH.test(title));
  if (isPoint) return [{ text: 'A point release', points: 0.4 }];
  const flagship = titles.map((title) => findFlagship(title, hypervisors)).find(Boolean);
  const isPreview = !isFinal(titles) && (topics.includes('preview') || isPreviewInLead(story.head));
  if (flagship && isPreview) return [{ text: `A preview of ${flagship}`, points: PREVIEW_POINTS }];
  if (flagship) return [{ text: `A release of ${flagship}`, points: FLAGSHIP_POINTS }];
  const isMajor = titles.some((title) => MAJOR.test(title));
  const isTest = titles.some((title) => isPreStage(stageOf(title)));
  return [
    { text: isTest ? 'A preview' : 'A release', points: 1.25 },
    ...when(isMajor, 'A new major version', 1),
  ];
}

/** What the headline carries; the rest of the topics stand in the text only. */
function topicsOfTitle({ entry, source, labels }: ClassifiedEntry): Topic[] {
  return labelTopics({ ...entry, text: '' }, source, labels);
}

function isFinal(titles: readonly string[]): boolean {
  return titles.some((title) => stageOf(title) === 'ga');
}

/** What a title leaves open, the lead may say; what a title says, no "tech preview" in a lead undoes. */
function isPreviewInLead(head: ClassifiedEntry): boolean {
  const isOpen = stageOf(normalizeText(head.entry.title)) === undefined;
  const stage = isOpen ? stageOf(openingOf(head)) : undefined;
  return isPreStage(stage);
}

function isPreStage(stage: Stage | undefined): boolean {
  return stage === 'preview' || stage === 'beta' || stage === 'rc';
}

function newsPoints(story: ScoredStory): RankPoint[] {
  const { topics } = story;
  const opening = openingOf(story.head);
  const title = normalizeText(story.head.entry.title);
  const isFree = topics.includes('licensing') && FREE.test(title);
  const news = NEWS_POINTS.filter(({ topic }) => topics.includes(topic));
  const titled = new Set(news.length > 0 ? story.entries.flatMap(topicsOfTitle) : []);
  return [
    ...news.map(({ topic, text, points }) =>
      titled.has(topic)
        ? { text, points }
        : { text: `${text}, in passing`, points: points * IN_PASSING },
    ),
    ...when(isFree, 'Something becomes free of charge', 1.8),
    ...when(DISPUTE.test(opening), 'A legal dispute', 1.3),
    ...when(JUBILEE.test(opening), 'A jubilee', 2),
    ...when(FIRST.test(title), 'A first', 0.6),
  ];
}

function reachPoints({ entries, hypervisors }: ScoredStory): RankPoint[] {
  const isBig = entries.some(
    (each) => MANY.test(openingOf(each)) || BIG_IN_TITLE.test(each.entry.title),
  );
  const publishers = independentPublishers(entries);
  const points =
    Math.round(100 * PER_DOUBLING * Math.log2(Math.min(publishers, MOST_PUBLISHERS))) / 100;
  return [
    ...when(hypervisors.length > 1, 'Concerns two platforms', 0.8),
    ...when(isBig, 'Big numbers', 1.2),
    ...when(publishers > 1, `Reported by ${publishers} independent publishers`, points),
  ];
}

function routinePoints({ entries, topics }: ScoredStory): RankPoint[] {
  const has = (topic: Topic) => topics.includes(topic);
  const labels = entries.flatMap((entry) => entry.labels);
  const isSide = labels.length > 0 && labels.every(({ isSideProduct }) => isSideProduct);
  const isNews = NEWS.some(has);
  const isReference = entries.every(({ entry }) => isReferencePage(entry.title));
  return [
    ...when(has('how-to'), 'A how-to', -1.8),
    ...when(isReference && !has('how-to'), 'A page to look things up', -1.8),
    ...when(has('tooling'), 'About third-party tooling', -1.8),
    ...when(has('community'), 'Community talk', -1.2),
    ...when(has('event') && !isNews, 'An event', -1.2),
    ...when(has('round-up'), 'A round-up', -1),
    ...when(has('maintenance') && !has('security'), 'Routine maintenance', -0.6),
    ...when(isSide, 'About a side product', -1),
  ];
}

/** Publishers with words of their own: who repeats another's title word for word is its mirror. */
function independentPublishers(entries: readonly ClassifiedEntry[]): number {
  const titles = new Set<string>();
  const publishers = new Set<string>();
  for (const classified of entries) {
    const title = normalizeText(classified.entry.title).toLowerCase();
    if (titles.has(title)) continue;
    titles.add(title);
    publishers.add(voiceOf(classified));
  }
  return publishers.size;
}

/** All that a vendor runs speaks with one voice: blog, changelog, press office. */
function voiceOf({ entry, source }: ClassifiedEntry): string {
  if (source?.isVendor && source.hypervisor) return `vendor of ${source.hypervisor}`;
  return entry.url === undefined ? entry.sourceId : publisherOf(entry.url);
}

function openingOf({ entry }: ClassifiedEntry): string {
  return `${normalizeText(entry.title)}\n${normalizeText(entry.text.slice(0, LEAD_LENGTH))}`;
}

function when(condition: boolean, text: string, points: number): RankPoint[] {
  return condition ? [{ text, points }] : [];
}
