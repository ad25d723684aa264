import { byTime, type ClassifiedEntry } from '../classify/classified-entry.ts';
import { type Merge, partsOf, type StoryGroup } from '../group/story-group.ts';

const BY_HAND = 'Put together by the editor';

/** Two stories as one, whole as they stand; the first of them goes on. */
export function joinGroups(
  first: StoryGroup,
  second: StoryGroup,
  named: { readonly entryId: string; readonly with: string },
): StoryGroup {
  const entries = [...first.entries, ...second.entries].sort(byTime);
  const pair = [named.entryId, named.with].map((id) =>
    entries.find(({ entry }) => entry.id === id),
  );
  const [one, other] = pair;
  return {
    entries,
    together: [
      ...first.together,
      ...second.together,
      ...(one && other ? [{ because: BY_HAND, pair: [one, other] } as const] : []),
    ],
    parts: [...partsOf(first), ...partsOf(second)],
  };
}

/** A story of one entry, and what is left of the one that it stood in; nothing where it stood alone. */
export function takeOut(group: StoryGroup, entryId: string): [StoryGroup, StoryGroup | undefined] {
  const isIt = ({ entry }: ClassifiedEntry) => entry.id === entryId;
  const alone = { entries: group.entries.filter(isIt), together: [] };
  const entries = group.entries.filter((classified) => !isIt(classified));
  if (entries.length === 0) return [group, undefined];
  const parts = partsOf(group)
    .map((part) => part.filter((classified) => !isIt(classified)))
    .filter((part) => part.length > 0);
  const rest = {
    entries,
    together: relink(group.together, isIt),
    ...(parts.length > 1 && { parts }),
  };
  return [alone, rest];
}

/** What was joined by one entry alone stays together without it: each neighbour with the next. */
function relink(
  together: readonly Merge[],
  isGone: (classified: ClassifiedEntry) => boolean,
): Merge[] {
  const lost = together.filter(({ pair }) => pair.some(isGone));
  const neighbours = lost.flatMap(({ because, pair }) =>
    pair.filter((classified) => !isGone(classified)).map((classified) => ({ because, classified })),
  );
  const links = neighbours.slice(1).map((one, at): Merge => {
    const other = neighbours[at] ?? one;
    const isByHand = one.because === BY_HAND || other.because === BY_HAND;
    return {
      because: isByHand ? BY_HAND : 'Found with a report that the editor set apart',
      pair: [other.classified, one.classified],
    };
  });
  return [...together.filter((merge) => !lost.includes(merge)), ...links];
}
