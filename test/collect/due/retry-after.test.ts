import { afterEach, beforeEach, expect, test } from 'vitest';
import { secondsUntil } from '../../../src/collect/due/retry-after.ts';
import { NOON } from '../support/context.ts';

const { TZ } = process.env;
beforeEach(() => {
  process.env.TZ = 'America/New_York';
});
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

test.each([
  'Wed, 05 Jun 2024 14:00:00 GMT',
  'Wednesday, 05-Jun-24 14:00:00 GMT',
  'Wed Jun  5 14:00:00 2024',
])('%s is a moment in GMT, wherever this runs', (date) => {
  expect(secondsUntil(date, NOON)).toBe(7200);
});
