import type { Edit, EditOfEntry } from '../../model/edit.ts';
import { byTimeMade } from './by-time-made.ts';
import { type Conflict, type NameOf, saySame, tellConflict, tellEdit } from './conflict.ts';

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

/**
 * Settles which edits hold: of two that contradict each other, the later one.
 *
 * @param configured ids of the hypervisors that a story can be about
 */
export function resolveEdits(
  edits: readonly Edit[],
  configured: readonly string[],
  nameOf: NameOf,
): ResolvedEdits {
  const holding = new Map<string, StoryEdit>();
  const regroupings: Regrouping[] = [];
  const unknown: string[] = [];
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
    const missing = missingOf(edit, configured);
    if (missing.length > 0) unknown.push(tellMissing(edit, missing, nameOf));
    const known = without(edit, missing);
    if (known === undefined) continue;
    const key = keyOf(edit);
    const other = holding.get(key);
    if (other) conflicts = overrule(conflicts, known, other);
    holding.delete(key);
    holding.set(key, known);
  }
  return {
    edits: [...holding.values()],
    regroupings,
    ...(intro !== undefined && { intro }),
    conflicts: [
      ...(replacesIntro ? ['A later intro replaces another'] : []),
      ...new Set(conflicts.map((conflict) => tellConflict(conflict, nameOf))),
      ...unknown,
    ],
  };
}

/** The hypervisors of a label that are no longer in the configuration. */
function missingOf(edit: StoryEdit, configured: readonly string[]): string[] {
  return edit.kind === 'label' ? edit.hypervisors.filter((id) => !configured.includes(id)) : [];
}

/** A label without what is missing; nothing where it says nothing else. */
function without(edit: StoryEdit, missing: readonly string[]): StoryEdit | undefined {
  if (edit.kind !== 'label' || missing.length === 0) return edit;
  const hypervisors = edit.hypervisors.filter((id) => !missing.includes(id));
  return hypervisors.length === 0 ? undefined : { ...edit, hypervisors };
}

function tellMissing(edit: StoryEdit, missing: readonly string[], nameOf: NameOf): string {
  const names = missing.map((id) => `"${id}"`).join(', ');
  const what = missing.length === 1 ? 'hypervisor' : 'hypervisors';
  const left = without(edit, missing) ? `holds without ${names}` : 'is ignored';
  return `${tellEdit(edit, nameOf)} (${edit.id}) ${left}: the configuration has no ${what} ${names}, on ${nameOf(edit.entryId)}`;
}

/** What was won by an edit that is overruled itself is won by the later one, unless that says the same. */
function overrule(conflicts: readonly Conflict[], winner: StoryEdit, loser: StoryEdit): Conflict[] {
  const inherited = conflicts.map((each) => (each.winner === loser ? { ...each, winner } : each));
  return [...inherited, { winner, loser, entryId: winner.entryId }].filter(
    (each) => each.winner !== winner || !saySame(winner, each.loser),
  );
}

/** The same for edits that contradict each other on one entry: what is pinned is not dropped. */
function keyOf({ kind, entryId }: StoryEdit): string {
  return `${kind === 'drop' ? 'pin' : kind} ${entryId}`;
}
