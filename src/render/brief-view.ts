import type { EditionSection, EditionStory } from '../model/edition.ts';
import type { DayView } from './date-words.ts';
import type { EditionContext } from './edition-context.ts';

/** A story in one line. */
export interface BriefView {
  readonly headline: string;
  readonly url: string | undefined;
  readonly on: DayView;
  /** Who reports it first; empty when nobody is named. */
  readonly source: string;
  /** The other section that tells it in full; empty when none does. */
  readonly toldUnder: string;
  readonly anchor: string;
}

export function briefView(
  story: EditionStory,
  section: EditionSection,
  context: EditionContext,
): BriefView {
  const home = context.home(story.id);
  return {
    headline: story.headline,
    url: story.url,
    on: context.dates.day(story.publishedOn),
    source: story.reports[0]?.sourceName ?? '',
    toldUnder: home && home !== section ? home.name : '',
    anchor: context.anchor(story),
  };
}
