import type { Edition, QuietNotice } from '../../model/edition.ts';
import type { EditionInput } from '../../model/edition-input.ts';
import { publishedAt } from '../classify/classified-entry.ts';
import { classifyEntries } from '../classify/classify-entries.ts';
import { firstDay } from '../day-of.ts';
import { rankStories } from '../rank/rank-stories.ts';
import { FLOOR } from '../share-out.ts';
import { cleanHeadline } from '../tell/clean-headline.ts';

type LastStory = NonNullable<QuietNotice['last']>;

/** Older entries are looked through this far, newest first. */
const MOST_OLDER = 2000;

/**
 * The last story told in full about each of the given hypervisors: from earlier editions, as they
 * told it or named it as the last, and from older entries that none reports where the store knows a
 * newer one. One that is about another platform first stands back.
 */
export function findLastStories(
  hypervisors: readonly string[],
  input: EditionInput,
): ReadonlyMap<string, LastStory> {
  const found = new Map<string, LastStory>();
  if (hypervisors.length === 0) return found;
  const older = olderStories(input);
  for (const hypervisor of hypervisors) {
    const told = input.earlier.flatMap((edition) => toldIn(edition, hypervisor));
    const named = input.earlier
      .flatMap((edition) => namedIn(edition, hypervisor))
      .filter(({ story }) => !told.some((each) => each.story.title === story.title));
    const known = older.filter((story) => story.hypervisors.includes(hypervisor));
    const isOther = ({ hypervisors: [first] }: OldStory) => Number(first !== hypervisor);
    const [last] = [...told, ...named, ...known].sort(
      (a, b) => isOther(a) - isOther(b) || newestFirst(a, b),
    );
    if (last) found.set(hypervisor, last.story);
  }
  return found;
}

interface OldStory {
  readonly story: LastStory;
  readonly hypervisors: readonly string[];
  readonly score: number;
}

function toldIn({ sections, stories }: Edition, hypervisor: string): OldStory[] {
  const ids = sections.find(({ hypervisorId }) => hypervisorId === hypervisor)?.storyIds ?? [];
  return stories
    .filter(({ id }) => ids.includes(id))
    .map(({ headline, url, publishedOn, hypervisors, score }) => ({
      story: { title: headline, ...(url !== undefined && { url }), publishedOn },
      hypervisors,
      score,
    }));
}

/** What it named as the last story of a quiet hypervisor, which the entries may not go back to. */
function namedIn({ sections }: Edition, hypervisor: string): OldStory[] {
  return sections.flatMap(({ hypervisorId, quiet }) =>
    hypervisorId === hypervisor && quiet?.last
      ? [{ story: quiet.last, hypervisors: [hypervisor], score: 0 }]
      : [],
  );
}

function olderStories(input: EditionInput): OldStory[] {
  const { older = [], sources, hypervisors, site, earlier } = input;
  const told = new Set(
    earlier
      .flatMap(({ stories }) => stories.flatMap(({ reports }) => reports))
      .map(({ entryId }) => entryId),
  );
  const newest = older
    .filter(({ id }) => !told.has(id))
    .sort(
      (a, b) => Temporal.Instant.compare(publishedAt(b), publishedAt(a)) || (a.id < b.id ? -1 : 1),
    )
    .slice(0, MOST_OLDER);
  const singles = classifyEntries(newest, sources, hypervisors)
    .filter(({ labels }) => labels.length > 0)
    .map((entry) => ({ entries: [entry], together: [] }));
  return rankStories(singles, hypervisors)
    .filter(({ score }) => score >= FLOOR)
    .flatMap(({ entries, hypervisors: about, score }) =>
      entries.map(({ entry, source }) => ({
        story: {
          title: cleanHeadline(entry.title, source?.name ?? ''),
          ...(entry.url !== undefined && { url: entry.url }),
          publishedOn: firstDay(entries, site.timeZone),
        },
        hypervisors: about,
        score,
      })),
    );
}

function newestFirst(a: OldStory, b: OldStory): number {
  if (a.story.publishedOn !== b.story.publishedOn) {
    return a.story.publishedOn < b.story.publishedOn ? 1 : -1;
  }
  return b.score - a.score || (a.story.title < b.story.title ? -1 : 1);
}
