import { nearestName } from '../../config/nearest-name.ts';
import { storyId } from '../../digest/tell/story-id.ts';
import { canonicalAddress } from '../../digest/words/canonical-address.ts';
import type { EditionStory } from '../../model/edition.ts';
import type { StoredEntry } from '../../model/entry.ts';
import type { Composed } from '../../pipeline.ts';
import { UsageError } from '../usage-error.ts';
import { findIssued } from './find-issued.ts';
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
 * or by the URL of an entry. An id that it had before counts, too: it changes when an older report
 * joins. Throws a UsageError where none is called so, or more than one.
 */
export function findStory(composed: Composed, named: string): FoundStory {
  const { edition, considered } = composed;
  const typed = named.trim().toLowerCase();
  const address = /^https?:/i.test(named.trim()) ? canonicalAddress(named.trim()) : undefined;
  const told = (entry: StoredEntry) => asEntry(entry, edition.stories);
  const byId = typed === '' ? [] : considered.filter(({ id }) => id.startsWith(typed)).map(told);
  const byUrl = considered
    .filter(({ url }) => address !== undefined && url && canonicalAddress(url) === address)
    .map(told);
  const tiers = [typed === '' ? [] : findByStory(composed, typed), byId, onePerStory(byUrl)];
  const [one, ...others] = tiers.find((tier) => tier.length > 0) ?? [];
  if (one === undefined) throw unknown(composed, named);
  if (others.length > 0) throw ambiguous(composed, named, [one, ...others]);
  return one;
}

/** By the id of a story, or by the one that it would have if it began with another of its entries. */
function findByStory({ edition, considered }: Composed, typed: string): FoundStory[] {
  const { stories } = edition;
  const exact = stories.filter(({ id }) => id === typed);
  const current = (
    exact.length > 0 ? exact : stories.filter(({ id }) => id.startsWith(typed))
  ).flatMap(asStory);
  const ids = new Set(stories.map(({ id }) => id));
  // A story that was dropped, or put with another, still goes by the entry that it began with.
  const former = considered
    .filter(({ id }) => !ids.has(storyId(id)) && storyId(id).startsWith(typed))
    .map((entry) => asEntry(entry, stories))
    .filter(({ story }) => !current.some((found) => found.story === story));
  return exact.length > 0 ? current : [...current, ...former];
}

/** Two sources that carry one page are one story, whichever of them is meant. */
function onePerStory(found: readonly FoundStory[]): FoundStory[] {
  return found.filter(
    ({ story }, at) => !story || found.findIndex((other) => other.story === story) === at,
  );
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
  const issued = findIssued(composed.earlier, named);
  if (issued !== undefined)
    return new UsageError(
      `"${issued.headline}" was issued in ${issued.edition}: an issued edition does not change`,
    );
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
