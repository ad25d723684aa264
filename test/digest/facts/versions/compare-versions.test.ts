import { expect, test } from 'vitest';
import { compareVersions } from '../../../../src/digest/facts/versions/compare-versions.ts';

test.each([
  ['8.9', '8.10'],
  ['8', '8.1'],
  ['8.0', '8.0 Update 3'],
  ['8.0 update 3e', '8.0 update 3f'],
  ['8.0 update 3', '8.0 update 3e'],
  ['9.1', '10'],
])('%s comes before %s', (older, newer) => {
  expect(compareVersions(older, newer)).toBeLessThan(0);
  expect(compareVersions(newer, older)).toBeGreaterThan(0);
});

test('closing zeros make no difference', () => {
  expect(compareVersions('8.0', '8')).toBe(0);
});
