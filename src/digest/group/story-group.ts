import type { ClassifiedEntry } from '../classify/classified-entry.ts';

/** What made one story of two. */
export interface Merge {
  /** In words, without the names of the two. */
  readonly because: string;
  /** The two entries that it is true of. */
  readonly pair: readonly [ClassifiedEntry, ClassifiedEntry];
}

/** Entries that tell one story. */
export interface StoryGroup {
  /** In order of time. */
  readonly entries: readonly ClassifiedEntry[];
  /** Why they are together: one for each time that two became one. */
  readonly together: readonly Merge[];
  /** Where the editor put stories together: the entries of each, of the one that goes on first. */
  readonly parts?: readonly (readonly ClassifiedEntry[])[];
}

/** The stories that one is put together from: itself alone, unless the editor did so. */
export function partsOf({
  entries,
  parts = [entries],
}: Pick<StoryGroup, 'entries' | 'parts'>): readonly (readonly ClassifiedEntry[])[] {
  return parts;
}
