import { byTime, type ClassifiedEntry } from '../classify/classified-entry.ts';
import { type ProductNames, WELL_KNOWN_PRODUCTS } from '../facts/versions/product-names.ts';
import { compareEntries, explainLikeness } from './compare-entries.ts';
import { findCandidates } from './find-candidates.ts';
import { findSurePairs } from './find-sure-pairs.ts';
import { mergeClusters } from './merge-clusters.ts';
import { mustStayApart } from './must-stay-apart.ts';
import type { Merge, StoryGroup } from './story-group.ts';
import { weighEntries } from './weigh-entries.ts';

/** Likeness from which two groups tell one story; lower, and guides begin to join the news they are about. */
const ONE_STORY = 0.2;
/** A late report often resembles only one of those before it, so the best pair counts as the mean does. */
const BEST_SHARE = 0.5;

/** Puts entries that tell one story together; expects them without their feeds' boilerplate. */
export function groupStories(
  entries: readonly ClassifiedEntry[],
  products: ProductNames = WELL_KNOWN_PRODUCTS,
): readonly StoryGroup[] {
  const ordered = [...entries].sort(byTime);
  const weighed = weighEntries(ordered, products);
  const at = (position: number) => elementAt(weighed, position);
  const sure = findSurePairs(weighed);
  const clusters = mergeClusters(ordered.length, sure, findCandidates(weighed), {
    compare: (a, b) => compareEntries(at(a), at(b)),
    explain: (a, b) => explainLikeness(at(a), at(b)),
    mustStayApart: (a, b) => mustStayApart(at(a), at(b)),
    threshold: ONE_STORY,
    bestShare: BEST_SHARE,
  });
  return clusters.map(({ members, joined }) => ({
    entries: members.map((position) => elementAt(ordered, position)),
    together: joined.map(([a, b, because]): Merge => {
      return { because, pair: [elementAt(ordered, a), elementAt(ordered, b)] };
    }),
  }));
}

function elementAt<Element>(list: readonly Element[], position: number): Element {
  const element = list[position];
  if (element === undefined) throw new RangeError(`Nothing at ${position} of ${list.length}`);
  return element;
}
