import type { ClassifiedEntry } from '../classify/classified-entry.ts';

/** Entries that tell one story. */
export interface StoryGroup {
  /** In order of time. */
  readonly entries: readonly ClassifiedEntry[];
  /** Why they are together, one reason for each merge, in words. */
  readonly together: readonly string[];
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
