import { headerOf, type ReplyHeaders } from '../fetch/reply.ts';
import { DAY, type PutOff } from './put-off.ts';

/** What a server may ask for at most; more would end the reading of a source by a typing error. */
const MAX_SECONDS = 7 * DAY;

/** How long a server asks to be left alone (RFC 9110, 10.2.3: seconds or a date). */
export function retryAfter(headers: ReplyHeaders, now: Temporal.Instant): PutOff[] {
  const value = headerOf(headers, 'retry-after')?.trim();
  if (!value) return [];
  const seconds = /^\d+$/.test(value) ? Number(value) : secondsUntil(value, now);
  return seconds > 0 ? [{ why: 'Retry-After', seconds: Math.min(seconds, MAX_SECONDS) }] : [];
}

/** The form of C's asctime, which RFC 9110 (5.6.7) still reads: it names no zone and means GMT. */
const ASCTIME = /^[a-z]{3} [a-z]{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/i;

/** Seconds from now to an HTTP date; not a number when it is none. */
export function secondsUntil(httpDate: string, now: Temporal.Instant): number {
  const date = ASCTIME.test(httpDate) ? `${httpDate} GMT` : httpDate;
  return (Date.parse(date) - now.epochMilliseconds) / 1000;
}
