import type { EditOfEntry } from '../../model/edit.ts';
import type { ClassifiedEntry } from '../classify/classified-entry.ts';

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

/** Puts the editor's labels in the place of those that were found. */
export function relabel(
  entries: readonly ClassifiedEntry[],
  edits: readonly EditOfEntry[],
): ClassifiedEntry[] {
  const labels = new Map(
    edits.flatMap((edit) =>
      edit.kind === 'label' ? [[edit.entryId, edit.hypervisors] as const] : [],
    ),
  );
  return entries.map((classified) => {
    const hypervisors = labels.get(classified.entry.id);
    return hypervisors ? { ...classified, labels: hypervisors.map(labelByHand) } : classified;
  });
}

function labelByHand(hypervisor: string): ClassifiedEntry['labels'][number] {
  return { hypervisor, score: SURE, because: 'labelled by the editor', isSideProduct: false };
}

/** Above any score that the dictionary gives. */
const SURE = 1000;
