import type { Edit, EditOfEntry } from '../../model/edit.ts';
import { byTimeMade } from './by-time-made.ts';
import { type Conflict, tellConflict, tellEdit } from './conflict.ts';

/** The edits that hold, and what became of the others. */
export interface ResolvedEdits {
  /** One of each kind for an entry, in the order in which they were made. */
  readonly edits: readonly StoryEdit[];
  /** All of them, in the order in which they were made: each is about the stories that the others left. */
  readonly regroupings: readonly Regrouping[];
  /** The editor's opening, Markdown. */
  readonly intro?: string;
  /** Edits that a later one undoes, in words. */
  readonly conflicts: readonly string[];
}

/** What makes two stories one, or one two. */
export type Regrouping = Extract<EditOfEntry, { kind: 'merge' | 'split' }>;
/** What changes a story. */
export type StoryEdit = Exclude<EditOfEntry, Regrouping>;

/** Settles which edits hold: of two that contradict each other, the later one. */
export function resolveEdits(edits: readonly Edit[]): ResolvedEdits {
  const holding = new Map<string, StoryEdit>();
  const regroupings: Regrouping[] = [];
  let conflicts: Conflict[] = [];
  let replacesIntro = false;
  let intro: string | undefined;
  for (const edit of edits.toSorted(byTimeMade)) {
    if (edit.kind === 'intro') {
      replacesIntro ||= intro !== undefined && intro !== edit.text;
      intro = edit.text;
      continue;
    }
    if (edit.kind === 'merge' || edit.kind === 'split') {
      regroupings.push(edit);
      continue;
    }
    const key = keyOf(edit);
    const other = holding.get(key);
    if (other) conflicts = overrule(conflicts, edit, other);
    holding.delete(key);
    holding.set(key, edit);
  }
  return {
    edits: [...holding.values()],
    regroupings,
    ...(intro !== undefined && { intro }),
    conflicts: [
      ...(replacesIntro ? ['A later intro replaces another'] : []),
      ...new Set(conflicts.map(tellConflict)),
    ],
  };
}

/** What was won by an edit that is overruled itself is won by the later one, unless that says the same. */
function overrule(conflicts: readonly Conflict[], winner: StoryEdit, loser: StoryEdit): Conflict[] {
  const inherited = conflicts.map((each) => (each.winner === loser ? { ...each, winner } : each));
  return [...inherited, { winner, loser, entryId: winner.entryId }].filter(
    (each) => each.winner !== winner || tellEdit(winner) !== tellEdit(each.loser),
  );
}

/** The same for edits that contradict each other on one entry: what is pinned is not dropped. */
function keyOf({ kind, entryId }: StoryEdit): string {
  return `${kind === 'drop' ? 'pin' : kind} ${entryId}`;
}
