import type { Edition } from '../model/edition.ts';
import { archiveAddress, editionAddress, feedAddress } from './addresses.ts';
import { counted } from './counted.ts';
import type { DayView } from './date-words.ts';
import type { EditionContext } from './edition-context.ts';
import { type LeadView, leadView } from './lead-view.ts';
import { type PatchView, patchView } from './patch-view.ts';
import { type SectionView, sectionView } from './section-view.ts';
import { type SourcesView, sourcesView } from './sources-view.ts';

/** An edition as templates see it: plain JSON-like data, every date and number in words. */
export interface EditionView {
  readonly language: string;
  readonly siteTitle: string;
  /** Site and edition together. */
  readonly title: string;
  readonly author: string;
  /** The author, where that is not the name of the site again. */
  readonly byline: string;
  readonly name: string;
  readonly isPreview: boolean;
  readonly number: number;
  readonly issuedAt: string;
  readonly issuedOn: DayView;
  readonly period: string;
  /** One sentence with the figures of the edition. */
  readonly intro: string;
  /** Absolute addresses. */
  readonly address: { readonly page: string; readonly archive: string; readonly feed: string };
  readonly patchNow: readonly PatchView[];
  readonly leads: readonly LeadView[];
  readonly sections: readonly SectionView[];
  readonly sources: SourcesView;
}

export function editionView(context: EditionContext): EditionView {
  const { edition, dates } = context;
  return {
    language: edition.site.language,
    siteTitle: edition.site.title,
    title: `${edition.site.title}: ${edition.name}`,
    author: edition.site.author.name,
    byline: byline(edition.site),
    name: edition.name,
    isPreview: edition.number === 0,
    number: edition.number,
    issuedAt: edition.issuedAt,
    issuedOn: dates.dayOf(edition.issuedAt),
    period: dates.period(edition.period),
    intro: introSentence(edition),
    address: {
      page: editionAddress(edition),
      archive: archiveAddress(edition),
      feed: feedAddress(edition),
    },
    patchNow: edition.patchNow.map((notice) => patchView(notice, context)),
    leads: edition.leads.map((id) => leadView(id, context)),
    sections: edition.sections.map((section) => sectionView(section, context)),
    sources: sourcesView(edition.sources, dates),
  };
}

/** The author's name; empty where the site is its own author. */
export function byline({ author, title }: Edition['site']): string {
  return author.name === title ? '' : author.name;
}

/** How many stories about how much, out of how many sources, and who was quiet. */
export function introSentence({ stories, sections, sources, site }: Edition): string {
  const told = counted(stories.length, 'story', 'stories');
  const busy = sections.filter(({ storyIds, briefIds }) => storyIds.length + briefIds.length > 0);
  const platforms = counted(busy.length, 'platform', 'platforms');
  const read = counted(sources.read, 'source', 'sources');
  return `${told} about ${platforms}, chosen from what ${read} published${quietWords(sections, site)}.`;
}

function quietWords(sections: Edition['sections'], { language }: Edition['site']): string {
  const quiet = sections
    .filter((section) => section.quiet?.reason === 'nothing-new')
    .map((section) => section.name);
  if (quiet.length === 0) return '';
  const names = new Intl.ListFormat(language).format(quiet);
  return `; ${names} ${quiet.length === 1 ? 'was' : 'were'} quiet`;
}
