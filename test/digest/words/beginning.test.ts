import { expect, test } from 'vitest';
import { beginning } from '../../../src/digest/words/beginning.ts';

test('a text is cut at the last blank before the limit, never within an id', () => {
  expect(beginning('Fixes CVE-2024-22273 today', 19)).toBe('Fixes');
  expect(beginning('Fixes CVE-2024-22273 today', 20)).toBe('Fixes CVE-2024-22273');
  expect(beginning('one\ntwo three', 6)).toBe('one');
});

test('a short text stays as it is, and one without blanks is cut at the limit', () => {
  expect(beginning('one two', 7)).toBe('one two');
  expect(beginning('onetwothree', 6)).toBe('onetwo');
});
