import type { EditionSection, EditionStory } from '../model/edition.ts';
import { sectionAnchor } from './addresses.ts';
import { type BriefView, briefView } from './brief-view.ts';
import { type ChangesView, changesView } from './changes-view.ts';
import { counted } from './counted.ts';
import type { EditionContext } from './edition-context.ts';
import { type QuietView, quietMonthWords, quietView } from './quiet-words.ts';
import { type StoryView, storyView } from './story-view.ts';
import { type SupportView, supportViews } from './support-view.ts';

export interface SectionView {
  readonly anchor: string;
  readonly name: string;
  /** Empty where it is the name again. */
  readonly vendor: string;
  readonly count: number;
  /** `story` or `stories`, after the count. */
  readonly unit: string;
  readonly quiet: QuietView | undefined;
  /** A sentence; empty when no month was quiet, or all were. */
  readonly quietMonths: string;
  readonly changes: ChangesView | undefined;
  /** Told before, and still to come. */
  readonly supportAhead: readonly SupportView[];
  readonly items: readonly SectionItem[];
  readonly briefs: readonly BriefView[];
  /** For where there is room. */
  readonly rest: readonly BriefView[];
  /** How many `rest` has, in words; empty when there is none. */
  readonly restWords: string;
}

/** One of the two is there: the story itself, or a line that says which section tells it. */
interface SectionItem {
  readonly story: StoryView | undefined;
  readonly elsewhere: ElsewhereView | undefined;
}

interface ElsewhereView {
  readonly headline: string;
  readonly anchor: string;
  readonly name: string;
  readonly toldUnder: string;
}

/** The part of an edition about one hypervisor. */
export function sectionView(section: EditionSection, context: EditionContext): SectionView {
  const stories = section.storyIds.map(context.story);
  const rest = (section.restIds ?? []).map(context.story);
  const count = section.storyIds.length + section.briefIds.length;
  const isTold = (story: EditionStory) => context.room(story.id) === 'full';
  const briefs = [
    ...stories.filter((story) => !isTold(story) && context.home(story.id) === section),
    ...section.briefIds.map(context.story),
  ];
  return {
    anchor: sectionAnchor(section.hypervisorId),
    name: section.name,
    vendor: section.vendor === section.name ? '' : section.vendor,
    count,
    unit: count === 1 ? 'story' : 'stories',
    quiet: section.quiet && quietView(section, section.quiet, context.dates),
    quietMonths: section.quiet ? '' : quietMonthWords(section, context.dates),
    changes: section.changes && changesView(section.changes, context),
    supportAhead: supportViews(section.supportAhead ?? [], context.dates),
    items: stories.filter(isTold).map((story) => sectionItem(story, section, context)),
    briefs: briefs
      .filter((story) => context.room(story.id) !== 'none')
      .map((story) => briefView(story, section, context)),
    rest: rest.map((story) => briefView(story, section, context)),
    restWords:
      rest.length === 0 ? '' : counted(rest.length, 'more minor story', 'more minor stories'),
  };
}

function sectionItem(
  story: EditionStory,
  section: EditionSection,
  context: EditionContext,
): SectionItem {
  const home = context.home(story.id);
  if (!home || home === section) return { story: storyView(story, context), elsewhere: undefined };
  const { headline } = story;
  const anchor = context.anchor(story);
  return {
    story: undefined,
    elsewhere: { headline, anchor, name: section.name, toldUnder: home.name },
  };
}
