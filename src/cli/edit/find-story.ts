import { nearestName } from '../../config/nearest-name.ts';
import { storyId } from '../../digest/story-id.ts';
import type { EditionStory } from '../../model/edition.ts';
import type { StoredEntry } from '../../model/entry.ts';
import type { Composed } from '../../pipeline.ts';
import { UsageError } from '../usage-error.ts';
import { nameHandles } from './name-handles.ts';

/** A story as an edit knows it: by the entry that was named, or else by the one it is told by. */
export interface FoundStory {
  readonly entryId: string;
  readonly title: string;
  /** Absent where the edition leaves it out. */
  readonly story?: EditionStory;
  /** True when one of its entries was named, not the story as a whole. */
  readonly isEntry: boolean;
}

/**
 * The story that the command line names: by the first characters of its id or of that of an entry,
 * or by the URL of an entry. Throws a UsageError where none is called so, or more than one.
 */
export function findStory(composed: Composed, named: string): FoundStory {
  const { edition, considered } = composed;
  const typed = named.trim().toLowerCase();
  const url = URL.parse(named.trim())?.href;
  const byStory = edition.stories.filter(({ id }) => typed !== '' && id.startsWith(typed));
  // A story that was dropped, or put with another, still goes by the entry that it began with.
  const byEntry = considered.filter(
    (entry) => isCalled(entry, typed) || (url !== undefined && hrefOf(entry) === url),
  );
  const found = [byStory.flatMap(asStory), byEntry.map((entry) => asEntry(entry, edition.stories))];
  const [one, ...others] = found.find((tier) => tier.length > 0) ?? [];
  if (one === undefined) throw unknown(composed, named);
  if (others.length > 0) throw ambiguous(composed, named, [one, ...others]);
  return one;
}

function isCalled({ id }: StoredEntry, typed: string): boolean {
  return typed !== '' && (id.startsWith(typed) || storyId(id).startsWith(typed));
}

function hrefOf({ url }: StoredEntry): string | undefined {
  return url === undefined ? undefined : URL.parse(url)?.href;
}

function asStory(story: EditionStory): FoundStory[] {
  const [head] = story.reports;
  if (head === undefined) return [];
  return [{ entryId: head.entryId, title: story.headline, story, isEntry: false }];
}

function asEntry({ id, title }: StoredEntry, stories: readonly EditionStory[]): FoundStory {
  const story = stories.find(({ reports }) => reports.some(({ entryId }) => entryId === id));
  return { entryId: id, title: story?.headline ?? title, isEntry: true, ...(story && { story }) };
}

const MOST_LISTED = 10;

function ambiguous(
  composed: Composed,
  named: string,
  candidates: readonly FoundStory[],
): UsageError {
  const handles = nameHandles(composed);
  const titles = new Map(composed.considered.map(({ id, title }) => [id, title]));
  const lines = candidates.slice(0, MOST_LISTED).map(({ entryId, story, isEntry, title }) => {
    const id = isEntry ? entryId : (story?.id ?? entryId);
    return `  ${handles.get(id) ?? id}  ${titles.get(id) ?? title}`;
  });
  const rest = candidates.length - lines.length;
  return new UsageError(
    [`"${named}" is the name of ${candidates.length}, type more of one:`, ...lines]
      .concat(rest > 0 ? [`  and ${rest} more`] : [])
      .join('\n'),
  );
}

function unknown(composed: Composed, named: string): UsageError {
  if (composed.considered.length === 0)
    return new UsageError('there is no story to edit: nothing is new since the last edition');
  const { stories } = composed.edition;
  const handles = nameHandles(composed);
  const nearest = nearestName(named, [...handles.values()]);
  const story = stories.find(({ id }) => nearest !== undefined && id.startsWith(nearest));
  const entry = composed.considered.find(
    ({ id }) => nearest !== undefined && id.startsWith(nearest),
  );
  const title = story?.headline ?? entry?.title;
  const hint = title === undefined ? '' : `\n(Did you mean ${nearest}, "${title}"?)`;
  return new UsageError(
    `no story of the coming edition is called "${named}"; npm run edit -- show lists them${hint}`,
  );
}
