import type { Edit, EditOfEntry } from '../../model/edit.ts';
import { byTimeMade } from './by-time-made.ts';

/** The edits that hold, one of each kind for an entry, and what became of the others. */
export interface ResolvedEdits {
  /** In the order in which they were made. */
  readonly edits: readonly EditOfEntry[];
  /** The editor's opening, Markdown. */
  readonly intro?: string;
  /** Edits that a later one undoes, in words. */
  readonly conflicts: readonly string[];
}

/** Kinds that contradict each other on one entry. */
const RIVALS: readonly (readonly string[])[] = [
  ['pin', 'drop'],
  ['merge', 'split'],
];

/** Settles which edits hold: of two that contradict each other, the later one. */
export function resolveEdits(edits: readonly Edit[]): ResolvedEdits {
  const ordered = edits.toSorted(byTimeMade);
  const holding = new Map<string, EditOfEntry>();
  let conflicts: Conflict[] = [];
  let replacesIntro = false;
  let intro: string | undefined;
  for (const edit of ordered) {
    if (edit.kind === 'intro') {
      replacesIntro ||= intro !== undefined && intro !== edit.text;
      intro = edit.text;
      continue;
    }
    for (const [key, other] of holding) {
      if (!contradicts(edit, other)) continue;
      holding.delete(key);
      conflicts = overrule(conflicts, edit, other);
    }
    holding.set(keyOf(edit), edit);
  }
  return {
    edits: [...holding.values()],
    ...(intro !== undefined && { intro }),
    conflicts: [
      ...(replacesIntro ? ['A later intro replaces another'] : []),
      ...new Set(conflicts.map(tellConflict)),
    ],
  };
}

interface Conflict {
  readonly winner: EditOfEntry;
  readonly loser: EditOfEntry;
}

/** What was won by an edit that is overruled itself is won by the later one, unless that says the same. */
function overrule(
  conflicts: readonly Conflict[],
  winner: EditOfEntry,
  loser: EditOfEntry,
): Conflict[] {
  const inherited = conflicts.map((each) => (each.winner === loser ? { ...each, winner } : each));
  return [...inherited, { winner, loser }].filter(
    (each) => each.winner !== winner || !saysSame(winner, each.loser),
  );
}

function keyOf(edit: EditOfEntry): string {
  const other = edit.kind === 'merge' ? edit.with : '';
  return `${edit.kind} ${edit.entryId} ${other}`;
}

function contradicts(later: EditOfEntry, earlier: EditOfEntry): boolean {
  if (keyOf(later) === keyOf(earlier)) return true;
  const isRival = RIVALS.some(
    (kinds) => kinds.includes(later.kind) && kinds.includes(earlier.kind),
  );
  if (!isRival || later.kind === earlier.kind) return false;
  return entriesOf(later).some((id) => entriesOf(earlier).includes(id));
}

function entriesOf(edit: EditOfEntry): string[] {
  return edit.kind === 'merge' ? [edit.entryId, edit.with] : [edit.entryId];
}

function saysSame(a: EditOfEntry, b: EditOfEntry): boolean {
  return tellEdit(a) === tellEdit(b);
}

function tellConflict({ winner, loser }: Conflict): string {
  return `${tellEdit(winner)} wins over the earlier ${tellEdit(loser)}, on entry ${winner.entryId}`;
}

/** An edit in a few words. */
export function tellEdit(edit: EditOfEntry): string {
  switch (edit.kind) {
    case 'retitle':
      return `headline "${edit.headline}"`;
    case 'note':
      return `note "${edit.text}"`;
    case 'label':
      return `label ${edit.hypervisors.join(', ') || 'none'}`;
    case 'merge':
      return `merge with ${edit.with}`;
    default:
      return edit.kind;
  }
}
