import { existsSync, readFileSync } from 'node:fs';

/** One document, with what a fetch would know of it. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly url?: string;
}

/** 200 feeds of 50 items with the elements that WordPress and Blogger write, about 20 MB. */
export function madeFeeds(): Sample[] {
  return Array.from({ length: 200 }, (_, number) => {
    const url = `https://blog-${number}.example.org/feed`;
    const text = number % 2 === 0 ? madeRss(number) : madeAtom(number);
    return { name: url, url, bytes: Buffer.from(text), contentType: 'application/xml' };
  });
}

const sentence =
  'A host that was <a href="https://docs.example.org/update?from=8&amp;to=9">updated</a> keeps its ' +
  'machines running, moves them &amp; <em>tells</em> what it did.';
const article = `<p>${sentence}</p><ul><li>${sentence}</li><li>Größe und Maß</li></ul>`.repeat(3);

function madeRss(feed: number): string {
  const home = `https://blog-${feed}.example.org`;
  const items = Array.from(
    { length: 50 },
    (_, item) => `<item>
      <title>Update ${item} of R&#038;D</title>
      <link>${home}/posts/${item}</link>
      <comments>${home}/posts/${item}#respond</comments>
      <dc:creator><![CDATA[Ann]]></dc:creator>
      <pubDate>Wed, 05 Jun 2024 10:${10 + item}:00 +0000</pubDate>
      <category><![CDATA[News]]></category>
      <category><![CDATA[Clusters]]></category>
      <guid isPermaLink="false">${home}/?p=${item}</guid>
      <description><![CDATA[<p>${sentence}</p>]]></description>
      <content:encoded><![CDATA[${article}]]></content:encoded>
      <wfw:commentRss>${home}/posts/${item}/feed</wfw:commentRss>
      <slash:comments>${item}</slash:comments>
    </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>Blog ${feed}</title><link>${home}/</link><description>Notes</description><ttl>60</ttl>${items.join('\n')}</channel></rss>`;
}

function madeAtom(feed: number): string {
  const home = `https://blog-${feed}.example.org`;
  const entries = Array.from(
    { length: 50 },
    (_, entry) => `<entry>
      <id>tag:blog-${feed}.example.org,2024:${entry}</id>
      <published>2024-06-05T10:${10 + entry}:00.000+02:00</published>
      <updated>2024-06-05T11:${10 + entry}:00.000+02:00</updated>
      <category scheme="http://www.blogger.com/atom/ns#" term="Clusters"/>
      <title type="text">Release ${entry}</title>
      <content type="html">${escapeHtml(article)}</content>
      <link rel="replies" type="application/atom+xml" href="${home}/feeds/${entry}/comments" title="Comments"/>
      <link rel="edit" type="application/atom+xml" href="${home}/feeds/${entry}"/>
      <link rel="self" type="application/atom+xml" href="${home}/feeds/${entry}"/>
      <link rel="alternate" type="text/html" href="${home}/posts/${entry}" title="Release ${entry}"/>
      <author><name>Ben</name><uri>${home}/ben</uri><email>noreply@example.org</email></author>
      <thr:total>0</thr:total>
    </entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><title>Releases ${feed}</title><id>urn:${feed}</id><updated>2024-06-05T12:00:00Z</updated>${entries.join('\n')}</feed>`;
}

function escapeHtml(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const corpus = new URL('../../../shared/data/feeds/', import.meta.url);

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
