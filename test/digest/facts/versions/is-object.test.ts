import { expect, test } from 'vitest';
import { isObject } from '../../../../src/digest/facts/versions/is-object.ts';

test.each([
  ['A plug-in for ', true],
  ['Guests with VMware ', true],
  ['How to move beyond SUSE ', true],
  ['Third parties support ', true],
  ['VMware ', false],
  ['The end of ', false],
  ['Patch now: ', false],
])('before a product, %j makes something else its object: %s', (before, expected) => {
  expect(isObject(before)).toBe(expected);
});
