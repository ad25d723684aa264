import type { EditionContext } from './edition-context.ts';

/** A lead story, as the front of an edition announces it. */
export interface LeadView {
  readonly headline: string;
  readonly url: string | undefined;
  readonly anchor: string;
  readonly platforms: string;
  readonly sentence: string;
}

export function leadView(storyId: string, context: EditionContext): LeadView {
  const story = context.story(storyId);
  return {
    headline: story.headline,
    url: story.url,
    anchor: context.anchor(story),
    platforms: story.hypervisors.map(context.hypervisorName).join(', '),
    sentence: story.summary[0] ?? '',
  };
}
