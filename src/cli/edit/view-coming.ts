import { publishedAt } from '../../digest/classify/classified-entry.ts';
import type { Edition, EditionStory, StoryReport } from '../../model/edition.ts';
import type { StoredEntry } from '../../model/entry.ts';
import type { Composed } from '../../pipeline.ts';
import { nameHandles } from './name-handles.ts';
import { type EditView, viewConflicts, viewEdits } from './view-edits.ts';

/** The coming edition as its editor sees it. */
export interface ComingView extends Pick<Edition, 'name' | 'period' | 'intro'> {
  readonly title: string;
  readonly stories: readonly StoryView[];
  /** In force, in the order in which they were made. */
  readonly edits: readonly EditView[];
  readonly conflicts: readonly string[];
  /** New entries that no story of the edition reports, by source and date. */
  readonly leftOut: readonly LeftOutView[];
}

export interface StoryView
  extends Pick<EditionStory, 'id' | 'headline' | 'hypervisors' | 'score' | 'note' | 'edited'> {
  readonly handle: string;
  /** Its place among those that are listed, from 1 on: what is behind the fold comes last. */
  readonly rank: number;
  readonly isLead: boolean;
  /** Told with a summary in one section at least, named in a line, or behind the fold. */
  readonly place: 'told' | 'brief' | 'minor';
  readonly isToPatch: boolean;
  readonly reports: readonly (StoryReport & { readonly handle: string })[];
}

interface LeftOutView {
  readonly handle: string;
  readonly title: string;
  readonly sourceId: string;
  readonly publishedOn: string;
}

export function viewComing(composed: Composed): ComingView {
  const { edition, considered } = composed;
  const { site, name, period, intro, stories } = edition;
  const handles = nameHandles(composed);
  const handleOf = (id: string) => handles.get(id) ?? id;
  const reported = new Set(stories.flatMap(({ reports }) => reports.map(({ entryId }) => entryId)));
  return {
    title: site.title,
    name,
    period,
    intro,
    stories: inOrder(edition).map((story, at) => viewStory(story, at + 1, edition, handleOf)),
    edits: viewEdits(composed.edits, composed),
    conflicts: viewConflicts(edition.editConflicts ?? []),
    leftOut: considered
      .filter(({ id }) => !reported.has(id))
      .sort(bySource)
      .map((entry) => viewLeftOut(entry, site.timeZone, handleOf)),
  };
}

/** By rank, but those behind the fold after those before it. */
function inOrder({ stories, sections }: Edition): EditionStory[] {
  const isMinor = ({ id }: EditionStory) => placeOf(id, sections) === 'minor';
  return [...stories.filter((story) => !isMinor(story)), ...stories.filter(isMinor)];
}

function viewStory(
  story: EditionStory,
  rank: number,
  { leads, sections, patchNow }: Edition,
  handleOf: (id: string) => string,
): StoryView {
  const { id, headline, hypervisors, score, note, edited, reports } = story;
  return {
    handle: handleOf(id),
    id,
    rank,
    headline,
    hypervisors,
    score,
    isLead: leads.includes(id),
    place: placeOf(id, sections),
    isToPatch: patchNow.some(({ storyId }) => storyId === id),
    note,
    edited,
    reports: reports.map((report) => ({ handle: handleOf(report.entryId), ...report })),
  };
}

function placeOf(id: string, sections: Edition['sections']): StoryView['place'] {
  if (sections.some(({ storyIds }) => storyIds.includes(id))) return 'told';
  return sections.some(({ briefIds }) => briefIds.includes(id)) ? 'brief' : 'minor';
}

function viewLeftOut(
  entry: StoredEntry,
  timeZone: string,
  handleOf: (id: string) => string,
): LeftOutView {
  const { id, title, sourceId } = entry;
  const day = publishedAt(entry).toZonedDateTimeISO(timeZone).toPlainDate();
  return { handle: handleOf(id), title, sourceId, publishedOn: day.toString() };
}

/** By source, the newest first. */
function bySource(a: StoredEntry, b: StoredEntry): number {
  if (a.sourceId !== b.sourceId) return a.sourceId < b.sourceId ? -1 : 1;
  return Temporal.Instant.compare(publishedAt(b), publishedAt(a)) || (a.id < b.id ? -1 : 1);
}
