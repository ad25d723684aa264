import type { ReplyHeaders } from '../fetch/reply.ts';
import { DAY, HOUR, longest, type PutOff } from './put-off.ts';
import { retryAfter } from './retry-after.ts';

/** Where no server was reached, none is bothered by an early second try. */
const MINUTE = 60;

/** How long to leave a source alone after failures in a row: doubling, up to a day. */
export function waitAfterFailure(
  failuresInARow: number,
  isOffline: boolean,
  headers: ReplyHeaders,
  now: Temporal.Instant,
): PutOff {
  const first = isOffline ? MINUTE : HOUR;
  const seconds = Math.min(first * 2 ** (failuresInARow - 1), DAY);
  const why = failuresInARow === 1 ? 'a failure' : `${failuresInARow} failures in a row`;
  return longest({ why, seconds }, retryAfter(headers, now));
}
