import { expect, test } from 'vitest';
import { tellDistance } from '../../src/cli/tell-distance.ts';

const now = Temporal.Instant.from('2024-06-05T12:00:00Z');

test.each([
  ['2024-06-05T12:00:20Z', 'now'],
  ['2024-06-05T12:20:00Z', 'in 20 min'],
  ['2024-06-05T11:00:00Z', '1 h ago'],
  ['2024-06-04T01:00:00Z', '35 h ago'],
  ['2024-06-03T11:00:00Z', '2 days ago'],
  ['2024-06-12T12:00:00Z', 'in 7 days'],
])('%s is told as "%s"', (at, words) => {
  expect(tellDistance(Temporal.Instant.from(at), now)).toBe(words);
});
