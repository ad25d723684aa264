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
  notice: QuietNotice,
  dates: DateWords,
): QuietView {
  const { reason, last } = notice;
  return {
    words: quietWords(section, notice),
    label: reason === 'sources-unreadable' ? 'not read' : 'quiet',
    lastWords:
      reason === 'sources-unreadable' ? 'The last story known' : 'The last story worth telling',
    last: last && { title: last.title, url: last.url, on: dates.day(last.publishedOn) },
  };
}

function quietWords(section: EditionSection, notice: QuietNotice): string {
  const { name, vendor } = section;
  switch (notice.reason) {
    case 'nothing-new': {
      const who = vendor === name ? '' : `, from ${vendor} or anybody else`;
      return `Nothing new about ${name} in this period${who}.${doubtWords(notice, vendor)}`;
    }
    case 'only-minor':
      return `Only minor news about ${name} in this period.${doubtWords(notice, vendor)}`;
    case 'sources-unreadable': {
      const sources = notice.sources?.dedicated === 1 ? 'source' : 'sources';
      return `The ${sources} dedicated to ${name} could not be read: ${UNKNOWN}.`;
    }
  }
}

const UNKNOWN = 'there may be news that this edition does not know of';

/** What the silence is worth, where not all who would speak were heard. */
function doubtWords({ sources, vendorSources }: QuietNotice, vendor: string): string {
  if (!sources) return '';
  const { dedicated, unread } = sources;
  if (dedicated === 0)
    return vendorSources ? vendorWords(vendorSources, vendor) : ' No source is dedicated to it.';
  return unread === 0
    ? ''
    : ` Of the ${dedicated} sources dedicated to it, ${unread} could not be read: ${UNKNOWN}.`;
}

function vendorWords(
  { count, unread }: NonNullable<QuietNotice['vendorSources']>,
  vendor: string,
): string {
  const read =
    unread === 0
      ? `${count} of ${vendor}’s own ${count === 1 ? 'was' : 'were'} read`
      : `of ${vendor}’s own ${count}, ${unread} could not be read: ${UNKNOWN}`;
  return ` No source is dedicated to it alone; ${read}.`;
}

/** `May was a quiet month for XCP-ng: no major story.`; empty when there was none. Minor ones may stand below. */
export function quietMonthWords(section: EditionSection, dates: DateWords): string {
  const { quietMonths, name } = section;
  if (quietMonths.length === 0) return '';
  const was = quietMonths.length === 1 ? 'was a quiet month' : 'were quiet months';
  return `${dates.months(quietMonths)} ${was} for ${name}: no major story.`;
}
