import { expect, test } from 'vitest';
import { tellCollected, tellFailures } from '../../src/cli/tell-collected.ts';
import type { FactsReport } from '../../src/facts-tally.ts';

const sources = { sources: 2, asked: 2, unchanged: 0, added: 1, updated: 0, failed: [] };
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
