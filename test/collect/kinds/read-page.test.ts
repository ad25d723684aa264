import { expect, test } from 'vitest';
import { collectSource } from '../../../src/collect/collect-source.ts';
import type { CollectOutcome } from '../../../src/model/collect-outcome.ts';
import type { PageMapping } from '../../../src/model/source.ts';
import { contextWith, sourceAt } from '../support/context.ts';
import { serve } from '../support/serve.ts';

const ADVISORIES: PageMapping = {
  item: 'table#list tr:has(td)',
  title: 'td:nth-child(2)',
  url: 'td a',
  summary: 'td.about',
  publishedAt: 'time',
};

function row(id: number, date = `<time datetime="2024-05-0${id}">May ${id}</time>`): string {
  return `<tr><td><a href="./advisory-${id}.html">VSA-${id}</a><td> Flaw &amp; fix
    ${id} <td class="about"><p>Update <b>now</b>.</p><td>${date}</tr>`;
}

function page(...rows: readonly string[]): string {
  return `<!doctype html><html><head><title>Advisories</title></head><body>
    <table id="list"><tr><th>Id<th>Title</tr>${rows.join('')}</table>`;
}

/** Collects a page source; `pages` follow one another. */
async function collectPage(
  mapping: PageMapping,
  pages: readonly string[],
): Promise<CollectOutcome> {
  let count = 0;
  const origin = await serve((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(pages[count++]);
  });
  const source = sourceAt(`${origin}/advisories/`, { kind: 'page', page: mapping });
  let outcome = await collectSource(source, undefined, contextWith());
  while (count < pages.length) {
    outcome = await collectSource(source, outcome.state, contextWith({ force: true }));
  }
  return outcome;
}

test('a page becomes entries by the selectors', async () => {
  const outcome = await collectPage(ADVISORIES, [page(row(1), row(2))]);
  expect(outcome).toMatchObject({
    kind: 'collected',
    entries: [
      { title: 'Flaw & fix 1', text: 'Update now.' },
      { title: 'Flaw & fix 2', text: 'Update now.' },
    ],
  });
  if (outcome.kind !== 'collected') return;
  const [first] = outcome.entries;
  expect(first?.url).toMatch(/\/advisories\/advisory-1\.html$/);
  expect(first?.publishedAt).toEqual(Temporal.Instant.from('2024-05-01T00:00:00Z'));
});

test('without more than a selector for items, the first link gives title and URL', async () => {
  const outcome = await collectPage({ item: 'li' }, [
    '<base href="https://vendor.example/news/"><ul><li>New: <a href="a">First <i>post</i></a></ul>',
  ]);
  expect(outcome).toMatchObject({
    entries: [{ title: 'First post', url: 'https://vendor.example/news/a' }],
  });
});

test('an item may be the link itself, and attributes can be read', async () => {
  const mapping = { item: 'a.card', title: '@aria-label', publishedAt: 'span@data-date' };
  const outcome = await collectPage(mapping, [
    '<a class="card" href="/x" aria-label="A card"><span data-date="2024-05-03">soon</span></a>',
  ]);
  expect(outcome).toMatchObject({ entries: [{ title: 'A card' }] });
  expect(outcome).toHaveProperty(
    'entries.0.publishedAt',
    Temporal.Instant.from('2024-05-03T00:00Z'),
  );
});

test.each([
  ['nothing that matches', [page()], 'nothing matches "table#list tr:has(td)"'],
  ['a redesign', [page(row(1)), '<div class="list">'], 'nothing matches "table#list tr:has(td)"'],
  [
    'dates that are gone',
    [page(row(1), row(2)), page(row(1, 'yesterday'), row(2, 'today'))],
    '0 of 2 items have a publishedAt, and all had one before',
  ],
])('%s is a failure that says so', async (_, pages, reason) => {
  const outcome = await collectPage(ADVISORIES, pages);
  expect(outcome.kind).toBe('failed');
  expect(outcome.state.lastFailure).toContain(reason);
});

test('a selector that is none is a failure, not a crash', async () => {
  const outcome = await collectPage({ item: 'li[' }, ['<li>One']);
  expect(outcome.kind).toBe('failed');
  expect(outcome.state.lastFailure).toContain('the document cannot be read');
});

test('a page nested 100,000 levels deep is refused', async () => {
  const outcome = await collectPage({ item: 'li' }, [`${'<div>'.repeat(100_000)}<li>One`]);
  expect(outcome.state.lastFailure).toContain('nested over 1000 levels deep');
});

test.each([
  '<a>',
  '<li>One</li>',
  'x<!-- y -->',
  `<a ${Array.from({ length: 100 }, (_, at) => `a${at}`).join(' ')}>x</a>`,
])('a page with very many of %s is refused', async (repeated) => {
  const many = repeated.repeat(2_000_000 / repeated.length);
  const outcome = await collectPage({ item: 'li' }, [`<li>One</li>${many}`]);
  expect(outcome.state.lastFailure).toMatch(/more than 25000 tags|nested over 1000/);
});

test('of a page with very many items the first are taken', async () => {
  const items = Array.from(
    { length: 3_000 },
    (_, at) => `<li><a href="/${at}">News ${at}</a></li>`,
  );
  const outcome = await collectPage({ item: 'li' }, [items.join('')]);
  expect(outcome).toHaveProperty('entries.length', 2_000);
});

test('items in items are taken, but not at every depth', async () => {
  const text = 'Words. '.repeat(300_000);
  const outcome = await collectPage({ item: 'li', title: 'b' }, [
    `${Array.from({ length: 400 }, (_, at) => `<li><b>News ${at}</b><div>`).join('')}${text}`,
  ]);
  expect(outcome).toHaveProperty('entries.length', 3);
});

test('a base that is too long to be an address does not count', async () => {
  const outcome = await collectPage({ item: 'a' }, [
    `<base href="/${'a'.repeat(5_000)}/"><a href="b">News</a>`,
  ]);
  expect(outcome).toHaveProperty('entries.0.url', expect.stringMatching(/\/advisories\/b$/));
});
