import type { EditOfEntry } from '../../model/edit.ts';
import type { RankedStory } from '../rank/rank-stories.ts';
import { byTimeMade } from './by-time-made.ts';
import { tellEdit } from './resolve-edits.ts';

/** A ranked story with what the editor decided on it. */
export interface EditedStory extends RankedStory {
  readonly isPinned: boolean;
  readonly headline?: string;
  readonly note?: string;
  /** What the editor changed, in words. */
  readonly edited: readonly string[];
}

export interface EditedStories {
  /** Pinned ones first, then as ranked; without those that were dropped. */
  readonly stories: readonly EditedStory[];
  /** Edits of different entries that met in one story and contradict each other, in words. */
  readonly conflicts: readonly string[];
}

/** Applies what the editor decided, by entry, to the stories that the entries stand in. */
export function editStories(
  ranked: readonly RankedStory[],
  edits: readonly EditOfEntry[],
): EditedStories {
  const conflicts: string[] = [];
  const byEntry = Map.groupBy(edits, ({ entryId }) => entryId);
  const stories = ranked.flatMap((story) => {
    const own = story.entries.flatMap(({ entry }) => byEntry.get(entry.id) ?? []);
    if (own.length === 0) return [{ ...story, isPinned: false, edited: [] }];
    return editStory(story, own, conflicts);
  });
  const pinned = stories.filter(({ isPinned }) => isPinned);
  return { stories: [...pinned, ...stories.filter(({ isPinned }) => !isPinned)], conflicts };
}

function editStory(
  story: RankedStory,
  own: readonly EditOfEntry[],
  conflicts: string[],
): EditedStory[] {
  const last = <Kind extends EditOfEntry['kind']>(...kinds: Kind[]) =>
    latest(own, kinds, conflicts);
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
    ...own.flatMap(({ kind }) => (kind === 'merge' ? ['Put together by the editor'] : [])),
    ...own.flatMap(({ kind }) => (kind === 'split' ? ['Set apart by the editor'] : [])),
  ];
  return [
    {
      ...story,
      ...(label && { hypervisors: label.hypervisors }),
      isPinned: fate !== undefined,
      ...(headline !== undefined && { headline }),
      ...(note !== undefined && { note }),
      edited: [...new Set(edited)],
    },
  ];
}

/** The edit of some kinds that was made last; the others are noted where they say otherwise. */
function latest<Kind extends EditOfEntry['kind']>(
  own: readonly EditOfEntry[],
  kinds: readonly Kind[],
  conflicts: string[],
): Extract<EditOfEntry, { kind: Kind }> | undefined {
  const rivals = own
    .filter((edit): edit is Extract<EditOfEntry, { kind: Kind }> =>
      kinds.some((kind) => kind === edit.kind),
    )
    .sort((a, b) => byTimeMade(b, a));
  const [winner, ...losers] = rivals;
  for (const loser of losers) {
    if (!winner || tellEdit(loser) === tellEdit(winner)) continue;
    conflicts.push(
      `${tellEdit(winner)} (entry ${winner.entryId}) wins over the earlier ${tellEdit(loser)} (entry ${loser.entryId}) in one story`,
    );
  }
  return winner;
}
