import { byTime, type ClassifiedEntry } from '../classify/classified-entry.ts';
import { type GroupingHand, NO_HAND } from '../edit/edit-grouping.ts';
import { type ProductNames, WELL_KNOWN_PRODUCTS } from '../facts/product-names.ts';
import { compareEntries, explainLikeness, mustStayApart } from './compare-entries.ts';
import { findCandidates } from './find-candidates.ts';
import { findSurePairs, type SurePair } from './find-sure-pairs.ts';
import { mergeClusters } from './merge-clusters.ts';
import { weighEntries } from './weigh-entries.ts';

/** Entries that tell one story. */
export interface StoryGroup {
  /** In order of time. */
  readonly entries: readonly ClassifiedEntry[];
  /** Why they are together, one reason for each merge, in words. */
  readonly together: readonly string[];
}

/** Likeness from which two groups tell one story; lower, and guides begin to join the news they are about. */
const ONE_STORY = 0.2;
/** A late report often resembles only one of those before it, so the best pair counts as the mean does. */
const BEST_SHARE = 0.5;

/** Puts entries that tell one story together; expects them without their feeds' boilerplate. */
export function groupStories(
  entries: readonly ClassifiedEntry[],
  hand: GroupingHand = NO_HAND,
  products: ProductNames = WELL_KNOWN_PRODUCTS,
): StoryGroup[] {
  const ordered = [...entries].sort(byTime);
  const weighed = weighEntries(ordered, products);
  const at = (position: number) => {
    const entry = weighed[position];
    if (!entry) throw new RangeError(`No entry at ${position} of ${weighed.length}`);
    return entry;
  };
  const pairs = { forced: pairsByHand(ordered, hand), sure: findSurePairs(weighed) };
  const clusters = mergeClusters(ordered.length, pairs, findCandidates(weighed), {
    compare: (a, b) => compareEntries(at(a), at(b)),
    explain: (a, b) => explainLikeness(at(a), at(b)),
    mustStayApart: (a, b) =>
      hand.alone.has(at(a).traits.id) ||
      hand.alone.has(at(b).traits.id) ||
      mustStayApart(at(a), at(b)),
    threshold: ONE_STORY,
    bestShare: BEST_SHARE,
  });
  return clusters.map(({ members, because }) => ({
    entries: members.flatMap((position) => ordered[position] ?? []),
    together: [...new Set(because)],
  }));
}

function pairsByHand(entries: readonly ClassifiedEntry[], hand: GroupingHand): SurePair[] {
  if (hand.together.length === 0) return [];
  const positions = new Map(entries.map(({ entry }, position) => [entry.id, position]));
  return hand.together.flatMap(([a, b]) => {
    const first = positions.get(a);
    const second = positions.get(b);
    if (first === undefined || second === undefined) return [];
    return [[first, second, 'Put together by the editor'] as const];
  });
}
