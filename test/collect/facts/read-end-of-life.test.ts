import { expect, test } from 'vitest';
import { readEndOfLife } from '../../../src/collect/facts/read-end-of-life.ts';

const URL = 'https://endoflife.date/api/v1/products/proxmox-ve/';
const product = (...releases: unknown[]) => ({
  schema_version: '1.2.0',
  generated_at: '2024-06-05T00:00:00+00:00',
  last_modified: '2024-05-20T00:00:00+00:00',
  result: { name: 'proxmox-ve', aliases: ['pve'], label: 'Proxmox VE', category: 'os', releases },
});
const seven = {
  name: '7',
  codename: null,
  label: '7',
  releaseDate: '2021-07-06',
  isLts: false,
  ltsFrom: null,
  isEol: false,
  eolFrom: '2024-07-31',
  isMaintained: true,
  latest: { name: '7.4', date: '2023-03-22', link: 'https://pve.proxmox.com/wiki/Roadmap' },
};

test('a release has its latest version and the day on which its support ends', () => {
  expect(readEndOfLife(product(seven), URL)).toEqual({
    kind: 'read',
    content: {
      cycles: [{ cycle: '7', latest: '7.4', latestOn: '2023-03-22', supportEndsOn: '2024-07-31' }],
    },
  });
});

test('what is not known yet, or is true without a date, is left out', () => {
  const eight = { ...seven, name: '8', eolFrom: null, latest: null };
  const old = { ...seven, name: '1', isEol: true, eolFrom: true, latest: { name: '1.9' } };
  expect(readEndOfLife(product(eight, old), URL)).toEqual({
    kind: 'read',
    content: { cycles: [{ cycle: '8' }, { cycle: '1', latest: '1.9' }] },
  });
});

test('the end of active support alone is no end of support', () => {
  const server = { name: '2019', eoasFrom: '2024-01-09', eolFrom: '2029-01-09' };
  expect(readEndOfLife(product(server), URL)).toMatchObject({
    content: { cycles: [{ cycle: '2019', supportEndsOn: '2029-01-09' }] },
  });
});

test('a release is called by its label where that is its name as one reads it', () => {
  const named = (name: string, label: string) => {
    const read = readEndOfLife(product({ name, label }), URL);
    return read.kind === 'read' ? read.content.cycles?.[0]?.cycle : undefined;
  };
  expect(named('2012-r2', '2012 R2')).toBe('2012 R2');
  expect(named('8.2', '8.2 (LTS)')).toBe('8.2');
  expect(named('12', "12 'Bookworm'")).toBe('12');
});

test('a name is one short line', () => {
  const long = { name: `8\n${'x'.repeat(500)}` };
  const read = readEndOfLife(product(long), URL);
  const cycle = read.kind === 'read' ? read.content.cycles?.[0]?.cycle : undefined;
  expect(cycle).toMatch(/^8 x+…$/);
  expect(cycle?.length).toBeLessThanOrEqual(60);
});

test.each([
  [{}, 'no list at "result.releases"'],
  [[{ cycle: '8', eol: false }], 'no list at "result.releases"'],
  [product(), 'none of 0 releases has a name'],
  [product({ cycle: '8' }), 'none of 1 releases has a name'],
])('a document of another shape is a failure with its reason: %j', (document, reason) => {
  expect(readEndOfLife(document, URL)).toEqual({
    kind: 'unreadable',
    reason: `its form seems to have changed: ${reason}`,
  });
});
