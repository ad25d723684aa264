import { expect, test } from 'vitest';
import { readXsa } from '../../../src/collect/facts/read-xsa.ts';

const URL = 'https://xenbits.xen.org/xsa/xsa.json';
const list = (...xsas: unknown[]) => [{ xsas }];

test('each CVE of an advisory is covered by it', () => {
  const advisory = {
    xsa: 456,
    title: 'x86: a leak, in words of this test',
    public_time: '2024-04-09 16:30',
    cve: ['CVE-2024-2201', 'CVE-2024-31142'],
    versions: '2',
  };
  const fact = { product: 'Xen', advisory: 'XSA-456', addedOn: '2024-04-09' };
  expect(readXsa(list(advisory), URL)).toEqual({
    kind: 'read',
    content: {
      flaws: [
        { cve: 'CVE-2024-2201', ...fact },
        { cve: 'CVE-2024-31142', ...fact },
      ],
    },
  });
});

test('an advisory that is not public yet says nothing, and a number that is none is left out', () => {
  const announced = { xsa: '999', public_time: '2024-07-16 12:00' };
  const odd = { xsa: 'draft<b>', cve: ['CVE-2024-31143', 'CVE-pending'] };
  expect(readXsa(list(announced, odd), URL)).toEqual({
    kind: 'read',
    content: { flaws: [{ cve: 'CVE-2024-31143', product: 'Xen' }] },
  });
});

test.each([
  [{}, 'no list at "xsas"'],
  [list(), 'none of 0 advisories has a cve'],
  [list({ xsa: 1 }, 2), 'none of 2 advisories has a cve'],
])('a document of another shape is a failure with its reason: %j', (document, reason) => {
  expect(readXsa(document, URL)).toEqual({
    kind: 'unreadable',
    reason: `its form seems to have changed: ${reason}`,
  });
});
