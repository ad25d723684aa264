import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { guardLookup } from '../../../src/collect/fetch/guard-lookup.ts';

const PUBLIC = { address: '93.184.216.34', family: 4 };
const PUBLIC_6 = { address: '2606:2800::1', family: 6 };
const PRIVATE = { address: '10.0.0.7', family: 4 };

/** What a guarded lookup gives for a name that the DNS answers so. */
function lookUp(answer: LookupAddress[] | NodeJS.ErrnoException, all: boolean): unknown[] {
  const guarded = guardLookup((_, __, callback) =>
    answer instanceof Error ? callback(answer, []) : callback(null, answer),
  );
  let given: unknown[] = [];
  guarded('feeds.example', { all }, (...values) => {
    given = values;
  });
  return given;
}

test('public addresses are passed on, all of them or the first', () => {
  expect(lookUp([PUBLIC, PUBLIC_6], true)).toEqual([null, [PUBLIC, PUBLIC_6]]);
  expect(lookUp([PUBLIC_6, PUBLIC], false)).toEqual([null, PUBLIC_6.address, 6]);
});

test.each([true, false])('one private address among them is enough to refuse a name', (all) => {
  const [error, addresses] = lookUp([PUBLIC, PRIVATE], all);
  expect(String(error)).toContain('feeds.example is the private address 10.0.0.7');
  expect(addresses).toEqual([]);
});

test('a name that does not exist fails as it did', () => {
  const missing = new Error('queryA ENOTFOUND');
  expect(lookUp(missing, true)[0]).toBe(missing);
});
