import { harmonic, ratio } from './measure-labels.ts';

/** An item with the story it belongs to and the one it was put into. */
export interface StoryPlace {
  readonly gold: string;
  readonly found: string;
}

export interface StoryFigures {
  /** B-cubed over the items of stories that several items report: alone, every other is right. */
  readonly multiItemBCubed: {
    readonly precision: number;
    readonly recall: number;
    readonly f1: number;
  };
  readonly pairwise: { readonly precision: number; readonly recall: number; readonly f1: number };
}

/**
 * How well items were put together: B-cubed (Bagga and Baldwin, 1998) over the items of stories that
 * several report, and precision and recall over the pairs of items that share a story.
 */
export function measureStories(places: readonly StoryPlace[]): StoryFigures {
  return { multiItemBCubed: multiItemBCubed(places), pairwise: pairwise(places) };
}

function multiItemBCubed(places: readonly StoryPlace[]): StoryFigures['multiItemBCubed'] {
  const gold = Map.groupBy(places, (place) => place.gold);
  const found = Map.groupBy(places, (place) => place.found);
  const shared = places.flatMap((place) => {
    const goldStory = gold.get(place.gold) ?? [];
    const foundStory = found.get(place.found) ?? [];
    if (goldStory.length === 1) return [];
    const both = foundStory.filter((other) => other.gold === place.gold).length;
    return [{ precision: both / foundStory.length, recall: both / goldStory.length }];
  });
  const precision = mean(shared.map((one) => one.precision));
  const recall = mean(shared.map((one) => one.recall));
  return { precision, recall, f1: harmonic(precision, recall) };
}

function pairwise(places: readonly StoryPlace[]): StoryFigures['pairwise'] {
  const goldPairs = countPairs(Map.groupBy(places, ({ gold }) => gold));
  const foundPairs = countPairs(Map.groupBy(places, ({ found }) => found));
  const right = countPairs(Map.groupBy(places, ({ gold, found }) => JSON.stringify([gold, found])));
  const precision = ratio(right, foundPairs);
  const recall = ratio(right, goldPairs);
  return { precision, recall, f1: harmonic(precision, recall) };
}

function countPairs(groups: ReadonlyMap<string, readonly unknown[]>): number {
  return [...groups.values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
}

function mean(values: readonly number[]): number {
  return ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}
