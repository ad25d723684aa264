import { expect, test } from 'vitest';
import {
  areOneScheme,
  compareNumbers,
  numberOf,
  patchedLine,
} from '../../../../src/digest/facts/versions/version.ts';

const version = (number: string) => ({
  product: 'Azure Local',
  number,
  stage: 'ga' as const,
  shown: number,
});

test.each([
  ['23H2', '23H2'],
  ['2012 R2', '2012 R2'],
  ['8.3 RC 2', '8.3'],
  ['8.0 Update 3e', '8.0 Update 3e'],
])('the number of %s is %s', (text, number) => {
  expect(numberOf(text)).toBe(number);
});

test.each([
  ['23H2', '24H1'],
  ['24H1', '24H2'],
  ['2012', '2012 R2'],
  ['2012 R2', '2016'],
])('%s comes before %s, and patches none', (lower, higher) => {
  expect(compareNumbers(version(lower), version(higher))).toBeLessThan(0);
  expect(patchedLine(version(higher))).toBeUndefined();
});

test.each([
  ['23H2', '2510', false],
  ['2510', '12.2511', false],
  ['23H2', '24H2', true],
  ['2012 R2', '2025', true],
  ['8.3', '8.3.1', true],
])('whether %s and %s can be compared: %s', (one, other, can) => {
  expect(areOneScheme(version(one), version(other))).toBe(can);
});
