import { expect, test } from 'vitest';
import { collectSource } from '../../../src/collect/collect-source.ts';
import type { CollectOutcome } from '../../../src/model/collect-outcome.ts';
import type { JsonMapping, Source } from '../../../src/model/source.ts';
import { contextWith, sourceAt } from '../support/context.ts';
import { serve } from '../support/serve.ts';

const KEV: JsonMapping = {
  items: 'vulnerabilities',
  id: 'cveID',
  title: '{vulnerabilityName} ({cveID})',
  url: 'https://nvd.nist.gov/vuln/detail/{cveID}',
  summary: 'shortDescription',
  publishedAt: 'dateAdded',
  categories: 'vendorProject',
};

const FLAW = {
  cveID: 'CVE-2024-0001',
  vendorProject: 'Vendor',
  vulnerabilityName: 'Heap <overflow> in the hypervisor',
  dateAdded: '2024-05-20',
  shortDescription: 'A guest with 2 < 3 rights & more runs code on the host.',
};

/** Collects a JSON source; `answers` follow one another. */
async function collectJson(
  json: JsonMapping,
  answers: readonly unknown[],
  changes: Partial<Source> = {},
): Promise<CollectOutcome> {
  let count = 0;
  const origin = await serve((_, response) => {
    const answer = answers[count++];
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  const source = sourceAt(`${origin}/list.json`, { kind: 'json', json, ...changes });
  let outcome = await collectSource(source, undefined, contextWith());
  while (count < answers.length) {
    outcome = await collectSource(source, outcome.state, contextWith({ force: true }));
  }
  return outcome;
}

test('a list becomes entries by the field map', async () => {
  const outcome = await collectJson(KEV, [{ vulnerabilities: [FLAW] }]);
  expect(outcome).toMatchObject({
    kind: 'collected',
    entries: [
      {
        title: 'Heap <overflow> in the hypervisor (CVE-2024-0001)',
        url: 'https://nvd.nist.gov/vuln/detail/CVE-2024-0001',
        text: 'A guest with 2 < 3 rights & more runs code on the host.',
        categories: ['Vendor'],
      },
    ],
  });
  if (outcome.kind !== 'collected') return;
  expect(outcome.entries[0]?.publishedAt).toEqual(Temporal.Instant.from('2024-05-20T00:00:00Z'));
});

test('paths pass through arrays, and a document can be the list itself', async () => {
  const xsas = [{ xsas: [{ xsa: 458, title: 'Double unlock', cve: ['CVE-1', 'CVE-2'] }] }];
  const nested = await collectJson(
    {
      items: 'xsas',
      title: 'XSA-{xsa}: {title}',
      url: '/xsa/advisory-{xsa}.html',
      categories: 'cve',
    },
    [xsas],
  );
  expect(nested).toMatchObject({
    entries: [{ title: 'XSA-458: Double unlock', categories: ['CVE-1', 'CVE-2'] }],
  });
  expect(nested).toHaveProperty(
    'entries.0.url',
    expect.stringMatching(/\/xsa\/advisory-458\.html$/),
  );
  const plain = await collectJson({ items: '', title: 'a.b' }, [[{ a: { b: 'Deep' } }]]);
  expect(plain).toMatchObject({ entries: [{ title: 'Deep' }] });
});

test('HTML in a summary is read as HTML', async () => {
  const outcome = await collectJson(KEV, [
    {
      vulnerabilities: [
        { ...FLAW, shortDescription: '<p>One <b>bold</b> word<script>x</script></p>' },
      ],
    },
  ]);
  expect(outcome).toHaveProperty('entries.0.text', 'One bold word');
});

test('an API that wants a POST gets one, without conditions', async () => {
  const seen: unknown[] = [];
  const origin = await serve((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      seen.push([request.method, request.headers['content-type'], body]);
      expect(request.headers).not.toHaveProperty('if-none-match');
      response.setHeader('etag', '"1"');
      response.end(JSON.stringify({ data: { list: [{ title: 'Advisory' }] } }));
    });
  });
  const source = sourceAt(`${origin}/api`, {
    kind: 'json',
    json: { items: 'data.list', title: 'title' },
    request: {
      method: 'POST',
      body: '{"pageNumber":0}',
      headers: { 'content-type': 'application/json' },
    },
  });
  const first = await collectSource(source, undefined, contextWith());
  expect(first).toMatchObject({ kind: 'collected', entries: [{ title: 'Advisory' }] });
  const second = await collectSource(source, first.state, contextWith({ force: true }));
  expect(second.kind).toBe('unchanged');
  expect(seen).toEqual(Array(2).fill(['POST', 'application/json', '{"pageNumber":0}']));
});

const two = [FLAW, { ...FLAW, cveID: 'CVE-2024-0002' }];

test.each([
  ['no JSON', ['not json {'], 'the document is not valid JSON'],
  [
    'a page',
    ['<!doctype html><html><title>Moved'],
    'an HTML page instead of a feed; it offers none',
  ],
  [
    'very many values',
    [{ vulnerabilities: [], rest: Array(200_000).fill(1) }],
    'the document is JSON with more than 100000 values in it',
  ],
  [
    'very many items',
    [{ vulnerabilities: Array(10_001).fill({ a: 1 }) }],
    'it lists more than 10000 items',
  ],
  ['another name for the list', [{ items: two }], 'no list at "vulnerabilities"'],
  ['a text in place of the list', [{ vulnerabilities: 'none' }], 'no list at "vulnerabilities"'],
  ['items without a title', [{ vulnerabilities: [{ cveID: '1' }] }], '0 of 1 items have a title'],
  [
    'a list that is suddenly empty',
    [{ vulnerabilities: two }, { vulnerabilities: [] }],
    'the list is empty, and never was before',
  ],
  [
    'a field that all had before',
    [
      { vulnerabilities: two },
      { vulnerabilities: two.map((flaw) => ({ ...flaw, dateAdded: null })) },
    ],
    '0 of 2 items have a publishedAt, and all had one before',
  ],
  [
    'dates that cannot be read any more',
    [
      { vulnerabilities: two },
      { vulnerabilities: two.map((flaw) => ({ ...flaw, dateAdded: 'soon' })) },
    ],
    '0 of 2 items have a publishedAt, and all had one before',
  ],
])('%s is a failure that says so', async (_, answers, reason) => {
  const outcome = await collectJson(KEV, answers);
  expect(outcome.kind).toBe('failed');
  expect(outcome.state.lastFailure).toContain(reason);
});

test('a drift is found again at every attempt, until the old form or new settings come', async () => {
  const broken = { vulnerabilities: two.map(({ dateAdded, ...flaw }) => flaw) };
  const again = await collectJson(KEV, [{ vulnerabilities: two }, broken, { ...broken, a: 1 }]);
  expect(again).toMatchObject({ kind: 'failed', state: { failuresInARow: 2 } });
  const back = await collectJson(KEV, [
    { vulnerabilities: two },
    broken,
    { vulnerabilities: two, a: 1 },
  ]);
  expect(back).toMatchObject({ kind: 'collected', state: { failuresInARow: 0 } });
});

test('a field that most items lose is a drift, and one that few lose is none', async () => {
  const flaws = [1, 2, 3].map((id) => ({ ...FLAW, cveID: `CVE-${id}` }));
  const withDates = (count: number) =>
    flaws.map((flaw, index) => (index < count ? flaw : { ...flaw, dateAdded: '' }));
  const most = await collectJson(KEV, [
    { vulnerabilities: flaws },
    { vulnerabilities: withDates(1) },
  ]);
  expect(most.state.lastFailure).toContain('1 of 3 items have a publishedAt');
  const few = await collectJson(KEV, [
    { vulnerabilities: flaws },
    { vulnerabilities: withDates(2) },
  ]);
  expect(few.kind).toBe('collected');
});

test('a field that some items never had may come and go', async () => {
  const { shortDescription, ...bare } = FLAW;
  const outcome = await collectJson(KEV, [
    { vulnerabilities: [FLAW, { ...bare, cveID: '2' }] },
    { vulnerabilities: [{ ...bare, cveID: '3' }] },
  ]);
  expect(outcome.kind).toBe('collected');
});

const LIST: JsonMapping = { items: 'list', title: 'name', publishedAt: 'date' };

/** A rolling list of ten with so many items in the new form, at its beginning. */
function rolling(changed: number): object[] {
  return Array.from({ length: 10 }, (_, index) => {
    const name = `Item ${changed - index}`;
    return index < changed ? { name, published: '2024-05-21' } : { name, date: '2024-05-20' };
  });
}

test.each([
  ['begins', (list: object[]) => list, 'first'],
  ['ends', (list: object[]) => list.toReversed(), 'last'],
])(
  'a field that items lose one by one is missed when the list %s without it',
  async (_, order, end) => {
    const answers = [0, 1, 2, 3].map((changed) => ({ list: order(rolling(changed)) }));
    expect((await collectJson(LIST, answers.slice(0, 3))).kind).toBe('collected');
    const outcome = await collectJson(LIST, answers);
    expect(outcome.state.lastFailure).toContain(
      `none of the ${end} 3 items has a publishedAt, and all had one before`,
    );
  },
);

test('a field that one in twenty items lacks is missed, and one that the oldest never had is not', async () => {
  const items = (without: (index: number) => boolean) => ({
    list: Array.from({ length: 40 }, (_, index) => ({
      name: `Item ${index}`,
      ...(!without(index) && { date: '2024-05-20' }),
    })),
  });
  const fewLack = items((index) => index % 20 === 7);
  const missed = await collectJson(LIST, [fewLack, items((index) => index < 30)]);
  expect(missed.state.lastFailure).toContain('10 of 40 items have a publishedAt');
  const oldest = items((index) => index > 36);
  expect((await collectJson(LIST, [oldest, { ...oldest, more: 1 }])).kind).toBe('collected');
});

test('a list that ran empty has changed, whatever fields its items had', async () => {
  const { dateAdded, ...bare } = FLAW;
  const odd = [bare, { ...FLAW, cveID: '2', shortDescription: '' }, { ...FLAW, cveID: '' }];
  const items = odd.map((flaw, index) => (index === 1 ? { ...flaw, vendorProject: '' } : flaw));
  const mixed = await collectJson(KEV, [{ vulnerabilities: items }, { vulnerabilities: [] }]);
  expect(mixed.state.lastFailure).toContain('the list is empty, and never was before');
});

test('a list that was always empty is an empty success', async () => {
  const outcome = await collectJson(KEV, [{ vulnerabilities: [] }]);
  expect(outcome).toMatchObject({ kind: 'collected', entries: [] });
});

test('names that every object inherits are no fields', async () => {
  const outcome = await collectJson({ items: 'list', title: 'constructor.name' }, [
    { list: [{ a: 1 }] },
  ]);
  expect(outcome.kind).toBe('failed');
});
