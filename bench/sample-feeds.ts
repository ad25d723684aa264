import { existsSync, readFileSync } from 'node:fs';

/** One document, with what a fetch would know of it. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly url?: string;
}

/** 200 feeds of 50 items as weblogs have them: escaped or in CDATA, RSS or Atom, about 15 MB. */
export function madeFeeds(): Sample[] {
  return Array.from({ length: 200 }, (_, number) => {
    const url = `https://blog-${number}.example.org/feed`;
    const text = number % 2 === 0 ? madeRss(number) : madeAtom(number);
    return { name: url, url, bytes: Buffer.from(text), contentType: 'application/xml' };
  });
}

const sentence =
  'A host that was <a href="/docs/update?from=8&amp;to=9">updated</a> keeps its machines running, ' +
  'moves them &amp; <em>tells</em> what it did.';
const article = `<p>${sentence}</p><ul><li>${sentence}</li><li>Größe – naïve</li></ul>`;

function madeRss(feed: number): string {
  const items = Array.from({ length: 50 }, (_, item) => {
    const link = `https://blog-${feed}.example.org/posts/${item}`;
    const body = `<description>${escapeHtml(sentence)}</description><content:encoded><![CDATA[${article.repeat(4)}]]></content:encoded>`;
    return `<item><title>Update ${item} of R&amp;D</title><link>${link}</link><guid isPermaLink="false">${feed}-${item}</guid><dc:creator>Ann</dc:creator><category>News</category><pubDate>Wed, 05 Jun 2024 10:${10 + item}:00 +0000</pubDate>${body}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Blog ${feed}</title><link>https://blog-${feed}.example.org/</link><description>Notes</description><ttl>60</ttl>${items.join('\n')}</channel></rss>`;
}

function madeAtom(feed: number): string {
  const entries = Array.from({ length: 50 }, (_, entry) => {
    const link = `https://blog-${feed}.example.org/posts/${entry}`;
    return `<entry><title>Release ${entry}</title><id>tag:blog-${feed}.example.org,2024:${entry}</id><link rel="alternate" type="text/html" href="${link}"/><updated>2024-06-05T10:${10 + entry}:00Z</updated><author><name>Ben</name></author><content type="html">${escapeHtml(article.repeat(4))}</content></entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Releases ${feed}</title><id>urn:${feed}</id><updated>2024-06-05T12:00:00Z</updated>${entries.join('\n')}</feed>`;
}

function escapeHtml(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const corpus = new URL('../../shared/data/feeds/', import.meta.url);

/** The documents of the feed corpus that lies beside the project; undefined where it does not. */
export function corpusFeeds(): Sample[] | undefined {
  const list = new URL('expectations.jsonl', corpus);
  if (!existsSync(list)) return undefined;
  const lines = readFileSync(list, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const { file, contentType, url } = JSON.parse(line);
    const path = `files/${file.split('/').map(encodeURIComponent).join('/')}`;
    return { name: file, bytes: readFileSync(new URL(path, corpus)), contentType, url };
  });
}
