import { byTime } from '../classify/classified-entry.ts';
import { partsOf, type StoryGroup } from '../group/story-group.ts';
import type { GroupingHand } from './edit-grouping.ts';

/**
 * Makes one of the stories that the editor put together: whole, as they were found, even where they
 * must stay apart. Of two the one that was named first goes on.
 */
export function joinByHand(
  groups: readonly StoryGroup[],
  { together }: GroupingHand,
): readonly StoryGroup[] {
  return together.reduce((joined, ids) => {
    const [one, other] = ids.map((id) => findEntry(joined, id));
    if (!one || !other || one.group === other.group) return joined;
    const { group: first } = one;
    const { group: second } = other;
    const merge = {
      because: 'Put together by the editor',
      pair: [one.entry, other.entry],
    } as const;
    const whole = {
      entries: [...first.entries, ...second.entries].sort(byTime),
      together: [...first.together, ...second.together, merge],
      parts: [...partsOf(first), ...partsOf(second)],
    };
    return joined
      .filter((group) => group !== second)
      .map((group) => (group === first ? whole : group));
  }, groups);
}

function findEntry(groups: readonly StoryGroup[], id: string) {
  for (const group of groups) {
    const entry = group.entries.find((classified) => classified.entry.id === id);
    if (entry) return { group, entry };
  }
  return undefined;
}
