import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectSources } from '../../src/collect/collect-sources.ts';
import { rerouteTo } from '../../src/collect/fetch/reroute-to.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readInPlace } from '../support/read-in-place.ts';
import { sourceAt } from './support/context.ts';
import { type Answer, LiveFeeds, type Seen, type Site } from './support/live-feeds.ts';
import { rss } from './support/rss.ts';

// A week in the life of feeds, on a virtual clock. Every six hours the process restarts: a new
// network, and the state from the store. The tests below read the server's record of it.

const START = Temporal.Instant.from('2024-06-03T00:07:00Z'); // A Monday.
const WEEK_HOURS = 7 * 24;
const TICK_MINUTES = 15;
const USER_AGENT = 'state-of-virtualization/0.1.0 (+https://example.org/about)';

let now = START;
const day = () => Math.floor(now.since(START).total('hours') / 24);
const hour = () => now.since(START).total('hours');
const ok = (headers: Record<string, string> = {}, extra = '', titles = ['One']): Answer => ({
  status: 200,
  headers,
  body: rss(titles, extra),
});

/** New content every day; on the third day the server drops one validator, and on the fourth both change. */
const changing: Site = ({ headers }) => {
  const etag = `W/"day ${day()}"`;
  const lastModified = `day ${day()}, by a server that knows no RFC`;
  if (day() === 4 && hour() % 24 > 12) return changingByNight(headers);
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  const validators = { etag, ...(day() !== 2 && { 'last-modified': lastModified }) };
  return ok(validators, '', [`Post of day ${day()}`]);
};

/** Always a 304, and each time with another validator. */
const changingByNight = (headers: Seen['headers']): Answer =>
  headers['if-none-match']
    ? { status: 304, headers: { etag: `"hour ${Math.floor(hour())}"` } }
    : ok({ etag: '"night"' });

const sites: Record<string, Site> = {
  'changing.example': changing,
  'same-bytes.example': () => ok({ 'set-cookie': 'who=you' }),
  'ttl.example': () => ok({}, '<ttl>180</ttl>'),
  'period.example': () =>
    ok({}, '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>'),
  'max-age.example': ({ headers }) =>
    headers['if-none-match']
      ? { status: 304 }
      : ok({ etag: '"1"', 'cache-control': 'public, max-age=14400' }),
  'expires.example': () =>
    ok({ expires: new Date(now.epochMilliseconds + 5 * 3_600_000).toUTCString() }),
  'all.example': () => ok({ 'cache-control': 'max-age=7200' }, '<ttl>60</ttl>'),
  'forever.example': () => ok({ 'cache-control': 'max-age=31536000' }, '<ttl>100000</ttl>'),
  'skip.example': () =>
    ok(
      {},
      `<skipHours>${[0, 1, 2, 3, 4, 5].map((h) => `<hour>${h}</hour>`).join('')}</skipHours>
       <skipDays><day>Wednesday</day><day>Thursday</day></skipDays>`,
    ),
  'busy.example': () =>
    hour() >= 30 && hour() < 33
      ? { status: 429, headers: { 'retry-after': '10800' } }
      : hour() >= 60 && hour() < 61.3
        ? {
            status: 503,
            headers: {
              'retry-after': new Date(now.epochMilliseconds + 4 * 3_600_000).toUTCString(),
            },
          }
        : ok(),
  'old.example': () => ({ status: 301, headers: { location: 'http://new.example/feed' } }),
  'new.example': ({ headers }) =>
    headers['if-none-match'] ? { status: 304 } : ok({ etag: '"n"' }),
  'detour.example': () => ({ status: 302, headers: { location: 'http://stop.example/feed' } }),
  'stop.example': () => ok(),
  'gone.example': () => (day() < 2 ? ok() : { status: 410 }),
  'broken.example': () => (day() < 1 ? ok() : { status: 500 }),
  'secure.example': () => ({ status: 301, headers: { location: 'http://insecure.example/feed' } }),
  'insecure.example': () => ok(),
  'many.example': ({ path }) => ok({}, '', [path]),
};

const hosts = Object.keys(sites).filter(
  (host) => !['new.example', 'stop.example', 'insecure.example', 'many.example'].includes(host),
);
const sources = [
  ...hosts.map((host) => {
    const scheme = host === 'secure.example' ? 'https' : 'http';
    return sourceAt(`${scheme}://${host}/feed`, { id: host });
  }),
  ...Array.from({ length: 8 }, (_, index) =>
    sourceAt(`http://many.example/feed-${index}`, { id: `many-${index}` }),
  ),
];

const feeds = new LiveFeeds(sites, () => now);
const failures: { id: string; at: Temporal.Instant; reason: string }[] = [];
let unchangedOfSameBytes = 0;
let folder = '';

beforeAll(async () => {
  const origin = await feeds.start();
  folder = await mkdtemp(join(tmpdir(), 'polite-'));
  for (let hours = 0; hours < WEEK_HOURS; hours += 6) await runSixHours(origin);
}, 120_000);

afterAll(async () => {
  feeds.stop();
  await rm(folder, { recursive: true });
});

async function runSixHours(origin: string): Promise<void> {
  const store = openStore(`sqlite:${join(folder, 'digest.db')}`);
  const dispatcher = rerouteTo(origin);
  const context = {
    dispatcher,
    reader: readInPlace,
    now: () => now,
    userAgent: USER_AGENT,
    random: Math.random,
  };
  for (let tick = 0; tick < (6 * 60) / TICK_MINUTES; tick += 1) {
    const states = await store.sourceStates();
    await collectSources(sources, states, context, async (source, outcome) => {
      if (outcome.kind === 'not-due') return;
      if (outcome.kind === 'failed')
        failures.push({ id: source.id, at: now, reason: outcome.reason });
      if (outcome.kind === 'unchanged' && source.id === 'same-bytes.example') {
        unchangedOfSameBytes += 1;
      }
      const entries = outcome.kind === 'collected' ? outcome.entries : [];
      await store.saveCollected(outcome.state, entries, now);
    });
    now = now.add({ minutes: TICK_MINUTES });
  }
  await dispatcher.close();
  await store.close();
}

/** Minutes between one request and the next. */
function gaps(seen: readonly Seen[]): number[] {
  return seen
    .slice(1)
    .map((one, index) => one.at.since(seen[index]?.at ?? one.at).total('minutes'));
}

test('1. a feed is asked unconditionally once in its life, also across restarts', () => {
  const unconditional = feeds
    .at('changing.example')
    .filter(({ headers }) => !headers['if-none-match'] && !headers['if-modified-since']);
  expect(feeds.at('changing.example').length).toBeGreaterThan(100);
  expect(unconditional).toHaveLength(1);
});

test('2. conditions echo the last validators verbatim, and follow them independently', () => {
  let etag: string | undefined;
  let lastModified: string | undefined;
  for (const { headers, answer } of feeds.at('changing.example')) {
    expect(headers['if-none-match']).toBe(etag);
    expect(headers['if-modified-since']).toBe(lastModified);
    etag = answer.headers?.etag ?? etag;
    lastModified = answer.status === 200 ? answer.headers?.['last-modified'] : lastModified;
  }
  const conditions = feeds.at('changing.example').map(({ headers }) => headers);
  // The record shows every case: both, one of them dropped, and one that a 304 brought.
  expect(conditions.some((one) => one['if-modified-since'])).toBe(true);
  expect(conditions.some((one) => one['if-none-match'] && !one['if-modified-since'])).toBe(true);
  expect(conditions.some((one) => one['if-none-match']?.startsWith('"hour'))).toBe(true);
});

test.each(hosts)('3. requests to %s are at least an hour apart', (host) => {
  const seen = feeds.at(host);
  expect(seen.length).toBeGreaterThan(1);
  expect(Math.min(...gaps(seen))).toBeGreaterThanOrEqual(60);
});

test.each([
  ['ttl.example', 180],
  ['period.example', 360],
  ['max-age.example', 240],
  ['expires.example', 300],
  ['all.example', 120],
  ['forever.example', 24 * 60],
])('3. %s is asked every %i minutes at most, and not much less', (host, minutes) => {
  const seen = feeds.at(host);
  expect(Math.min(...gaps(seen))).toBeGreaterThanOrEqual(minutes);
  // A tenth of jitter, and the next tick.
  expect(Math.max(...gaps(seen))).toBeLessThanOrEqual(minutes * 1.1 + TICK_MINUTES);
});

test('3. what a feed says once holds for a 304, too', () => {
  const statuses = feeds.at('max-age.example').map(({ answer }) => answer.status);
  expect(statuses.filter((status) => status === 304).length).toBeGreaterThan(30);
});

test('3. hours and days to skip are skipped, and the others are not', () => {
  // The first request cannot know.
  const later = feeds
    .at('skip.example')
    .slice(1)
    .map(({ at }) => at.toZonedDateTimeISO('UTC'));
  expect(later.length).toBeGreaterThan(60);
  expect(later.filter(({ hour }) => hour < 6)).toEqual([]);
  expect(later.filter(({ dayOfWeek }) => dayOfWeek === 3 || dayOfWeek === 4)).toEqual([]);
  expect(later.some(({ dayOfWeek, hour }) => dayOfWeek === 5 && hour === 6)).toBe(true);
});

test('4. Retry-After is kept, in seconds and as a date, across restarts', () => {
  const seen = feeds.at('busy.example');
  const refused = seen.flatMap(({ answer }, index) => (answer.status >= 400 ? index : []));
  const statuses = refused.map((index) => seen[index]?.answer.status);
  expect(statuses).toEqual([429, 503]);
  const waits = refused.map((index) => gaps(seen)[index]);
  expect(waits[0]).toBeGreaterThanOrEqual(180);
  expect(waits[1]).toBeGreaterThanOrEqual(240);
  expect(Math.max(...waits.map(Number))).toBeLessThan(300);
});

test('5. a permanent redirect is followed, and recorded after sightings on three days', () => {
  const old = feeds.at('old.example');
  expect(new Set(old.map(({ at }) => at.toString().slice(0, 10))).size).toBe(3);
  expect(feeds.at('new.example').length).toBeGreaterThan(old.length + 80);
  // The move brings no second unconditional request.
  const unconditional = feeds.at('new.example').filter(({ headers }) => !headers['if-none-match']);
  expect(unconditional).toHaveLength(1);
});

test('5. a temporary redirect is followed and never recorded', () => {
  expect(feeds.at('detour.example').length).toBeGreaterThan(100);
  expect(feeds.at('stop.example')).toHaveLength(feeds.at('detour.example').length);
});

test('6. 410 ends the polling and is reported once', () => {
  const seen = feeds.at('gone.example');
  expect(seen.filter(({ answer }) => answer.status === 410)).toHaveLength(1);
  expect(seen.at(-1)?.answer.status).toBe(410);
  const reported = failures.filter(({ id }) => id === 'gone.example');
  expect(reported.map(({ reason }) => reason)).toEqual([
    '[GET] http://gone.example/feed: 410 Gone',
  ]);
});

test('6. other errors back off, ever longer, up to a day', () => {
  const seen = feeds.at('broken.example');
  const broken = gaps(seen.slice(seen.findIndex(({ answer }) => answer.status === 500)));
  const expected = [60, 120, 240, 480, 960, 1440, 1440];
  expect(broken.length).toBeGreaterThanOrEqual(6);
  broken.forEach((gap, index) => {
    expect(gap).toBeGreaterThanOrEqual(expected[index] ?? 1440);
    expect(gap).toBeLessThanOrEqual((expected[index] ?? 1440) * 1.1 + TICK_MINUTES);
  });
});

test('7. a host gets at most two requests at once', () => {
  const open = feeds.at('many.example').map((one) => one.open);
  expect(Math.max(...open)).toBe(2);
});

test('8. requests name the program and say nothing that they need not', () => {
  for (const [host, seen] of feeds.seen) {
    for (const { headers, path } of seen) {
      expect(headers['user-agent']).toBe(USER_AGENT);
      expect(headers.accept).toContain('application/atom+xml');
      expect(headers['accept-encoding']).toBe('gzip, br');
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers).not.toHaveProperty('from');
      expect(path).toMatch(host === 'many.example' ? /^\/feed-\d$/ : /^\/feed$/);
    }
  }
});

test('9. the same bytes count as unchanged', () => {
  expect(unchangedOfSameBytes).toBe(feeds.at('same-bytes.example').length - 1);
});

test('10. https never falls back to http', () => {
  expect(feeds.at('secure.example').length).toBeGreaterThan(1);
  expect(feeds.at('insecure.example')).toEqual([]);
});
