import type { EditionInput } from '../../model/edition-input.ts';

type Period = EditionInput['period'];

/**
 * Whole calendar months of a period, as `2024-05`, in which nothing was told, when something was
 * told in the others: a period without any story is quiet altogether, which is said otherwise.
 */
export function findQuietMonths(
  toldOn: readonly string[],
  period: Period,
  timeZone: string,
): string[] {
  if (toldOn.length === 0) return [];
  const told = new Set(toldOn.map((day) => day.slice(0, 7)));
  return wholeMonths(period, timeZone).filter((month) => !told.has(month));
}

function wholeMonths({ from, until }: Period, timeZone: string): string[] {
  const months: string[] = [];
  let month = from.toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth();
  for (;;) {
    const start = startOf(month, timeZone);
    const end = startOf(month.add({ months: 1 }), timeZone);
    if (Temporal.Instant.compare(end, until) > 0) return months;
    if (Temporal.Instant.compare(start, from) >= 0) months.push(month.toString());
    month = month.add({ months: 1 });
  }
}

function startOf(month: Temporal.PlainYearMonth, timeZone: string): Temporal.Instant {
  return month.toPlainDate({ day: 1 }).toZonedDateTime(timeZone).toInstant();
}
