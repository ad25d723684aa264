import type { Topic } from '../../model/classification.ts';
import type { ClassifiedEntry } from '../classify/classified-entry.ts';
import { isReferencePage } from '../classify/is-reference-page.ts';
import { openingOf } from '../classify/opening.ts';
import { publisherOf } from '../words/canonical-address.ts';
import { isQuestion } from '../words/is-question.ts';
import { normalizeText } from '../words/normalize-text.ts';
import type { FlagshipFinder } from './flagship-release.ts';
import { areAll, type RankPoint, type ScoredStory, when } from './rank-point.ts';
import { newsPoints } from './score-news.ts';
import { releasePoints } from './score-release.ts';
import { securityPoints } from './score-security.ts';

/** More than this say no more about weight. */
const MOST_PUBLISHERS = 4;
/** Two publishers count this, four twice. */
const PER_DOUBLING = 1;
const MANY =
  /\b(?:\d{1,3}(?:[,.\u202f ]\d{3})+|(?!(?:19|20)\d\d\b)(?<!\b[A-Z]{2,5}-(?:\d+-)?)\d{4,}|\d+(?:\.\d+)?\s?(?:million|billion|k\b)|(?:tens|hundreds) of thousands(?: of)?)(?:\s+[\w-]+){0,2}\s+(?:VMs?|virtual machines|servers|hosts|cores|customers|users|employees|stores|workloads|desktops|instances|organi[sz]ations)\b/i;
const BIG_IN_TITLE =
  /(?<![\w-])\d{1,3}(?:,\d{3})+(?![\w-])|[$€£]\s?\d+(?:\.\d+)?\s?(?:bn?|bln|billions?)\b/i;
/** Somebody makes something known, where most headlines are about what is known. */
const ANNOUNCED =
  /\b(?:announc\w+|introduc\w+|unveil\w*|launch(?:es|ed|ing)?|kündigt an|stellt vor|annonce|presenta|anuncia)\b/i;
/** "Opinion: …", "The lessons of …": what somebody makes of the news. */
const COMMENT =
  /\b(?:opinion|commentary|commentaire|Kommentar|lessons?|rethink\w*|cautionary|landmark|litigious|messy|myths?|truth|(?:goes?|went) (?:this )?wrong|wake-up call|débâcle|Desaster)\b/i;
/** A flaw in an API, and the end of an SDK, concern those who never used them, too. */
const FOR_ALL: readonly Topic[] = ['security', 'licensing', 'lifecycle'];
/** What is announced at a conference is news, the conference is not. */
const NEWS: readonly Topic[] = ['licensing', 'lifecycle', 'partnership', 'release', 'security'];

/**
 * Every rule that applies to a story, most points first; their sum is its score. The points of the
 * common rules lie between an editor's guess and a ridge regression of the importance that labelled
 * stories were given, which was tried on sets left out of it.
 */
export function scoreStory(story: ScoredStory, findFlagship: FlagshipFinder): RankPoint[] {
  const release = releasePoints(story, findFlagship);
  const points = [
    ...release,
    ...securityPoints(story, release.length > 0),
    ...newsPoints(story, findFlagship),
    ...reachPoints(story),
    ...routinePoints(story),
  ];
  return points.sort((a, b) => b.points - a.points || (a.text < b.text ? -1 : 1));
}

function reachPoints(story: ScoredStory): RankPoint[] {
  const { entries, titles, hypervisors, isSpared } = story;
  const isAnnounced = titles.some((title) => ANNOUNCED.test(title));
  const isBig = entries.some(
    (each) => MANY.test(openingOf(each.entry)) || BIG_IN_TITLE.test(each.entry.title),
  );
  const publishers = independentPublishers(entries);
  const points =
    Math.round(100 * PER_DOUBLING * Math.log2(Math.min(publishers, MOST_PUBLISHERS))) / 100;
  return [
    ...when(hypervisors.length > 1, `Concerns ${hypervisors.length} platforms`, 0.1),
    ...when(isAnnounced, 'An announcement', 0.4),
    ...when(isBig && !areAll(story, 'how-to'), 'Big numbers', 1.7),
    // Many tell of a flaw that the platform does not have: it is told, but no bigger for it.
    ...when(
      publishers > 1 && !isSpared,
      `Reported by ${publishers} independent publishers`,
      points,
    ),
  ];
}

function routinePoints(story: ScoredStory): RankPoint[] {
  const { entries, titles, topics } = story;
  const has = (topic: Topic) => topics.includes(topic);
  const labels = entries.flatMap((entry) => entry.labels);
  const isSide = labels.length > 0 && labels.every(({ isSideProduct }) => isSideProduct);
  const isNews = NEWS.some(has);
  const isHowTo = areAll(story, 'how-to');
  const isAsked = titles.every((title) => isQuestion(title));
  const isReference = entries.every(({ entry }) => isReferencePage(entry.title));
  return [
    ...when(isHowTo, 'A how-to', -1.5),
    ...when(isReference && !isHowTo, 'A page to look things up', -1.8),
    ...when(has('tooling') && !FOR_ALL.some(has), 'About third-party tooling', -1.8),
    ...when(areAll(story, 'community'), 'Community talk', -1.4),
    ...when(isAsked && !isHowTo && !has('release'), 'A question, not news', -1),
    ...when(
      titles.every((title) => COMMENT.test(title)),
      'A comment, not news',
      -0.7,
    ),
    ...when(has('event') && !isNews, 'An event', -1.2),
    ...when(areAll(story, 'round-up'), 'A round-up', -1),
    ...when(has('maintenance') && !has('security'), 'Routine maintenance', -0.6),
    ...when(isSide, 'About a side product', -1.5),
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
