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

/** Seconds from now to an HTTP date; not a number when it is none. */
export function secondsUntil(httpDate: string, now: Temporal.Instant): number {
  return (Date.parse(httpDate) - now.epochMilliseconds) / 1000;
}
