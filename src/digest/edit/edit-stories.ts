import { partsOf } from '../group/story-group.ts';
import type { RankedStory } from '../rank/rank-stories.ts';
import { type Conflict, type NameOf, saySame, tellEdit } from './conflict.ts';
import type { Regrouping, ResolvedEdits, StoryEdit } from './resolve-edits.ts';

/** A ranked story with what the editor decided on it. */
export interface EditedStory extends RankedStory {
  readonly isPinned: boolean;
  readonly headline?: string;
  readonly note?: string;
  /** What the editor changed, in words. */
  readonly edited: readonly string[];
}

export interface EditedStories {
  /** Pinned ones first, the one pinned last before the others, then as ranked; without the dropped. */
  readonly stories: readonly EditedStory[];
  /** Edits of different entries that met in one story and contradict each other, in words. */
  readonly conflicts: readonly string[];
}

/**
 * Applies what the editor decided, by entry, to the stories that the entries stand in.
 *
 * @param apart ids of the entries that the editor set apart
 */
export function editStories(
  ranked: readonly RankedStory[],
  { edits, regroupings }: Pick<ResolvedEdits, 'edits' | 'regroupings'>,
  apart: ReadonlySet<string>,
  nameOf: NameOf,
): EditedStories {
  const conflicts: Rivalry[] = [];
  const stories = ranked.flatMap((story) => {
    const ids = new Set(story.entries.map(({ entry }) => entry.id));
    const own = edits.filter(({ entryId }) => ids.has(entryId));
    return editStory(story, own, tellRegrouped(story, ids, regroupings, apart), conflicts);
  });
  const pinned = edits
    .filter(({ kind }) => kind === 'pin')
    .toReversed()
    .flatMap(({ entryId }) =>
      stories.filter(
        ({ isPinned, entries }) => isPinned && entries.some(({ entry }) => entry.id === entryId),
      ),
    );
  return {
    stories: [...new Set([...pinned, ...stories])],
    conflicts: conflicts.map((each) => tellRivalry(each, nameOf)),
  };
}

function tellRegrouped(
  story: RankedStory,
  ids: ReadonlySet<string>,
  regroupings: readonly Regrouping[],
  apart: ReadonlySet<string>,
): string[] {
  const isJoined =
    partsOf(story).length > 1 ||
    regroupings.some(
      (edit) => edit.kind === 'merge' && ids.has(edit.entryId) && ids.has(edit.with),
    );
  return [
    ...(isJoined ? ['Put together by the editor'] : []),
    ...(ids.isDisjointFrom(apart) ? [] : ['Set apart by the editor']),
  ];
}

function editStory(
  story: RankedStory,
  own: readonly StoryEdit[],
  regrouped: readonly string[],
  conflicts: Rivalry[],
): EditedStory[] {
  const last = <Kind extends StoryEdit['kind']>(...kinds: Kind[]) => latest(own, kinds, conflicts);
  const fate = last('pin', 'drop');
  if (fate?.kind === 'drop') return [];
  const headline = last('retitle')?.headline;
  const note = last('note')?.text;
  const label = last('label');
  const edited = [
    ...(fate ? ['Pinned by the editor'] : []),
    ...(headline === undefined ? [] : ['Headline by the editor']),
    ...(note === undefined ? [] : ['Note by the editor']),
    ...(label ? ['Labelled by the editor'] : []),
    ...regrouped,
  ];
  return [
    {
      ...story,
      ...(label && { hypervisors: label.hypervisors }),
      isPinned: fate !== undefined,
      ...(headline !== undefined && { headline }),
      ...(note !== undefined && { note }),
      edited,
    },
  ];
}

/** The edit of some kinds that was made last; the others are noted where they say otherwise. */
function latest<Kind extends StoryEdit['kind']>(
  own: readonly StoryEdit[],
  kinds: readonly Kind[],
  conflicts: Rivalry[],
): Extract<StoryEdit, { kind: Kind }> | undefined {
  const rivals = own
    .filter((edit): edit is Extract<StoryEdit, { kind: Kind }> =>
      kinds.some((kind) => kind === edit.kind),
    )
    .toReversed();
  const [winner, ...losers] = rivals;
  for (const loser of losers)
    if (winner && !saySame(winner, loser)) conflicts.push({ winner, loser });
  return winner;
}

/** Two edits of different entries that met in one story. */
type Rivalry = Pick<Conflict, 'winner' | 'loser'>;

function tellRivalry({ winner, loser }: Rivalry, nameOf: NameOf): string {
  const [one, other] = [winner, loser].map(
    (edit) => `${tellEdit(edit, nameOf)} (on ${nameOf(edit.entryId)})`,
  );
  return `${one} wins over the earlier ${other} in one story`;
}
