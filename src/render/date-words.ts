import type { EditionSite } from '../model/edition.ts';
import { listed } from './listed.ts';
import { readersLanguage } from './readers-language.ts';

export interface DayView {
  /** `2024-04-24`, for machines. */
  readonly iso: string;
  /** `24 April 2024`, for readers. */
  readonly words: string;
}

/** Dates as the readers of one site write them. */
export interface DateWords {
  readonly day: (isoDate: string) => DayView;
  /** `on 24 April 2024`, or `in April 2024` where the source gives no day. */
  readonly when: (isoDateOrMonth: string) => string;
  /** A text with every ISO date in it in words. */
  readonly within: (text: string) => string;
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
  const plainMonths = new Intl.DateTimeFormat(language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return {
    day: (isoDate) => ({ iso: isoDate, words: plainDays.format(new Date(isoDate)) }),
    when: (isoDateOrMonth) => {
      const date = new Date(isoDateOrMonth);
      // Read out of a sentence, it need not be a date at all.
      if (Number.isNaN(date.getTime())) return `on ${isoDateOrMonth}`;
      const isMonth = isoDateOrMonth.length === 'yyyy-mm'.length;
      return isMonth ? `in ${plainMonths.format(date)}` : `on ${plainDays.format(date)}`;
    },
    within: (text) =>
      text.replace(/(?<![\w-])20\d\d-[01]\d-[0-3]\d(?![\w-])/g, (isoDate) => {
        const date = new Date(isoDate);
        return Number.isNaN(date.getTime()) ? isoDate : plainDays.format(date);
      }),
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
  return listed(words, language);
}
