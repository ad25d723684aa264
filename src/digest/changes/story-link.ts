import type { EarlierStory, Edition, EditionStory } from '../../model/edition.ts';
import type { RankedStory } from '../rank/rank-stories.ts';

/** A story of this edition, and an earlier one that it may go on with. */
export interface StoryLink {
  readonly now: RankedStory;
  readonly story: EarlierStory;
  readonly score: number;
  /** How many editions ago. */
  readonly age: number;
}

/** What joins two stories outright, and what only likeness may outweigh. */
export const SAME_MATTER = 2;
export const SAME_RELEASE = 1;

/** A story that an earlier edition told. */
export interface ToldStory {
  readonly edition: Edition;
  readonly story: EditionStory;
  /** How many editions ago. */
  readonly age: number;
}

/** Further back than this many editions, likeness says little. */
const MOST_EDITIONS = 6;

export function isRecent({ age }: ToldStory): boolean {
  return age < MOST_EDITIONS;
}

/** Where an earlier story is found. */
export function placeOf(
  edition: Edition,
  { id, headline }: EditionStory,
): Omit<EarlierStory, 'because'> {
  return { editionId: edition.id, editionName: edition.name, storyId: id, headline };
}
