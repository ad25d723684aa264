import type { Edition } from '../model/edition.ts';
import { archiveAddress, editionAddress, feedAddress } from './addresses.ts';
import type { DayView } from './date-words.ts';
import type { EditionContext } from './edition-context.ts';
import type { EditorsWords } from './editors-words.ts';
import { figures } from './figures.ts';
import { type LeadView, leadView } from './lead-view.ts';
import { type PatchView, patchView } from './patch-view.ts';
import { type SectionView, sectionView } from './section-view.ts';
import { type SourcesView, sourcesView } from './sources-view.ts';
import { description, standfirst } from './standfirst.ts';
import { type WordPart, wordParts } from './word-parts.ts';

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
  /** What the edition comes to, in a few sentences, as parts that may be broken into lines; may be empty. */
  readonly standfirst: readonly WordPart[];
  /** How much of what, in one sentence. */
  readonly figures: string;
  /** Both. */
  readonly description: string;
  /** The editor's opening. */
  readonly intro: EditorsWords | undefined;
  /** Absolute addresses. */
  readonly address: { readonly page: string; readonly archive: string; readonly feed: string };
  readonly patchNow: readonly PatchView[];
  readonly leads: readonly LeadView[];
  readonly sections: readonly SectionView[];
  readonly sources: SourcesView;
  /** Edits that did not hold, in words: for the editor, who reads the preview. */
  readonly editConflicts: readonly string[];
}

export function editionView(context: EditionContext): EditionView {
  const { edition, dates } = context;
  const isPreview = edition.number === 0;
  return {
    language: edition.site.language,
    siteTitle: edition.site.title,
    title: `${edition.site.title}: ${edition.name}`,
    author: edition.site.author.name,
    byline: byline(edition.site),
    name: edition.name,
    isPreview,
    number: edition.number,
    issuedAt: edition.issuedAt,
    issuedOn: dates.dayOf(edition.issuedAt),
    period: dates.period(edition.period),
    standfirst: wordParts(standfirst(edition)),
    figures: figures(edition),
    description: description(edition),
    intro: edition.intro ? context.editorsWords(edition.intro) : undefined,
    address: {
      page: editionAddress(edition),
      archive: archiveAddress(edition),
      feed: feedAddress(edition),
    },
    patchNow: edition.patchNow.map((notice) => patchView(notice, context)),
    leads: leadsBesidePatches(edition).map((id) => leadView(id, context)),
    sections: edition.sections.map((section) => sectionView(section, context)),
    sources: sourcesView(edition, dates),
    editConflicts: isPreview ? (edition.editConflicts ?? []) : [],
  };
}

/** What the box of what to patch tells need not be told again right under it. */
function leadsBesidePatches({ leads, patchNow }: Edition): readonly string[] {
  const patches = new Set(patchNow.map(({ storyId }) => storyId));
  return leads.filter((id) => !patches.has(id));
}

/** The author's name; empty where the site is its own author. */
export function byline({ author, title }: Edition['site']): string {
  return author.name === title ? '' : author.name;
}
