import type { EditionSite } from '../model/edition.ts';

export interface DayView {
  /** `2024-04-24`, for machines. */
  readonly iso: string;
  /** `24 April 2024`, for readers. */
  readonly words: string;
}

/** Dates as the readers of one site write them. */
export interface DateWords {
  readonly day: (isoDate: string) => DayView;
  /** The day it is in the site's time zone at that instant. */
  readonly dayOf: (instant: string) => DayView;
  /** `1 April – 5 June 2024`; a period that ends at midnight ends the day before. */
  readonly period: (period: { readonly from: string; readonly until: string }) => string;
  /** `April and May`, with the year where they are not all of one. */
  readonly months: (months: readonly string[]) => string;
}

export function dateWords(site: Pick<EditionSite, 'language' | 'timeZone'>): DateWords {
  const language = readersLanguage(site.language);
  const { timeZone } = site;
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone });
  const plainDays = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    day: (isoDate) => ({ iso: isoDate, words: plainDays.format(new Date(isoDate)) }),
    dayOf: (instant) => ({
      iso: Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
      words: days.format(new Date(instant)),
    }),
    period: ({ from, until }) =>
      // ICU puts thin spaces around the dash, which some mail programs cannot show.
      days.formatRange(new Date(from), new Date(Date.parse(until) - 1)).replace(/\p{Zs}/gu, ' '),
    months: (months) => monthWords(months, language),
  };
}

function monthWords(months: readonly string[], language: string): string {
  const isOneYear = new Set(months.map((month) => month.slice(0, 4))).size === 1;
  const format = new Intl.DateTimeFormat(language, {
    month: 'long',
    ...(isOneYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  });
  const words = months.map((month) => format.format(new Date(`${month}-01`)));
  return new Intl.ListFormat(language).format(words);
}

/** Plain `en` is nobody's English in particular; `Intl` would take it for American. */
function readersLanguage(language: string): string {
  return language === 'en' ? 'en-001' : language;
}
