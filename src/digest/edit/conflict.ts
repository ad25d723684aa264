import type { EditOfEntry } from '../../model/edit.ts';

/** Two edits that contradict each other; the later one holds. */
export interface Conflict {
  readonly winner: EditOfEntry;
  readonly loser: EditOfEntry;
  /** The entry that they say different things of. */
  readonly entryId: string;
}

/** What an entry is called, by its id. */
export type NameOf = (entryId: string) => string;

export function tellConflict({ winner, loser, entryId }: Conflict, nameOf: NameOf): string {
  const [one, other] = [winner, loser].map((edit) => tellEdit(edit, nameOf, entryId));
  return `${one} wins over the earlier ${other}, on ${nameOf(entryId)}`;
}

/** An edit in a few words, as one on an entry. */
export function tellEdit(edit: EditOfEntry, nameOf: NameOf, entryId = edit.entryId): string {
  switch (edit.kind) {
    case 'retitle':
      return `headline "${edit.headline}"`;
    case 'note':
      return `note "${edit.text}"`;
    case 'label':
      return `label ${edit.hypervisors.join(', ') || 'none'}`;
    case 'merge':
      if (entryId === edit.entryId) return `merge with ${nameOf(edit.with)}`;
      if (entryId === edit.with) return `merge with ${nameOf(edit.entryId)}`;
      return `merge of ${nameOf(edit.entryId)} with ${nameOf(edit.with)}`;
    default:
      return edit.kind;
  }
}

/** Whether two edits of a story decide the same. */
export function saySame(one: EditOfEntry, other: EditOfEntry): boolean {
  const [first, second] = [one, other].map((edit) => tellEdit(edit, (id) => id));
  return first === second;
}
