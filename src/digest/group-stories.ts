import { type ClassifiedEntry, publishedAt } from './classified-entry.ts';
import { compareEntries, explainLikeness, mustStayApart } from './compare-entries.ts';
import { findCandidates } from './find-candidates.ts';
import { findSurePairs } from './find-sure-pairs.ts';
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
const ONE_STORY = 0.25;
/** A late report often resembles only one of those before it, so the best pair counts as the mean does. */
const BEST_SHARE = 0.5;

/** Puts entries that tell one story together; expects them without their feeds' boilerplate. */
export function groupStories(entries: readonly ClassifiedEntry[]): StoryGroup[] {
  const ordered = [...entries].sort(byTime);
  const weighed = weighEntries(ordered);
  const at = (position: number) => {
    const entry = weighed[position];
    if (!entry) throw new RangeError(`No entry at ${position} of ${weighed.length}`);
    return entry;
  };
  const clusters = mergeClusters(ordered.length, findSurePairs(weighed), findCandidates(weighed), {
    compare: (a, b) => compareEntries(at(a), at(b)),
    explain: (a, b) => explainLikeness(at(a), at(b)),
    mustStayApart: (a, b) => mustStayApart(at(a), at(b)),
    threshold: ONE_STORY,
    bestShare: BEST_SHARE,
  });
  return clusters.map(({ members, because }) => ({
    entries: members.flatMap((position) => ordered[position] ?? []),
    together: [...new Set(because)],
  }));
}

/** Orders by date, then by id, so that the order of the input decides nothing. */
export function byTime(a: ClassifiedEntry, b: ClassifiedEntry): number {
  const difference = Temporal.Instant.compare(publishedAt(a.entry), publishedAt(b.entry));
  return difference || (a.entry.id < b.entry.id ? -1 : 1);
}
