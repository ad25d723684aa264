import type { EditionStory } from '../model/edition.ts';
import { sectionAnchor, storyAnchor } from './addresses.ts';
import { type EarlierView, earlierView } from './changes-view.ts';
import type { DayView } from './date-words.ts';
import { type DetailsView, detailsView } from './details-view.ts';
import type { EditionContext } from './edition-context.ts';
import type { EditorsWords } from './editors-words.ts';
import { type FactsView, factsView } from './facts-view.ts';
import { stageWords } from './stage-words.ts';
import { type WhyView, whyView } from './why-view.ts';

export interface StoryView {
  readonly anchor: string;
  readonly headline: string;
  readonly url: string | undefined;
  readonly on: DayView;
  readonly summary: string;
  readonly reports: readonly ReportView[];
  readonly isReportedBySeveral: boolean;
  readonly stage: string;
  /** Whether there is a stage or a topic. */
  readonly isFiled: boolean;
  readonly topics: readonly string[];
  readonly facts: FactsView;
  readonly details: DetailsView;
  readonly note: EditorsWords | undefined;
  readonly continues: EarlierView | undefined;
  /** The other sections it stands in. */
  readonly alsoAbout: readonly { readonly name: string; readonly anchor: string }[];
  readonly why: WhyView;
}

interface ReportView {
  readonly name: string;
  readonly url: string | undefined;
  readonly on: DayView;
  readonly isVendor: boolean;
  /** Whether the summary is taken from it, where that is not plain to see. */
  readonly isQuoted: boolean;
  readonly isLast: boolean;
}

/** A story told in full. */
export function storyView(story: EditionStory, context: EditionContext): StoryView {
  const stage = stageWords(story.facts);
  const topics = story.topics.filter((topic) => topic !== story.facts.stage);
  return {
    anchor: storyAnchor(story.id),
    headline: story.headline,
    url: story.url,
    on: context.dates.day(story.publishedOn),
    summary: story.summary.join(' '),
    reports: reportViews(story, context),
    isReportedBySeveral: story.reports.length > 1,
    stage,
    isFiled: stage !== '' || topics.length > 0,
    topics,
    facts: factsView(story.facts),
    details: detailsView(story, context.dates),
    note: story.note ? context.editorsWords(story.note) : undefined,
    continues: earlierView(story, context),
    alsoAbout: context.edition.sections
      .filter((section) => section !== context.home(story.id))
      .filter((section) => [...section.storyIds, ...section.briefIds].includes(story.id))
      .map(({ name, hypervisorId }) => ({ name, anchor: sectionAnchor(hypervisorId) })),
    why: whyView(story, context),
  };
}

function reportViews(story: EditionStory, { dates }: EditionContext): ReportView[] {
  const { reports, summary } = story;
  return reports.map((report, index) => ({
    name: report.sourceName,
    url: report.url,
    on: dates.day(report.publishedOn),
    isVendor: report.isVendor,
    isQuoted: reports.length > 1 && summary.length > 0 && report.entryId === story.summaryFrom,
    isLast: index === reports.length - 1,
  }));
}
