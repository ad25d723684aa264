import type { Topic } from '../../model/classification.ts';
import type { StoryFacts } from '../../model/edition.ts';
import type { Hypervisor } from '../../model/hypervisor.ts';
import { ADJACENT } from '../adjacent.ts';
import { type ClassifiedEntry, publishedAt } from '../classify/classified-entry.ts';
import { extractFacts } from '../facts/extract-facts.ts';
import { deniesImpact } from '../facts/flaws/denies-impact.ts';
import type { FlawIndex } from '../facts/flaws/index-flaws.ts';
import { type ProductNames, productsOf } from '../facts/versions/product-names.ts';
import { partsOf, type StoryGroup } from '../group/story-group.ts';
import { normalizeText } from '../words/normalize-text.ts';
import { inTellingOrder, isVendor } from './choose-head.ts';
import { flagshipFinder } from './flagship-release.ts';
import type { RankPoint } from './rank-point.ts';
import { scoreStory } from './score-story.ts';
import { takeoverScorer } from './score-takeover.ts';

/** A story with its place among the others, and why. */
export interface RankedStory extends Pick<StoryGroup, 'together' | 'parts'> {
  /** The report it is told by first, then the others by date. */
  readonly entries: readonly ClassifiedEntry[];
  /** Strongest first; empty when it is about none of the configured ones. */
  readonly hypervisors: readonly string[];
  readonly topics: readonly Topic[];
  readonly facts: StoryFacts;
  readonly points: readonly RankPoint[];
  readonly score: number;
}

/** A story is on a topic, or about a hypervisor, when at least this share of its reports is. */
const ENOUGH_REPORTS = 0.5;

/** Orders stories by points, the most important first. Age does not count within a period. */
export function rankStories(
  groups: readonly StoryGroup[],
  hypervisors: readonly Hypervisor[],
  flaws?: FlawIndex,
): RankedStory[] {
  const findFlagship = flagshipFinder(hypervisors);
  const scoreTakeover = takeoverScorer(hypervisors);
  const products = productsOf(hypervisors);
  const order = hypervisors.map(({ id }) => id);
  const ranked = groups.map((group): RankedStory => {
    const { entries } = group;
    const facts = extractFacts(entries, flaws, products);
    const about = [...new Set(partsOf(group).flatMap((part) => hypervisorsOf(part, order)))];
    const topics = topicsOf(entries);
    const story = { ...group, hypervisors: about, topics, facts };
    const [head] = inTellingOrder(group);
    if (head === undefined) return { ...story, points: [], score: 0 };
    const title = normalizeText(head.entry.title);
    const titles = entries.map(({ entry }) => normalizeText(entry.title));
    const takeover = scoreTakeover(title);
    const isSpared = topics.includes('security') && isDeniedByMaker(entries, products);
    const points = scoreStory({ ...story, head, title, titles, takeover, isSpared }, findFlagship);
    const ordered = [head, ...entries.filter((entry) => entry !== head)];
    return { ...story, entries: ordered, points, score: sumOf(points) };
  });
  return ranked.sort(byScore);
}

function sumOf(points: readonly RankPoint[]): number {
  return Math.round(100 * points.reduce((total, point) => total + point.points, 0)) / 100;
}

/** Best first; equal stories by date, newest first, then by id. */
function byScore(a: RankedStory, b: RankedStory): number {
  return b.score - a.score || newestOf(b) - newestOf(a) || (idOf(a) < idOf(b) ? -1 : 1);
}

/** True when all that makers of hypervisors say of a flaw is that they do not have it. */
function isDeniedByMaker(entries: readonly ClassifiedEntry[], products: ProductNames): boolean {
  const told = entries.filter(isVendor);
  return told.length > 0 && told.every(({ entry }) => deniesImpact(entry, products));
}

/** Strongest first; of equals, as when all are built on what has a flaw, in the operator's order. */
function hypervisorsOf(entries: readonly ClassifiedEntry[], order: readonly string[]): string[] {
  const labelled = entries.filter(({ labels }) => labels.length > 0);
  const found = new Map<string, { count: number; score: number }>();
  for (const { hypervisor, score } of labelled.flatMap(({ labels }) => labels)) {
    const known = found.get(hypervisor) ?? { count: 0, score: 0 };
    found.set(hypervisor, { count: known.count + 1, score: known.score + score });
  }
  const about = [...found]
    .filter(([, { count }]) => count / labelled.length >= ENOUGH_REPORTS)
    .sort(
      ([a, left], [b, right]) => right.score - left.score || order.indexOf(a) - order.indexOf(b),
    )
    .map(([hypervisor]) => hypervisor);
  // What touches one of them is told there.
  const configured = about.filter((hypervisor) => hypervisor !== ADJACENT.id);
  return configured.length > 0 ? configured : about;
}

function topicsOf(entries: readonly ClassifiedEntry[]): Topic[] {
  const counts = new Map<Topic, number>();
  for (const topic of entries.flatMap(({ topics }) => topics)) {
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count / entries.length >= ENOUGH_REPORTS)
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([topic]) => topic);
}

function newestOf({ entries }: RankedStory): number {
  return Math.max(...entries.map(({ entry }) => publishedAt(entry).epochMilliseconds));
}

function idOf({ entries }: RankedStory): string {
  return entries[0]?.entry.id ?? '';
}
