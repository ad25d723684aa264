import { describe, expect, test } from 'vitest';
import type { SourceStanding } from '../../src/cli/source-standing.ts';
import { tellStandings } from '../../src/cli/tell-standings.ts';

const now = Temporal.Instant.from('2024-06-05T12:00:00Z');

function standing(id: string, changes: Partial<SourceStanding> = {}): SourceStanding {
  const url = `https://${id}.example/feed`;
  const named = { id, name: id, url, kind: 'feed' } as const;
  return { ...named, failuresInARow: 0, isDue: false, isGone: false, ...changes };
}

const asked = (id: string, changes: Partial<SourceStanding> = {}) =>
  standing(id, {
    lastAttemptAt: now.subtract({ hours: 2 }),
    lastSuccessAt: now.subtract({ hours: 2 }),
    lastNewEntryAt: now.subtract({ hours: 50 }),
    dueAt: now.add({ minutes: 30 }),
    dueWhy: 'ttl',
    ...changes,
  });

const told = (...sources: SourceStanding[]) => tellStandings({ sources, unconfigured: [] }, now);

describe('how sources stand, told', () => {
  test('is a table whose columns are aligned, and the number of each state', () => {
    expect(told(asked('a-long-name'), asked('b', { dueAt: undefined, isDue: true }))).toEqual([
      'source       last success  last new entry  failures  next due   why',
      'a-long-name  2 h ago       2 days ago      -         in 30 min  ttl',
      'b            2 h ago       2 days ago      -         now',
      '',
      '2 sources: 2 well.',
    ]);
  });

  test('says of a source that was never asked that it was not', () => {
    expect(told(standing('new', { isDue: true }))).toEqual([
      'source  last success  last new entry  failures  next due  why',
      'new     never asked   -               -         now',
      '',
      '1 source: 0 well, 1 never asked.',
    ]);
  });

  test('gives the date of the newest entry where it is not known when it came', () => {
    const newestEntryAt = now.subtract({ hours: 24 * 9 });
    expect(told(asked('a', { lastNewEntryAt: undefined, newestEntryAt }))[1]).toContain(
      '  dated 9 days ago  ',
    );
  });

  test('says below a failing source how often and why, without what a terminal would obey', () => {
    const lastFailure = '[GET] https://a.example/feed: 503 \u001b[31mService\n Unavailable';
    const lines = told(asked('a', { failuresInARow: 3, lastFailure, dueWhy: 'Retry-After' }));
    expect(lines[1]).toMatch(/^a +2 h ago +2 days ago +3 +in 30 min +Retry-After$/);
    expect(lines[2]).toBe('    [GET] https://a.example/feed: 503 [31mService Unavailable');
    expect(lines.at(-1)).toBe('1 source: 0 well, 1 failing.');
  });

  test('says that a source is gone, and where one moved', () => {
    const gone = asked('gone', { isGone: true, lastFailure: '[GET] x: 410 Gone' });
    const moved = asked('moved', { movedTo: 'https://new.example/' });
    const lines = told(gone, moved).join('\n');
    expect(lines).toMatch(/^gone .* never +it is gone \(410\)$/m);
    expect(lines).toContain('moved for good to https://new.example/: change its url');
    expect(lines).toContain('2 sources: 1 well, 1 gone.');
  });

  test('names what is in the store and not configured, in one line', () => {
    const lines = tellStandings({ sources: [asked('a')], unconfigured: ['old', 'older'] }, now);
    expect(lines.at(-1)).toBe('In the store, but no longer configured: old, older.');
  });
});
