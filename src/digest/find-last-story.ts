import type { Edition, QuietNotice } from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import { type ClassifiedEntry, publishedAt } from './classified-entry.ts';
import { classifyEntries } from './classify-entries.ts';
import { rankStories } from './rank-stories.ts';
import { tellStory } from './tell-story.ts';

type LastStory = NonNullable<QuietNotice['last']>;

/** Older entries are looked through this far, newest first. */
const MOST_OLDER = 2000;

/**
 * The last story told in full about each of the given hypervisors: from earlier editions, and from
 * older entries where the store knows a newer one than they do.
 */
export function findLastStories(
  hypervisors: readonly string[],
  input: EditionInput,
  floor: number,
): ReadonlyMap<string, LastStory> {
  const found = new Map<string, LastStory>();
  if (hypervisors.length === 0) return found;
  const older = olderStories(input, floor);
  for (const hypervisor of hypervisors) {
    const candidates = [
      ...input.earlier.flatMap((edition) => toldIn(edition, hypervisor)),
      ...older.filter((story) => story.hypervisors.includes(hypervisor)),
    ];
    const last = candidates.sort(newestFirst)[0];
    if (last) found.set(hypervisor, shorten(last));
  }
  return found;
}

interface OldStory extends LastStory {
  readonly hypervisors: readonly string[];
  readonly score: number;
}

function toldIn({ sections, stories }: Edition, hypervisor: string): OldStory[] {
  const ids = sections.find((section) => section.hypervisorId === hypervisor)?.storyIds ?? [];
  return stories
    .filter(({ id }) => ids.includes(id))
    .map(({ headline, ...story }) => ({ ...story, title: headline }));
}

function olderStories(
  { older, sources, hypervisors, site }: EditionInput,
  floor: number,
): OldStory[] {
  if (!older) return [];
  const newest = [...older]
    .sort(
      (a, b) => Temporal.Instant.compare(publishedAt(b), publishedAt(a)) || (a.id < b.id ? -1 : 1),
    )
    .slice(0, MOST_OLDER);
  const single = (entry: ClassifiedEntry) => ({ entries: [entry], together: [] });
  return rankStories(classifyEntries(newest, sources, hypervisors).map(single), hypervisors)
    .filter(({ score, hypervisors: about }) => score >= floor && about.length > 0)
    .map((story) => ({ ...tellStory(story, site.timeZone) }))
    .map(({ headline, ...story }) => ({ ...story, title: headline }));
}

function newestFirst(a: OldStory, b: OldStory): number {
  if (a.publishedOn !== b.publishedOn) return a.publishedOn < b.publishedOn ? 1 : -1;
  return b.score - a.score || (a.title < b.title ? -1 : 1);
}

function shorten({ title, url, publishedOn }: OldStory): LastStory {
  return { title, ...(url !== undefined && { url }), publishedOn };
}
