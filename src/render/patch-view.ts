import type { PatchNotice } from '../model/edition.ts';
import type { EditionContext } from './edition-context.ts';
import { type FactsView, factsView } from './facts-view.ts';

/** One line of the box that says what to patch without waiting. */
export interface PatchView {
  readonly headline: string;
  readonly url: string | undefined;
  readonly anchor: string;
  readonly verdict: string;
  readonly platforms: string;
  /** Products and versions, as the title names them. */
  readonly versions: string;
  readonly sentence: string;
  readonly source: string;
  readonly facts: FactsView;
}

export function patchView(notice: PatchNotice, context: EditionContext): PatchView {
  const story = context.story(notice.storyId);
  const isExploited = notice.reason === 'exploited';
  return {
    headline: story.headline,
    url: story.url,
    anchor: context.anchor(story),
    verdict: isExploited ? 'Being exploited' : 'Critical',
    platforms: story.hypervisors.map(context.hypervisorName).join(', '),
    versions: story.facts.versions.join(', '),
    sentence: story.summary[0] ?? '',
    source: story.reports[0]?.sourceName ?? '',
    facts: factsView({ ...notice, isExploited: false }),
  };
}
