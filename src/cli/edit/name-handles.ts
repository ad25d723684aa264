import { storyId } from '../../digest/tell/story-id.ts';
import type { Composed } from '../../pipeline.ts';

/** Shorter ones would save no typing, and change with every new item. */
export const SHORTEST = 4;

/**
 * A name that a person can type for each story and each entry of an edition, by id: its first
 * characters, as many as tell it from the others.
 */
export function nameHandles({
  edition,
  considered,
}: Pick<Composed, 'edition' | 'considered'>): ReadonlyMap<string, string> {
  const ids = new Set([...edition.stories, ...considered].map(({ id }) => id));
  // What a story may be called once an older report has joined it: the name it has now finds it still.
  const later = considered.map(({ id }) => storyId(id));
  const ordered = [...new Set([...ids, ...later])].sort();
  return new Map(
    ordered.flatMap((id, at): [string, string][] => {
      if (!ids.has(id)) return [];
      const shared = Math.max(countShared(id, ordered[at - 1]), countShared(id, ordered[at + 1]));
      return [[id, id.slice(0, Math.max(SHORTEST, shared + 1))]];
    }),
  );
}

/** How many characters two ids begin with alike. */
function countShared(id: string, other = ''): number {
  let at = 0;
  while (at < id.length && id[at] === other[at]) at += 1;
  return at;
}
