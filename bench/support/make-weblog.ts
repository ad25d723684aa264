import { linearCongruence, wordOf } from './made-words.ts';

/** As many as weblogs show in a feed. */
const ITEMS = 50;
const syllables = 'ba ne ri to lu ka se mi do fu ga pe sta kon ver tion ing al'.split(' ');
const NEWEST = Date.UTC(2024, 5, 5, 10);

/**
 * The feed of a weblog with 50 articles, RSS or Atom, about 75 kB that gzip makes four times smaller:
 * words that are common or rare as in real text, two of three feeds with the HTML escaped. The same
 * for the same number.
 */
export function makeWeblog(number: number): string {
  const random = linearCongruence(Math.imul(number + 1, 2_654_435_761) >>> 0);
  const word = () => wordOf(Math.floor(1_500 * random() ** 4), syllables);
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const items = Array.from({ length: ITEMS }, (_, at) => ({
    url: `https://blog-${number}.example.org/${2024 - at}/${word()}-${word()}-${at}`,
    title: `${words(6)} &amp; ${word()}`,
    summary: `${words(20)}.`,
    html: makeArticle(words, `https://blog-${number}.example.org/${word()}`),
    published: new Date(NEWEST - at * 40_000_000),
  }));
  return number % 2 === 0 ? toRss(number, items, number % 4 === 0) : toAtom(number, items);
}

interface Item {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly published: Date;
}

function makeArticle(words: (count: number) => string, link: string): string {
  return [
    `<p>${words(26)} <a href="${link}?from=8&amp;to=9">${words(3)}</a> ${words(12)}.</p>`,
    `<h3>${words(4)}</h3><p>${words(20)}, <strong>${words(2)}</strong> – ${words(14)}.</p>`,
    `<ul><li>${words(6)}</li><li>${words(5)} <code>${words(2)}</code></li></ul>`,
    `<p><img src="${link}.png" alt="${words(3)}" width="640" height="360"></p><p>${words(24)}.</p>`,
  ].join('\n');
}

function toRss(number: number, items: readonly Item[], isEscaped: boolean): string {
  const parts = items.map(({ url, title, summary, html, published }, at) => {
    const content = isEscaped ? escapeHtml(html) : `<![CDATA[${html}]]>`;
    return `<item><title>${title}</title><link>${url}</link><guid isPermaLink="false">${number}-${at}</guid><dc:creator>Ann</dc:creator><category>News</category><pubDate>${published.toUTCString()}</pubDate><description>${summary}</description><content:encoded>${content}</content:encoded></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Blog ${number}</title><link>https://blog-${number}.example.org/</link><description>Notes</description>${parts.join('\n')}</channel></rss>`;
}

function toAtom(number: number, items: readonly Item[]): string {
  const parts = items.map(({ url, title, summary, html, published }, at) => {
    const date = published.toISOString();
    return `<entry><title>${title}</title><id>tag:blog-${number}.example.org,2024:${at}</id><link rel="alternate" type="text/html" href="${url}"/><published>${date}</published><updated>${date}</updated><author><name>Ben</name></author><summary>${summary}</summary><content type="html">${escapeHtml(html)}</content></entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Blog ${number}</title><id>urn:blog:${number}</id><updated>2024-06-05T12:00:00Z</updated>${parts.join('\n')}</feed>`;
}

function escapeHtml(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
