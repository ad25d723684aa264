import { expect, test } from 'vitest';
import { tellCollected, tellFailures } from '../../src/cli/tell-collected.ts';
import { CollectTally, isUnreachable } from '../../src/collect-tally.ts';
import { type FactsReport, FactsTally } from '../../src/facts-tally.ts';

const sources = { sources: 2, asked: 2, unchanged: 0, added: 1, updated: 0, gone: 0, failed: [] };
const collected = (facts: FactsReport) => ({ ...sources, facts });
const failure = {
  id: 'msrc/2024-May',
  name: 'MSRC (2024-May)',
  reason: '[GET] https://msrc.example/: 503 Service Unavailable',
  wasEarlier: false,
};
const earlier = { ...failure, id: 'xsa', name: 'Xen Project', wasEarlier: true };

test.each([
  [{ lists: 0, asked: 0, unchanged: 0, failed: [] }, []],
  [{ lists: 1, asked: 0, unchanged: 0, failed: [earlier] }, ['Open data: none of 1 list is due.']],
  [
    { lists: 3, asked: 6, unchanged: 2, failed: [failure, earlier] },
    ['Open data: asked for 6 documents of 3 lists (3 new, 2 unchanged, 1 failed).'],
  ],
  [
    { lists: 2, asked: 1, unchanged: 1, failed: [] },
    ['Open data: asked for 1 document of 2 lists (0 new, 1 unchanged).'],
  ],
])('open data has a line of its own: %j', (facts, lines) => {
  expect(tellCollected(collected(facts))).toEqual([
    'Asked 2 of 2 sources: 1 new entry, 0 updated.',
    ...lines,
  ]);
});

test('a document that failed has a line like that of a source', () => {
  const report = collected({ lists: 3, asked: 6, unchanged: 2, failed: [failure, earlier] });
  expect(tellFailures(report)).toEqual([
    'Failed: MSRC (2024-May): [GET] https://msrc.example/: 503 Service Unavailable',
    'Failed: Xen Project: [GET] https://msrc.example/: 503 Service Unavailable (earlier; not asked again yet)',
  ]);
});

const lastFailure = '[GET] https://old.example/feed: 410 Gone';
const gone = { sourceId: 'old', failuresInARow: 1, isGone: true, lastFailure };
const old = {
  id: 'old',
  name: 'Old',
  url: 'https://old.example/feed',
  kind: 'feed',
  isVendor: false,
} as const;

test('a source that is gone has failed in the run that finds out, and is counted in later ones', () => {
  const none = { added: 0, updated: 0 };
  const tellRun = (outcome: Parameters<CollectTally['add']>[1]) => {
    const tally = new CollectTally(1);
    tally.add(old, outcome, none);
    const report = { ...tally.report(), facts: new FactsTally(0).report() };
    expect(isUnreachable(report)).toBe(true);
    return [...tellCollected(report), ...tellFailures(report)];
  };
  expect(tellRun({ kind: 'failed', state: gone, reason: lastFailure })).toEqual([
    'Asked 1 of 1 sources (1 failed): 0 new entries, 0 updated.',
    `Failed: Old: ${lastFailure}`,
  ]);
  expect(tellRun({ kind: 'not-due', state: gone })).toEqual([
    'Asked 0 of 1 sources (1 gone): 0 new entries, 0 updated.',
  ]);
});

test('open data that is gone is told once, too', () => {
  const failuresOf = (kind: 'failed' | 'not-due') => {
    const tally = new FactsTally(1);
    tally.add({ kind, name: 'Old', document: { state: gone } });
    return tally.report().failed.length;
  };
  expect([failuresOf('failed'), failuresOf('not-due')]).toEqual([1, 0]);
});
