import type { EditionSection, QuietNotice } from '../model/edition.ts';
import type { DateWords, DayView } from './date-words.ts';

/** The honest word for a section without a story. */
export interface QuietView {
  readonly words: string;
  /** The same in one or two words. */
  readonly label: string;
  /** What leads over to `last`. */
  readonly lastWords: string;
  readonly last:
    | { readonly title: string; readonly url: string | undefined; readonly on: DayView }
    | undefined;
}

export function quietView(
  section: EditionSection,
  { reason, last }: QuietNotice,
  dates: DateWords,
): QuietView {
  return {
    words: quietWords(section, reason),
    label: reason === 'sources-unreadable' ? 'not read' : 'quiet',
    lastWords:
      reason === 'sources-unreadable' ? 'The last story known' : 'The last story worth telling',
    last: last && { title: last.title, url: last.url, on: dates.day(last.publishedOn) },
  };
}

function quietWords({ name, vendor }: EditionSection, reason: QuietNotice['reason']): string {
  switch (reason) {
    case 'nothing-new':
      return vendor === name
        ? `Nothing new about ${name} in this period.`
        : `Nothing new about ${name} in this period, from ${vendor} or anybody else.`;
    case 'only-minor':
      return `Only minor news about ${name} in this period.`;
    case 'sources-unreadable':
      return `The sources dedicated to ${name} could not be read: there may be news that this edition does not know of.`;
  }
}

/** `May was a quiet month for XCP-ng.`; empty when there was none. */
export function quietMonthWords(section: EditionSection, dates: DateWords): string {
  const { quietMonths, name } = section;
  if (quietMonths.length === 0) return '';
  const was = quietMonths.length === 1 ? 'was a quiet month' : 'were quiet months';
  return `${dates.months(quietMonths)} ${was} for ${name}.`;
}
