import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { loadTemplates } from '../../src/render/load-templates.ts';
import { renderDocuments } from '../../src/render/render-documents.ts';
import { renderEmail } from '../../src/render/render-email.ts';
import { sampleEdition } from '../fixtures/sample-edition.ts';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function tagsOf(markup: string, isXml = false): Tag[] {
  const tags: Tag[] = [];
  const onopentag = (name: string, attributes: Record<string, string>) =>
    tags.push({ name, attributes });
  const parser = new Parser({ onopentag }, { xmlMode: isXml });
  parser.end(markup);
  return tags;
}

const templates = loadTemplates();
const mail = renderEmail(sampleEdition, templates);
const documents = renderDocuments([sampleEdition], templates);
const texts = [
  ...documents
    .filter(({ path }) => !path.endsWith('.json'))
    .map(({ path, body }) => [path, String(body)] as const),
  ['the HTML mail', mail.html] as const,
  ['the text mail', mail.text] as const,
];
const feedContent = tagsAndText(String(documents.find(({ path }) => path === 'feed.xml')?.body));
const pages = [
  ...texts.filter(([, text]) => /^<!doctype html>/i.test(text)),
  ['the content of the feed', feedContent] as const,
];

/** The HTML inside the feed, as a reader would unpack it. */
function tagsAndText(feed: string): string {
  return [...feed.matchAll(/<content type="html"><!\[CDATA\[([\s\S]*?)\]\]><\/content>/g)]
    .map(([, html]) => html)
    .join('');
}

describe('hostile titles, names, notes and addresses', () => {
  test('there are three pages and the content of a feed to look at', () => {
    expect(pages.map(([name]) => name)).toEqual([
      'editions/late-spring-2024/index.html',
      'index.html',
      'the HTML mail',
      'the content of the feed',
    ]);
    expect(feedContent).toContain('Computershare');
  });

  test.each(pages)('%s has no element that a title brought along', (_, html) => {
    const names = new Set(tagsOf(html).map(({ name }) => name));
    for (const name of ['script', 'img', 'i', 'b', 'iframe']) expect(names).not.toContain(name);
  });

  test.each(pages)(
    '%s has no handler, and no attribute that broke out of its quotes',
    (_, html) => {
      const names = new Set(tagsOf(html).flatMap(({ attributes }) => Object.keys(attributes)));
      expect(
        [...names].filter((name) => !/^[a-z][a-z:-]*$/.test(name) || /^on/.test(name)),
      ).toEqual([]);
    },
  );

  test.each(pages)('every address in %s is http, https, mailto, or within the site', (_, html) => {
    const addresses = tagsOf(html)
      .filter(({ name }) => name !== 'link')
      .flatMap(({ attributes }) => [attributes.href, attributes.src])
      .filter((address) => address !== undefined);
    expect(addresses.length).toBeGreaterThan(3);
    const odd = addresses.filter(
      (address) =>
        !/^(https?:\/\/|mailto:|#[\w-]+$|(\.\.\/)*[\w/-]+\.(html|xml|json)(#[\w-]+)?$)/.test(
          address,
        ),
    );
    expect(odd).toEqual([]);
  });

  test.each(texts)('%s has no control, direction or half characters', (_, text) => {
    expect(text.match(/[^\P{Cc}\n]|[\p{Cs}\u202A-\u202E\u2066-\u2069]/u)).toBeNull();
  });

  test('the text mail prints no address that a reader may not be sent to', () => {
    expect(mail.text).toContain('"><script>alert(1)</script> & evil {{headline}} ]]> title');
    expect(mail.text).not.toMatch(/javascript:|data:/);
    const words = mail.text.replace(/\s+/g, ' ');
    expect(words).toContain(
      'x <img src=x onerror=alert(1)> press me </td></div></section> <style>*{display:none}</style> {{headline}} ]]> evil pixel',
    );
  });

  test('the page shows what was written, escaped', () => {
    expect(pages[0]?.[1]).toContain(
      '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; evil {{headline}} ]]&gt; title',
    );
  });

  test('the note keeps its words and its harmless link, and closes nothing that it did not open', () => {
    const note =
      /Editor’s note<\/(?:p|strong)>(?:<\/p>)?\s*<p[^>]*>&lt;script&gt;.*<\/p>\s*<p[^>]*>x &lt;img[^<]*&gt; <span>press<\/span> <span>me<\/span> .*\{\{headline}} \]\]&gt; evil <a href="https:\/\/tracker\.example\/p\.gif"/;
    const telling = pages.filter(([name]) => name !== 'index.html');
    expect(telling).toHaveLength(3);
    for (const [, html] of telling) {
      expect(html).toMatch(note);
      expect(html).not.toMatch(/<[^<>]*onerror/);
    }
  });
});
