import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFacts } from '../../../src/collect/facts/read-facts.ts';
import type { OpenDataKind } from '../../../src/model/open-data.ts';

const kinds: OpenDataKind[] = ['kev', 'end-of-life', 'xsa', 'msrc'];
const url = 'https://facts.example/list';
const read = (kind: OpenDataKind, body: string | Uint8Array) =>
  readFacts(kind, url, {
    kind: 'fetched',
    bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    headers: {},
    url,
    fetchedAt: Temporal.Instant.from('2024-06-05T12:00:00Z'),
  });

/** The names that the readers look for, around any value. */
const names = [
  ...['vulnerabilities', 'cveID', 'dateAdded', 'result', 'releases', 'name', 'latest', 'eolFrom'],
  ...['xsas', 'xsa', 'cve', 'public_time', 'value', 'ID', 'CurrentReleaseDate', 'Vulnerability'],
  ...['CVE', 'Title', 'Value', 'Threats', 'Type', 'Description', 'CVSSScoreSets', 'BaseScore'],
];
const texts = ['CVE-2024-1234', '2024-05-31', '2024-May', 'Hyper-V', 'Exploited:Yes', '1', '3'];
const { document } = fc.letrec((tie) => ({
  document: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(...texts),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('document'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie('document'), { maxKeys: 5 }),
  ),
}));

describe.each(kinds)('a document of kind %s', (kind) => {
  test('is read or refused, whatever JSON it is', () => {
    fc.assert(
      fc.property(document, (value) => {
        const outcome = read(kind, JSON.stringify(value) ?? '');
        if (outcome.kind === 'unreadable') expect(outcome.reason).not.toBe('');
        else expect(Object.values(outcome.content).every(Array.isArray)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is read or refused, whatever bytes it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(read(kind, bytes).kind).toBe('unreadable');
      }),
    );
  });

  test('may begin with a byte order mark, and may be nested without end', () => {
    expect(read(kind, '\uFEFF{"a":1}')).toMatchObject({
      reason: expect.stringContaining('its form seems to have changed'),
    });
    expect(read(kind, '['.repeat(100_000) + ']'.repeat(100_000)).kind).toBe('unreadable');
  });
});

test('a list asks to be left alone for almost a day', () => {
  expect(read('kev', '{"vulnerabilities":[{"cveID":"CVE-2024-1234"}]}')).toMatchObject({
    kind: 'read',
    pace: { ttlMinutes: 1200 },
  });
});
