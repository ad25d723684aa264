import type { StoryGroup } from '../group/story-group.ts';
import { type Conflict, type NameOf, tellConflict } from './conflict.ts';
import { joinGroups, takeOut } from './move-entries.ts';
import type { Regrouping } from './resolve-edits.ts';

type MergeEdit = Extract<Regrouping, { kind: 'merge' }>;
type SplitEdit = Extract<Regrouping, { kind: 'split' }>;

/** The stories as the editor left them. */
export interface Regrouped {
  readonly groups: readonly StoryGroup[];
  /** Ids of the entries that were set apart and still are. */
  readonly apart: ReadonlySet<string>;
  /** Edits that a later one undoes, in words. */
  readonly conflicts: readonly string[];
}

/**
 * Does with the stories that were found what the editor did, one after the other: a merge puts two of
 * them together as they stand, even where they must stay apart, a split takes one report out and
 * leaves the others. So each edit changes what it names, and nothing that was done before it besides.
 */
export function regroup(
  found: readonly StoryGroup[],
  regroupings: readonly Regrouping[],
  nameOf: NameOf,
): Regrouped {
  const hand = new RegroupingHand(found);
  for (const edit of regroupings) {
    if (edit.kind === 'merge') hand.merge(edit);
    else hand.split(edit);
  }
  return hand.result(nameOf);
}

/** A split that holds. */
interface Split {
  readonly edit: SplitEdit;
  /** What it keeps its entry apart from. */
  readonly from: ReadonlySet<string>;
}

/** A merge that holds. */
interface Merge {
  readonly edit: MergeEdit;
  /** The entries of the two stories that it put together, of those that are still there. */
  readonly sides: readonly ReadonlySet<string>[];
  /** What it undid: holds again once the merge does not. */
  readonly undid: readonly Split[];
}

class RegroupingHand {
  #groups: readonly StoryGroup[];
  #splits: readonly Split[] = [];
  #merges: readonly Merge[] = [];
  #conflicts: readonly Conflict[] = [];

  constructor(found: readonly StoryGroup[]) {
    this.#groups = found;
  }

  merge(edit: MergeEdit): void {
    const [one, other] = [edit.entryId, edit.with].map((id) => this.#find(id));
    if (!one || !other || one === other) return;
    const whole = joinGroups(one, other, edit);
    this.#groups = this.#groups
      .filter((group) => group !== other)
      .map((group) => (group === one ? whole : group));
    const here = idsOf(whole);
    const undid = this.#splits.filter(
      (split) => here.has(split.edit.entryId) && !here.isDisjointFrom(split.from),
    );
    this.#splits = this.#splits.filter((split) => !undid.includes(split));
    this.#merges = [...this.#merges, { edit, sides: [idsOf(one), idsOf(other)], undid }];
    for (const { edit: loser } of undid) this.#overrule(edit, loser, loser.entryId);
  }

  split(edit: SplitEdit): void {
    const { entryId } = edit;
    const group = this.#find(entryId);
    if (!group) return;
    const [alone, rest] = takeOut(group, entryId);
    if (rest) {
      this.#groups = this.#groups.flatMap((each) => (each === group ? [alone, rest] : [each]));
      this.#leave(edit);
    }
    this.#splits = [...this.#splits, { edit, from: rest ? idsOf(rest) : new Set() }];
  }

  result(nameOf: NameOf): Regrouped {
    return {
      groups: this.#groups,
      apart: new Set(this.#splits.map(({ edit }) => edit.entryId)),
      conflicts: [...new Set(this.#conflicts.map((each) => tellConflict(each, nameOf)))],
    };
  }

  /** An entry is no more of the story that it left; a merge of which it was one side is undone. */
  #leave(edit: SplitEdit): void {
    const { entryId } = edit;
    const gone = new Set([entryId]);
    const merges = this.#merges.map((merge) => ({
      ...merge,
      sides: merge.sides.map((side) => side.difference(gone)),
    }));
    const [undone = [], left = []] = [true, false].map((isUndone) =>
      merges.filter(({ sides }) => sides.some(({ size }) => size === 0) === isUndone),
    );
    this.#merges = left;
    this.#splits = [...this.#splits, ...undone.flatMap(({ undid }) => undid)].map((split) => ({
      ...split,
      from: split.from.difference(gone),
    }));
    for (const { edit: loser } of undone) this.#overrule(edit, loser, entryId);
  }

  /** What the loser had won holds again, or is lost in the same words. */
  #overrule(winner: Regrouping, loser: Regrouping, entryId: string): void {
    const others = this.#conflicts.filter((conflict) => conflict.winner !== loser);
    this.#conflicts = [...others, { winner, loser, entryId }];
  }

  #find(id: string): StoryGroup | undefined {
    return this.#groups.find(({ entries }) => entries.some(({ entry }) => entry.id === id));
  }
}

function idsOf({ entries }: StoryGroup): ReadonlySet<string> {
  return new Set(entries.map(({ entry }) => entry.id));
}
