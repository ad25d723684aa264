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
  /** Where the page tells most about it. */
  readonly anchor: string;
  /** True where that is this line. */
  readonly isAnchor: boolean;
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
    isAnchor: home === undefined && context.firstNamed(story.id) === section,
  };
}
