import type { EditionInput } from '../model/edition-input.ts';
import { MONTHS } from './words/months.ts';

/** What names an edition, for readers and in addresses. */
export interface EditionName {
  readonly id: string;
  readonly name: string;
}

/** The day on which each astronomical season of the northern half begins, give or take one. */
const SEASONS = [
  { season: 'Spring', month: 3, day: 20 },
  { season: 'Summer', month: 6, day: 21 },
  { season: 'Autumn', month: 9, day: 22 },
  { season: 'Winter', month: 12, day: 21 },
];
const THIRDS = ['Early ', 'Mid-', 'Late '];

type Named = Pick<EditionInput, 'issuedAt' | 'period' | 'naming' | 'site'>;

/**
 * Names an edition by the third of the season it is issued in, "Late Spring 2024", or by the month
 * that it tells of, "June 2024"; a further one of the same name gets a number, "Late Spring 2024 (2)".
 */
export function nameEdition(
  { issuedAt, period, naming, site: { timeZone } }: Named,
  earlier: readonly EditionName[],
): EditionName {
  const issuedOn = issuedAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const name = naming === 'season' ? nameSeason(issuedOn) : nameMonth(period, timeZone);
  const id = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const taken = new Set(earlier.map((edition) => edition.id));
  if (!taken.has(id)) return { id, name };
  let count = 2;
  while (taken.has(`${id}-${count}`)) count++;
  return { id: `${id}-${count}`, name: `${name} (${count})` };
}

/** The month of which the period holds the largest share; the later of two that it holds alike. */
function nameMonth({ from, until }: EditionInput['period'], timeZone: string): string {
  const last = until.toZonedDateTimeISO(timeZone);
  let best = { date: last.toPlainDate(), share: 0 };
  for (let month = from.toZonedDateTimeISO(timeZone).with({ day: 1 }).startOfDay(); ; ) {
    const next = month.add({ months: 1 });
    const begin = Math.max(month.epochMilliseconds, from.epochMilliseconds);
    const held = Math.min(next.epochMilliseconds, until.epochMilliseconds) - begin;
    const share = held / (next.epochMilliseconds - month.epochMilliseconds);
    if (share > 0 && share >= best.share) best = { date: month.toPlainDate(), share };
    if (Temporal.ZonedDateTime.compare(next, last) >= 0) break;
    month = next;
  }
  return `${MONTHS[best.date.month - 1]} ${best.date.year}`;
}

function nameSeason(date: Temporal.PlainDate): string {
  const starts = [date.year - 1, date.year, date.year + 1].flatMap((year) =>
    SEASONS.map(({ season, month, day }) => ({
      season,
      start: Temporal.PlainDate.from({ year, month, day }),
    })),
  );
  const next = starts.findIndex(({ start }) => Temporal.PlainDate.compare(start, date) > 0);
  const from = starts[next - 1];
  const until = starts[next];
  if (!from || !until) throw new RangeError(`No season holds ${date}`);
  const share = from.start.until(date).total('days') / from.start.until(until.start).total('days');
  const third = THIRDS[Math.floor(share * THIRDS.length)] ?? '';
  return `${third}${from.season} ${yearOf(from.season, from.start.year)}`;
}

/** A winter stands in two years; "Early Winter 2025" alone would name two of them. */
function yearOf(season: string, year: number): string {
  return season === 'Winter' ? `${year}/${String(year + 1).slice(-2)}` : String(year);
}
