import type { Edition, FactSource, SourceReport } from '../model/edition.ts';
import { counted } from './counted.ts';
import type { DateWords } from './date-words.ts';

/** What the reader is told about where the news came from, and what is missing. */
export interface SourcesView {
  readonly words: string;
  readonly failed: readonly FailedView[];
  readonly silent: readonly SilentView[];
  /** For where there is room. */
  readonly moreFailed: readonly FailedView[];
  readonly moreSilent: readonly SilentView[];
  /** The open data that facts are from. */
  readonly data: readonly DataView[];
}

interface FailedView {
  readonly name: string;
  readonly reason: string;
}

interface SilentView {
  readonly name: string;
  readonly lastOn: string;
}

interface DataView {
  readonly name: string;
  readonly url: string;
  /** `as of 4 June 2024`, with its age where that is more than a week; `not read so far`. */
  readonly age: string;
}

// A mail has room for so many of each.
const shownSources = 20;

export function sourcesView(edition: Edition, dates: DateWords): SourcesView {
  const failed = edition.sources.failed.map(({ name, reason }) => ({ name, reason }));
  const silent = edition.sources.silent.map(({ name, lastEntryOn }) => ({
    name,
    lastOn: lastEntryOn ? dates.day(lastEntryOn).words : '',
  }));
  return {
    words: shareWords(edition.sources),
    failed: failed.slice(0, shownSources),
    silent: silent.slice(0, shownSources),
    moreFailed: failed.slice(shownSources),
    moreSilent: silent.slice(shownSources),
    data: dataViews(edition, dates),
  };
}

function shareWords({ read, failed, silent }: SourceReport): string {
  const all = counted(read + failed.length, 'source was', 'sources were');
  const share =
    failed.length === 0 ? `${all} read` : `${read} of ${all} read; ${failed.length} could not be`;
  const quiet =
    silent.length === 0 ? '' : ` Of those read, ${silent.length} published nothing in this period.`;
  return `${share}.${quiet}`;
}

// A list that is asked at every collection is a day old, or a few.
const freshDays = 7;

function dataViews({ factSources = [], issuedAt }: Edition, dates: DateWords): DataView[] {
  const today = Temporal.PlainDate.from(dates.dayOf(issuedAt).iso);
  const age = ({ asOf }: FactSource) => {
    if (asOf === undefined) return 'not read so far';
    const { days } = Temporal.PlainDate.from(asOf).until(today);
    return `as of ${dates.day(asOf).words}${days > freshDays ? `, ${days} days old` : ''}`;
  };
  const lists = [...Map.groupBy(factSources, (one) => `${one.source} ${one.asOf}`).values()];
  return lists.flatMap((same) => {
    const [one] = same;
    return one
      ? [{ name: one.source, url: siteOf(same.map(({ url }) => url)), age: age(one) }]
      : [];
  });
}

/** Where a publisher has a list for each product, the site that has them all. */
function siteOf([first = '', ...others]: readonly string[]): string {
  if (others.every((url) => url === first)) return first;
  return URL.parse('/', first)?.href ?? '';
}
