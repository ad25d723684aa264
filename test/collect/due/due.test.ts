import { expect, test } from 'vitest';
import { waitAfterFailure } from '../../../src/collect/due/back-off.ts';
import { isDue, putOffUntil } from '../../../src/collect/due/is-due.ts';
import { noteRedirect } from '../../../src/collect/due/moved-to.ts';
import { nextDue } from '../../../src/collect/due/next-due.ts';
import { maxAgeOf, paceOfFeed, waitAfterSuccess } from '../../../src/collect/due/pace.ts';
import { retryAfter } from '../../../src/collect/due/retry-after.ts';
import { afterSkipped } from '../../../src/collect/due/skip-times.ts';
import { NOON } from '../support/context.ts';

const HOUR = 3600;
const zero = () => 0;
const one = () => 0.999;

test.each([
  ['max-age=600', 600],
  ['public, MAX-AGE="7200"', 7200],
  ['s-maxage=600', undefined],
  ['no-store', undefined],
  ['max-age=soon', undefined],
])('Cache-Control: %s says %s seconds', (value, seconds) => {
  expect(maxAgeOf({ 'cache-control': value })).toBe(seconds);
});

test.each([
  ['nothing', {}, HOUR, 'an hour between requests'],
  ['a short ttl', { ttlMinutes: 5 }, HOUR, 'an hour between requests'],
  ['the latest of two', { ttlMinutes: 90, maxAgeSeconds: 7200 }, 7200, 'Cache-Control: max-age'],
  ['a ttl of a year', { ttlMinutes: 525_600 }, 24 * HOUR, 'ttl'],
])('a pace of %s gives its wait and why', (_, pace, seconds, why) => {
  expect(waitAfterSuccess(pace, {}, NOON)).toEqual({ seconds, why });
});

test('Expires counts from now, and one that is past or no date does not', () => {
  const wait = (expires: string) => waitAfterSuccess({}, { expires }, NOON).seconds;
  expect(wait('Wed, 05 Jun 2024 15:00:00 GMT')).toBe(3 * HOUR);
  expect(wait('Wed, 05 Jun 2024 11:00:00 GMT')).toBe(HOUR);
  expect(wait('0')).toBe(HOUR);
});

test('an update period is divided by its frequency', () => {
  const polling = {
    skipHours: [],
    skipDays: [],
    updatePeriod: 'daily',
    updateFrequency: 4,
  } as const;
  expect(paceOfFeed(polling).updateMinutes).toBe(360);
});

test.each([
  ['120', 120],
  ['Wed, 05 Jun 2024 14:00:00 GMT', 2 * HOUR],
  ['999999999', 7 * 24 * HOUR],
  ['Wed, 05 Jun 2024 11:00:00 GMT', undefined],
  ['-5', undefined],
  ['soon', undefined],
])('Retry-After: %s asks for %s seconds', (value, seconds) => {
  expect(retryAfter({ 'retry-after': value }, NOON)[0]?.seconds).toBe(seconds);
});

test('failures in a row double the wait up to a day, and where nobody was asked it starts at a minute', () => {
  const waits = [1, 2, 3, 6, 60].map((count) => waitAfterFailure(count, false, {}, NOON).seconds);
  expect(waits).toEqual([HOUR, 2 * HOUR, 4 * HOUR, 24 * HOUR, 24 * HOUR]);
  expect(waitAfterFailure(1, true, {}, NOON)).toEqual({ seconds: 60, why: 'a failure' });
});

test('Retry-After puts a failure off further, never nearer', () => {
  const wait = (count: number) => waitAfterFailure(count, false, { 'retry-after': '7200' }, NOON);
  expect(wait(1)).toEqual({ seconds: 7200, why: 'Retry-After' });
  expect(wait(4)).toEqual({ seconds: 8 * HOUR, why: '4 failures in a row' });
});

test('jitter makes a due time later, but not beyond the day', () => {
  const due = (seconds: number, random: () => number) =>
    nextDue(NOON, { why: 'test', seconds }, {}, random).dueAt.since(NOON).total('seconds');
  expect(due(HOUR, zero)).toBe(HOUR);
  expect(due(HOUR, one)).toBeGreaterThan(HOUR + 300);
  expect(due(HOUR, one)).toBeLessThanOrEqual(HOUR * 1.1);
  expect(due(24 * HOUR, one)).toBe(24 * HOUR);
  expect(due(48 * HOUR, one)).toBe(48 * HOUR);
});

test('skipped hours move a due time to the hour after them, spread over its first minutes', () => {
  const skip = { skipHours: [13, 14] };
  const wait = { why: 'ttl', seconds: HOUR };
  expect(nextDue(NOON, wait, skip, zero)).toEqual({
    dueAt: Temporal.Instant.from('2024-06-05T15:00:00Z'),
    dueWhy: 'ttl, then skipHours or skipDays',
  });
  const spread = nextDue(NOON, wait, skip, one).dueAt;
  expect(spread.epochMilliseconds).toBeLessThan(Date.parse('2024-06-05T15:10:00Z'));
  expect(spread.epochMilliseconds).toBeGreaterThan(Date.parse('2024-06-05T15:00:00Z'));
});

test('a skipped weekend moves a due time to Monday', () => {
  const saturday = Temporal.Instant.from('2024-06-08T00:30:00Z');
  const skip = { skipDays: ['Saturday', 'sunday'] };
  expect(afterSkipped(saturday, skip)?.toString()).toBe('2024-06-10T00:00:00Z');
});

const always = { skipHours: Array.from({ length: 24 }, (_, hour) => hour) };

test('a feed that would have everything skipped is asked once a day', () => {
  const wait = { why: 'ttl', seconds: HOUR };
  const due = nextDue(NOON, wait, always, one);
  expect(due).toEqual({
    dueAt: NOON.add({ hours: 24 }),
    dueWhy: 'once a day, since it would have all times skipped',
  });
  expect(isDue({ ...fetched, ...always, ...due }, NOON.add({ hours: 24 }))).toBe(true);
});

const fetched = { sourceId: 'blog', failuresInARow: 0, dueAt: NOON, dueWhy: 'ttl' };

test('what is due is left alone in hours and on days that it would have skipped', () => {
  const skip = { ...fetched, skipHours: [13, 14], skipDays: ['thursday'] };
  const until = (hours: number) => putOffUntil(skip, NOON.add({ hours, minutes: 5 }));
  expect(until(0)).toBeUndefined();
  expect(until(1)).toEqual({
    dueAt: Temporal.Instant.from('2024-06-05T15:00:00Z'),
    dueWhy: 'skipHours or skipDays',
  });
  expect(until(3)).toBeUndefined();
  expect(until(12)?.dueAt?.toString()).toBe('2024-06-07T00:00:00Z');
  expect(until(36)).toBeUndefined();
});

test('a source whose runs all fall into what it would have skipped is asked after four days', () => {
  const skip = { ...fetched, skipHours: [12] };
  const days = [1, 2, 3, 4, 5].map((day) => isDue(skip, NOON.add({ hours: 24 * day })));
  expect(days).toEqual([false, false, false, true, true]);
});

test('hours to skip hold though the clock was set back', () => {
  const ahead = { ...fetched, skipHours: [12], lastAttemptAt: NOON.add({ hours: 1000 }) };
  expect(isDue(ahead, NOON.add({ minutes: 5 }))).toBe(false);
  expect(isDue(ahead, NOON.add({ hours: 1 }))).toBe(true);
});

test('sightings of a permanent redirect count by days, and start again with another target', () => {
  const day = (count: number) => NOON.add({ hours: 24 * count });
  const first = noteRedirect({}, 'https://a.example/', day(0));
  const sameDay = noteRedirect(first, 'https://a.example/', day(0).add({ hours: 5 }));
  const second = noteRedirect(sameDay, 'https://a.example/', day(1));
  expect(second).toMatchObject({ redirectSeenOn: ['2024-06-05', '2024-06-06'] });
  const other = noteRedirect(second, 'https://b.example/', day(2));
  expect(other).toEqual({ redirectTo: 'https://b.example/', redirectSeenOn: ['2024-06-07'] });
  const third = noteRedirect(second, 'https://a.example/', day(2));
  expect(third).toEqual({ movedTo: 'https://a.example/' });
  // It answers at the old place again: what was seen is forgotten, a move that was made stays.
  expect(noteRedirect(second, undefined, day(2))).toEqual({});
  expect(noteRedirect(third, undefined, day(3))).toEqual({ movedTo: 'https://a.example/' });
});
