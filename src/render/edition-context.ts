import type { Edition, EditionSection, EditionStory } from '../model/edition.ts';
import { sectionAnchor, storyAnchor } from './addresses.ts';
import { cleanEdition } from './clean-edition.ts';
import { type DateWords, dateWords } from './date-words.ts';
import { tellOnce } from './tell-once.ts';

/** How much of a story a document has room for. */
export type Room = 'full' | 'headline' | 'none';

/** What every view of an edition looks things up in. */
export interface EditionContext {
  readonly edition: Edition;
  readonly dates: DateWords;
  readonly story: (id: string) => EditionStory;
  readonly hypervisorName: (id: string) => string;
  /** The section that tells a story in full; none for a brief. */
  readonly home: (storyId: string) => EditionSection | undefined;
  /** Where a page tells most about a story. */
  readonly anchor: (story: EditionStory) => string;
  readonly room: (storyId: string) => Room;
}

/** @param room defaults to room for everything */
export function editionContext(
  given: Edition,
  room: (storyId: string) => Room = () => 'full',
): EditionContext {
  const edition = cleanEdition(given);
  const stories = new Map(edition.stories.map((story) => [story.id, story]));
  const names = new Map(edition.sections.map((section) => [section.hypervisorId, section.name]));
  const homes = tellOnce(edition.sections);
  return {
    edition,
    room,
    dates: dateWords(edition.site),
    home: (storyId) => homes.get(storyId),
    hypervisorName: (id) => names.get(id) ?? id,
    anchor: (story) =>
      homes.has(story.id) ? storyAnchor(story.id) : sectionAnchor(story.hypervisors[0] ?? ''),
    story: (id) => {
      const story = stories.get(id);
      if (!story)
        throw new Error(`Edition ${edition.id} names story ${id}, which it does not hold`);
      return story;
    },
  };
}
