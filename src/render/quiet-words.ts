import type { EditionSection, QuietNotice } from '../model/edition.ts';
import type { DateWords, DayView } from './date-words.ts';

/** The honest word for a section without a story. */
export interface QuietView {
  readonly words: string;
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
    last: last && { title: last.title, url: last.url, on: dates.day(last.publishedOn) },
  };
}

function quietWords({ name, vendor }: EditionSection, reason: QuietNotice['reason']): string {
  switch (reason) {
    case 'nothing-new':
      return `Nothing new from ${vendor} about ${name} in this period.`;
    case 'only-minor':
      return `Only minor news from ${vendor} about ${name} in this period.`;
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
