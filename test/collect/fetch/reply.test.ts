import { expect, test } from 'vitest';
import { headerOf } from '../../../src/collect/fetch/reply.ts';

test.each([
  ['cache-control', ['public', 'max-age=21600'], 'public, max-age=21600'],
  ['content-encoding', ['gzip', 'br'], 'gzip, br'],
  ['etag', ['"one"', '"two"'], '"one"'],
  ['etag', '"one"', '"one"'],
  ['etag', undefined, undefined],
])('%s on the lines %j reads %j', (name, lines, value) => {
  expect(headerOf({ [name]: lines }, name)).toBe(value);
});
