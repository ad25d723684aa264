import type { EditOfEntry } from '../../model/edit.ts';

/** What the editor says of which entries belong together, by entry id. */
export interface GroupingHand {
  readonly together: readonly (readonly [string, string])[];
  readonly alone: ReadonlySet<string>;
}

export const NO_HAND: GroupingHand = { together: [], alone: new Set() };

/** Takes from the edits what grouping has to obey. */
export function groupingHand(edits: readonly EditOfEntry[]): GroupingHand {
  return {
    together: edits.flatMap((edit) =>
      edit.kind === 'merge' ? [[edit.entryId, edit.with] as const] : [],
    ),
    alone: new Set(edits.flatMap((edit) => (edit.kind === 'split' ? [edit.entryId] : []))),
  };
}
