import type { EditOfEntry } from '../../model/edit.ts';

/** Two edits that contradict each other; the later one holds. */
export interface Conflict {
  readonly winner: EditOfEntry;
  readonly loser: EditOfEntry;
  /** The entry that they say different things of. */
  readonly entryId: string;
}

export function tellConflict({ winner, loser, entryId }: Conflict): string {
  const [one, other] = [winner, loser].map((edit) => tellEdit(edit, entryId));
  return `${one} wins over the earlier ${other}, on entry ${entryId}`;
}

/** An edit in a few words, as one on an entry. */
export function tellEdit(edit: EditOfEntry, entryId: string = edit.entryId): string {
  switch (edit.kind) {
    case 'retitle':
      return `headline "${edit.headline}"`;
    case 'note':
      return `note "${edit.text}"`;
    case 'label':
      return `label ${edit.hypervisors.join(', ') || 'none'}`;
    case 'merge':
      if (entryId === edit.entryId) return `merge with ${edit.with}`;
      if (entryId === edit.with) return `merge with ${edit.entryId}`;
      return `merge of ${edit.entryId} with ${edit.with}`;
    default:
      return edit.kind;
  }
}
