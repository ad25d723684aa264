import type { EarlierStory, EditionStory, StoryReasons, StoryReport } from '../../model/edition.ts';
import { byTime, type ClassifiedEntry } from '../classify/classified-entry.ts';
import { firstDay } from '../day-of.ts';
import type { EditedStory } from '../edit/edit-stories.ts';
import { type DetailContext, extractDetails } from '../facts/extract-details.ts';
import { partsOf } from '../group/story-group.ts';
import { inTextOrder, isVendor } from '../rank/choose-head.ts';
import type { RankedStory } from '../rank/rank-stories.ts';
import { cleanHeadline } from './clean-headline.ts';
import { findTemplates } from './find-templates.ts';
import { storyId } from './story-id.ts';
import { summarise } from './summarise-story.ts';
import { tellTogether } from './tell-together.ts';

/** What a story is told in view of. */
interface TellingContext extends DetailContext {
  readonly timeZone: string;
  readonly continued: ReadonlyMap<RankedStory, EarlierStory>;
  /** Stories that stand on the page in full or in a line; only these are summarised. */
  readonly named: ReadonlySet<RankedStory>;
}

/** The stories as an edition prints them, in the order given. */
export function tellStories(
  stories: readonly EditedStory[],
  context: TellingContext,
): EditionStory[] {
  const templates = findTemplates(
    [...context.named].map(({ entries }) => entries.map(({ entry }) => entry)),
  );
  return stories.map((story) => tellStory(story, context, templates));
}

function tellStory(
  story: EditedStory,
  context: TellingContext,
  templates: ReadonlySet<string>,
): EditionStory {
  const { timeZone, continued, named, products } = context;
  const reports = story.entries.map((entry) => tellReport(entry, timeZone));
  const [head] = reports;
  if (!head) throw new RangeError('A story needs at least one report');
  const summary = summarise(
    named.has(story) ? inTextOrder(story).map(({ entry }) => entry) : [],
    products,
    templates,
  );
  const continues = continued.get(story);
  return {
    id: idOf(story),
    headline: story.headline ?? cleanHeadline(head.title, head.sourceName),
    ...(head.url !== undefined && { url: head.url }),
    summary: summary.sentences,
    ...(summary.entryId !== undefined && { summaryFrom: summary.entryId }),
    publishedOn: firstDay(story.entries, timeZone),
    hypervisors: story.hypervisors,
    topics: story.topics,
    reports,
    facts: extractDetails(story.facts, story.entries, context),
    score: story.score,
    why: reasons(story),
    ...(continues && { continues }),
    ...(story.note !== undefined && { note: story.note }),
    ...(story.edited.length > 0 && { edited: story.edited }),
  };
}

/** The id of a story, by its first report; of what the editor put together, that of the one that goes on. */
export function idOf(story: RankedStory): string {
  const [first] = (partsOf(story)[0] ?? []).toSorted(byTime);
  return storyId(first?.entry.id ?? '');
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
  return { labels, together: tellTogether(together, entries), rank: points };
}
