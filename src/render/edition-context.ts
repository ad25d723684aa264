import type { Edition, EditionSection, EditionStory } from '../model/edition.ts';
import { sectionAnchor, storyAnchor } from './addresses.ts';
import { cleanEdition } from './clean-edition.ts';
import { type DateWords, dateWords } from './date-words.ts';
import { type EditorsWords, editorsWords } from './editors-words.ts';
import { nameOnce, tellOnce } from './tell-once.ts';

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
  /** The first section that names a story in one line, be it behind a fold. */
  readonly firstNamed: (storyId: string) => EditionSection | undefined;
  /** Where a page tells most about a story. */
  readonly anchor: (story: EditionStory) => string;
  readonly room: (storyId: string) => Room;
  /** What the editor wrote, as far as there is room for it. */
  readonly editorsWords: (markdown: string) => EditorsWords | undefined;
}

/** Looks things up in an edition for documents with room for everything. */
export function editionContext(given: Edition): EditionContext {
  const edition = cleanEdition(given);
  const stories = new Map(edition.stories.map((story) => [story.id, story]));
  const names = new Map(edition.sections.map((section) => [section.hypervisorId, section.name]));
  const homes = tellOnce(edition.sections);
  const lines = nameOnce(edition.sections);
  return {
    edition,
    room: () => 'full',
    editorsWords: (markdown) => editorsWords(markdown),
    dates: dateWords(edition.site),
    home: (storyId) => homes.get(storyId),
    hypervisorName: (id) => names.get(id) ?? id,
    firstNamed: (storyId) => lines.get(storyId),
    anchor: ({ id, hypervisors: [first = ''] }) =>
      homes.has(id) || lines.has(id) ? storyAnchor(id) : sectionAnchor(first),
    story: (id) => {
      const story = stories.get(id);
      if (!story)
        throw new Error(`Edition ${edition.id} names story ${id}, which it does not hold`);
      return story;
    },
  };
}

/** The same for a document with less room. */
export function inLessRoom(context: EditionContext, room: LessRoom): EditionContext {
  return {
    ...context,
    room: room.forStory,
    editorsWords: (markdown) => editorsWords(markdown, room.forEditor),
  };
}

interface LessRoom {
  readonly forStory: (storyId: string) => Room;
  /** In characters, for each text of the editor's. */
  readonly forEditor: number;
}
