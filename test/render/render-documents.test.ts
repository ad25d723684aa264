import { expect, test } from 'vitest';
import type { Edition } from '../../src/model/edition.ts';
import { loadTemplates } from '../../src/render/load-templates.ts';
import { renderDocuments } from '../../src/render/render-documents.ts';
import { renderEmail } from '../../src/render/render-email.ts';
import { sampleEdition } from '../fixtures/sample-edition.ts';
import { smallEdition } from '../fixtures/small-edition.ts';

const templates = loadTemplates();
const preview: Edition = { ...smallEdition, number: 0 };

function bodyOf(path: string, editions: readonly Edition[]): string {
  const document = renderDocuments(editions, templates).find((one) => one.path === path);
  if (!document) throw new Error(`no document ${path}`);
  return String(document.body);
}

const withoutStyles = (html: string) =>
  html.replace(/<style>[\s\S]*?<\/style>/g, '<style></style>');

test.each([
  ['editions/june-2024/index.html', 'edition-page.html', [smallEdition]],
  ['editions/june-2024/index.html', 'preview-page.html', [preview]],
  ['index.html', 'index-page.html', [smallEdition]],
  ['feed.xml', 'feed.xml', [smallEdition]],
])('%s is, apart from its styles, the golden file %s', async (path, golden, editions) => {
  await expect(withoutStyles(bodyOf(path, editions))).toMatchFileSnapshot(
    `../fixtures/golden/${golden}.golden`,
  );
});

test('each edition has a page and a JSON file, and the site an index and a feed', () => {
  const documents = renderDocuments([smallEdition, { ...sampleEdition, number: 2 }], templates);
  expect(documents.map(({ path, contentType }) => `${path} ${contentType}`)).toEqual([
    'editions/late-spring-2024/index.html text/html; charset=utf-8',
    'editions/june-2024/index.html text/html; charset=utf-8',
    'editions/late-spring-2024/edition.json application/json; charset=utf-8',
    'editions/june-2024/edition.json application/json; charset=utf-8',
    'index.html text/html; charset=utf-8',
    'feed.xml application/atom+xml; charset=utf-8',
  ]);
});

test('a preview has its own page, and neither index nor feed tell of it', () => {
  const paths = renderDocuments([preview], templates).map(({ path }) => path);
  expect(paths).toEqual(['editions/june-2024/index.html', 'editions/june-2024/edition.json']);
  const both = [{ ...preview, id: 'july-2024', name: 'The Coming One' }, smallEdition];
  expect(bodyOf('index.html', both)).not.toContain('The Coming One');
  expect(bodyOf('feed.xml', both)).not.toContain('The Coming One');
});

test('rendering again gives the same bytes, whatever the order the editions come in', () => {
  const other = { ...sampleEdition, number: 2 };
  const once = renderDocuments([smallEdition, other], templates);
  const again = renderDocuments([other, smallEdition], loadTemplates());
  expect(again).toEqual(once);
});

test('the JSON of an edition is the edition, as it was composed', () => {
  const body = bodyOf('editions/late-spring-2024/edition.json', [sampleEdition]);
  expect(JSON.parse(body)).toEqual(sampleEdition);
});

test('an edition that names a story it does not hold is refused by its name', () => {
  const broken = { ...smallEdition, leads: ['missing'] };
  expect(() => renderDocuments([broken], templates)).toThrow(
    'Edition june-2024 names story missing, which it does not hold',
  );
});

test('page, feed and mail name the flaws that are exploited, where not all are', () => {
  const exploited = ['CVE-2024-37085'];
  const cves = [...exploited, 'CVE-2024-37086'];
  const edition: Edition = {
    ...smallEdition,
    patchNow: smallEdition.patchNow.map((notice) => ({ ...notice, cves, exploited })),
    stories: smallEdition.stories.map((story) =>
      story.facts.isExploited ? { ...story, facts: { ...story.facts, cves, exploited } } : story,
    ),
  };
  const pages = [edition.id, ''].map((id) =>
    bodyOf(id === '' ? 'feed.xml' : `editions/${id}/index.html`, [edition]),
  );
  for (const text of [...pages, renderEmail(edition, templates).text]) {
    expect(text).toContain('CVE-2024-37085 being exploited');
    expect(text).toContain('CVE-2024-37085 known to be exploited');
  }
});

test('the index has its years, and jumps to them, where there are several', () => {
  const issued = ['2023-11-30T23:30:00Z', '2023-12-31T23:30:00Z', '2024-06-30T08:00:00Z'];
  const editions = issued.map((issuedAt, at) => ({
    ...smallEdition,
    id: `edition-${at + 1}`,
    number: at + 1,
    issuedAt,
    site: { ...smallEdition.site, timeZone: 'Europe/Paris' },
  }));
  const page = withoutStyles(bodyOf('index.html', editions));
  const headings = [...page.matchAll(/<(h[23])[^>]*id="([^"]*)"/g)].map(([, tag, id]) => [tag, id]);
  expect(headings).toEqual([
    ['h2', 'year-2024'],
    ['h3', 'edition-3'],
    ['h3', 'edition-2'],
    ['h2', 'year-2023'],
    ['h3', 'edition-1'],
  ]);
  expect(page.match(/href="#year-\d+"/g)).toEqual(['href="#year-2024"', 'href="#year-2023"']);
  const one = withoutStyles(bodyOf('index.html', editions.slice(1)));
  expect(one).not.toContain('year-');
  expect(one).toContain('<h2 id="edition-3">');
});
