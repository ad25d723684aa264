import type { SourceState } from '../../model/source.ts';
import { headerOf, type ReplyHeaders } from '../fetch/reply.ts';
import type { PollingHints } from '../parsed-feed.ts';
import { DAY, HOUR, longest, type PutOff } from './put-off.ts';
import { secondsUntil } from './retry-after.ts';

/** The pace that a publisher asks for, as it is remembered. */
export type Pace = Pick<
  SourceState,
  'maxAgeSeconds' | 'ttlMinutes' | 'updateMinutes' | 'skipHours' | 'skipDays'
>;

const PERIOD_MINUTES = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** What the feed itself says. */
export function paceOfFeed(polling: PollingHints | undefined): Pace {
  if (!polling) return {};
  const { ttl, skipHours, skipDays, updatePeriod, updateFrequency = 1 } = polling;
  const updateMinutes = updatePeriod && PERIOD_MINUTES[updatePeriod] / Math.max(updateFrequency, 1);
  return { ttlMinutes: ttl, updateMinutes, skipHours, skipDays };
}

/** What `Cache-Control: max-age` says, in seconds. */
export function maxAgeOf(headers: ReplyHeaders): number | undefined {
  const match = /(?:^|[\s,])max-age="?(\d+)/i.exec(headerOf(headers, 'cache-control') ?? '');
  return match ? Number(match[1]) : undefined;
}

/** How long to leave a source alone after a success: all wishes count, the latest wins, up to a day. */
export function waitAfterSuccess(pace: Pace, headers: ReplyHeaders, now: Temporal.Instant): PutOff {
  const expires = headerOf(headers, 'expires');
  const wishes = [
    { why: 'Cache-Control: max-age', seconds: pace.maxAgeSeconds ?? 0 },
    { why: 'Expires', seconds: expires ? secondsUntil(expires, now) : 0 },
    { why: 'ttl', seconds: (pace.ttlMinutes ?? 0) * 60 },
    { why: 'sy:updatePeriod', seconds: (pace.updateMinutes ?? 0) * 60 },
  ];
  const wait = longest({ why: 'an hour between requests', seconds: HOUR }, wishes);
  return { ...wait, seconds: Math.min(wait.seconds, DAY) };
}
