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
  return together.reduce((joined, [named, other]) => {
    const [first, second] = [named, other].map((id) => joined.find((group) => holds(group, id)));
    if (!first || !second || first === second) return joined;
    return joined
      .filter((group) => group !== second)
      .map((group) => (group === first ? joinGroups(first, second) : group));
  }, groups);
}

function holds({ entries }: StoryGroup, id: string): boolean {
  return entries.some(({ entry }) => entry.id === id);
}

function joinGroups(first: StoryGroup, second: StoryGroup): StoryGroup {
  return {
    entries: [...first.entries, ...second.entries].sort(byTime),
    together: [...new Set([...first.together, ...second.together, 'Put together by the editor'])],
    parts: [...partsOf(first), ...partsOf(second)],
  };
}
