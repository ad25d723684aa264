import { Parser } from 'htmlparser2';

/** A feed that a page announces. */
export interface OfferedFeed {
  readonly url: string;
  readonly title?: string;
}

/** No head of a page is deeper, and the parser takes quadratic time on hostile nesting. */
const MAX_DEPTH = 500;
/** No page announces more, and what is longer is no address. */
const MOST_FEEDS = 100;
const LONGEST_URL = 2_000;
const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)\b/i;

/** The feeds that a page announces with `<link rel="alternate">`, absolute, in the order of the page. */
export function discoverFeeds(html: string, baseUrl: string): OfferedFeed[] {
  const found = new Map<string, OfferedFeed>();
  let base = baseUrl;
  let depth = 0;
  const parser = new Parser({
    onclosetag() {
      depth -= 1;
    },
    onopentag(name, attributes) {
      depth += 1;
      if (depth > MAX_DEPTH || found.size === MOST_FEEDS) {
        parser.pause();
        return;
      }
      if (name === 'base') base = parseUrl(attributes.href, baseUrl)?.href ?? base;
      if (name !== 'link' || !isFeedLink(attributes)) return;
      const url = parseUrl(attributes.href, base);
      if (!url || !/^https?:$/.test(url.protocol) || found.has(url.href)) return;
      found.set(url.href, { url: url.href, title: attributes.title });
    },
  });
  parser.end(html);
  return [...found.values()];
}

function parseUrl(text: string | undefined, base: string): URL | null {
  return text && text.length <= LONGEST_URL ? URL.parse(text, base) : null;
}

function isFeedLink({ rel = '', type = '' }: Record<string, string>): boolean {
  const relations = rel.toLowerCase().split(/\s+/);
  return relations.includes('alternate') && FEED_TYPES.test(type.trim());
}
