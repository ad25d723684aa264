import { type Day, findDay } from './find-day.ts';
import { findTime, type Time } from './find-time.ts';
import { findUsualDate } from './find-usual-date.ts';
import { findOffset } from './time-zones.ts';

/**
 * Reads the dates that feeds have: RFC 822 and ISO 8601 with their usual errors, unix times, months
 * in other languages, CJK dates. Without a zone it is UTC. Undefined when it is no date.
 */
export function parseDate(text: string | undefined): Temporal.Instant | undefined {
  if (text === undefined || text.length > longest) return undefined;
  const plain = text.trim().normalize('NFKC').toLowerCase();
  if (/^\d{10}$|^\d{13}$/.test(plain)) return fromUnixTime(plain);
  const usual = findUsualDate(plain);
  if (usual !== undefined) return toInstant(usual.fields, findOffset(usual.zone));
  const clock = findTime(plain);
  const day = findDay(clock.rest);
  if (day === undefined) return undefined;
  return toInstant({ ...day, ...clock.time }, findOffset(clock.zone));
}

/** The first of the texts that is a date. */
export function parseFirstDate(
  ...texts: readonly (string | undefined)[]
): Temporal.Instant | undefined {
  for (const text of texts) {
    const instant = parseDate(text);
    if (instant !== undefined) return instant;
  }
  return undefined;
}

/** No real date is longer; a bound keeps every pattern below cheap. */
const longest = 120;

function fromUnixTime(digits: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number(digits.padEnd(13, '0')));
}

function toInstant(fields: Day & Time, offsetMinutes: number): Temporal.Instant | undefined {
  const { year, month, day, hour, minute, millisecond } = fields;
  // A leap second. The hour 24 is the next day's midnight, which Date.UTC knows.
  const second = fields.second === 60 ? 59 : fields.second;
  if (year < 1000 || hour > 24 || minute > 59 || second > 59) return undefined;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(
    midnight.getTime() + ((hour * 60 + minute - offsetMinutes) * 60 + second) * 1000 + millisecond,
  );
}
