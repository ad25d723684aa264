import { UsageError } from './usage-error.ts';

/** An instant (`2024-06-05T12:00:00Z`), or a day (`2024-06-05`), which begins in the given time zone. */
export function parseInstant(option: string, text: string, timeZone: string): Temporal.Instant {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text))
      return Temporal.PlainDate.from(text).toZonedDateTime(timeZone).toInstant();
    return Temporal.Instant.from(text);
  } catch {
    throw new UsageError(
      `${option}: "${text}" is no instant, expected one such as 2024-06-05T12:00:00Z, or a day such as 2024-06-05`,
    );
  }
}
