import type { EditionStory, StoryReasons, StoryReport } from '../model/edition.ts';
import { byTelling, isVendor } from './choose-head.ts';
import { type ClassifiedEntry, publishedAt } from './classified-entry.ts';
import { cleanHeadline } from './clean-headline.ts';
import { firstDay } from './day-of.ts';
import type { RankedStory } from './rank-stories.ts';
import { storyId } from './story-id.ts';
import { summarise } from './summarise-story.ts';

/** A ranked story as an edition prints it. */
export function tellStory(story: RankedStory, timeZone: string): EditionStory {
  const reports = story.entries.map((entry) => tellReport(entry, timeZone));
  const [head] = reports;
  if (!head) throw new RangeError('A story needs at least one report');
  const summary = summarise(byTelling(story.entries).map(({ entry }) => entry));
  return {
    id: idOf(story),
    headline: cleanHeadline(head.title, head.sourceName),
    ...(head.url !== undefined && { url: head.url }),
    summary: summary.sentences,
    ...(summary.entryId !== undefined && { summaryFrom: summary.entryId }),
    publishedOn: firstDay(story.entries, timeZone),
    hypervisors: story.hypervisors,
    topics: story.topics,
    reports,
    facts: story.facts,
    score: story.score,
    why: reasons(story),
  };
}

/** The id of a story, by its first report. */
export function idOf({ entries }: RankedStory): string {
  const ids = [...entries]
    .sort(
      (a, b) =>
        Temporal.Instant.compare(publishedAt(a.entry), publishedAt(b.entry)) ||
        (a.entry.id < b.entry.id ? -1 : 1),
    )
    .map(({ entry }) => entry.id);
  return storyId(ids[0] ?? '');
}

function tellReport(classified: ClassifiedEntry, timeZone: string): StoryReport {
  const { entry, source } = classified;
  return {
    entryId: entry.id,
    title: entry.title,
    ...(entry.url !== undefined && { url: entry.url }),
    sourceId: entry.sourceId,
    sourceName: source?.name ?? entry.sourceId,
    isVendor: isVendor(classified),
    publishedOn: firstDay([classified], timeZone),
  };
}

function reasons({ entries, hypervisors, together, points }: RankedStory): StoryReasons {
  const labels = hypervisors.flatMap((hypervisor) => {
    const own = entries
      .flatMap((entry) => entry.labels)
      .filter((label) => label.hypervisor === hypervisor)
      .sort((a, b) => b.score - a.score);
    return own[0] ? [{ hypervisor, text: own[0].because }] : [];
  });
  return { labels, together, rank: points };
}
