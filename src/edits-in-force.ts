import type { Edit } from './model/edit.ts';
import type { StoredEntry } from './model/entry.ts';

/**
 * The edits that have a say in an edition of these entries: those that are about one of them, a merge
 * only where both are there, and intros in the coming edition alone.
 */
export function editsInForce(
  edits: readonly Edit[],
  entries: readonly StoredEntry[],
  isComing: boolean,
): Edit[] {
  const here = new Set(entries.map(({ id }) => id));
  return edits.filter((edit) => {
    if (edit.kind === 'intro') return isComing;
    return here.has(edit.entryId) && (edit.kind !== 'merge' || here.has(edit.with));
  });
}
