import { type ClassifiedEntry, publishedAt } from './classify/classified-entry.ts';

/** The day of an instant in a time zone, as an ISO date. */
export function dayOf(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The day on which the first of some entries was published. */
export function firstDay(entries: readonly ClassifiedEntry[], timeZone: string): string {
  const [first] = entries
    .map(({ entry }) => publishedAt(entry))
    .sort((a, b) => Temporal.Instant.compare(a, b));
  if (!first) throw new RangeError('No entries, no day');
  return dayOf(first, timeZone);
}
