import { expect, test } from 'vitest';
import type { FactsStanding } from '../../src/cli/facts-standing.ts';
import { tellFactsStandings } from '../../src/cli/tell-facts-standings.ts';

const now = Temporal.Instant.from('2024-06-05T12:00:00Z');

function list(id: string, changes: Partial<FactsStanding> = {}): FactsStanding {
  return {
    id,
    name: id,
    kind: 'kev',
    url: `https://${id}.example/`,
    lastAttemptAt: now.subtract({ hours: 2 }),
    lastSuccessAt: now.subtract({ hours: 2 }),
    failuresInARow: 0,
    dueAt: now.add({ hours: 18 }),
    dueWhy: 'ttl',
    facts: 1134,
    factsFrom: now.subtract({ hours: 2 }),
    isDue: false,
    isGone: false,
    failedParts: [],
    ...changes,
  };
}

test('lists are a table with the age of what each holds, and their number', () => {
  const eol = list('eol', { kind: 'end-of-life', facts: 1, isDue: true });
  expect(tellFactsStandings([list('cisa-kev'), eol], now)).toEqual([
    'open data  last success  holds                      failures  next due  why',
    'cisa-kev   2 h ago       1,134 flaws, from 2 h ago  -         in 18 h   ttl',
    'eol        2 h ago       1 version, from 2 h ago    -         now',
    '',
    '2 lists of open data: 2 well.',
  ]);
});

test('a failure is told below its line, also that of one document of a list', () => {
  const down = list('down', { failuresInARow: 3, lastFailure: '[GET] x: 503\n Down', facts: 0 });
  const msrc = list('msrc', {
    failedParts: [{ id: '2024-May', reason: '[GET] y: 404 Not Found' }],
  });
  const lines = tellFactsStandings([down, msrc], now);
  expect(lines[1]).toMatch(/^down .* 3 +in 18 h +ttl$/);
  expect(lines[2]).toBe('    [GET] x: 503 Down');
  expect(lines[4]).toBe('    2024-May: [GET] y: 404 Not Found');
  expect(lines.at(-1)).toBe('2 lists of open data: 0 well, 2 failing.');
});

test('one that was never asked, or holds nothing yet, says so', () => {
  const fresh = list('new', { lastAttemptAt: undefined, factsFrom: undefined, isDue: true });
  const empty = list('empty', { lastSuccessAt: undefined, factsFrom: undefined, facts: 0 });
  const lines = tellFactsStandings([fresh, empty], now);
  expect(lines[1]).toMatch(/^new +never asked +- +- +now$/);
  expect(lines[2]).toMatch(/^empty +never +nothing yet +/);
  expect(lines.at(-1)).toBe('2 lists of open data: 1 well, 1 never asked.');
});

test('where no open data is configured, there is nothing to tell', () => {
  expect(tellFactsStandings([], now)).toEqual([]);
});
