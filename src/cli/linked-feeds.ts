import { Parser } from 'htmlparser2';

/** The parser takes quadratic time on hostile nesting, and no page is deeper. */
const MAX_DEPTH = 500;
/** `/rss`, `/feed/`, `/index.rss`, `/blog-feed.xml`, but not `/feedback`. */
const FEED_PATH = /(?:^|[/._-])(?:rss2?|atom|feeds?|rdf)(?:[/._-]|$)/i;
const FEED_QUERY = /(?:^|[?&])(?:format|type|feed|alt)=(?:rss2?|atom|feed)\b/i;

/** What a page links to in its text and what, by its address, looks like a feed; absolute, once each. */
export function linkedFeeds(html: string, pageUrl: string): string[] {
  const found = new Set<string>();
  let depth = 0;
  const parser = new Parser({
    onclosetag() {
      depth -= 1;
    },
    onopentag(name, { href }) {
      depth += 1;
      if (depth > MAX_DEPTH) parser.pause();
      const url = name === 'a' && href !== undefined ? URL.parse(href, pageUrl) : null;
      if (url !== null && looksLikeFeed(url)) found.add(withoutHash(url));
    },
  });
  parser.end(html);
  return [...found];
}

function looksLikeFeed({ protocol, pathname, search }: URL): boolean {
  return /^https?:$/.test(protocol) && (FEED_PATH.test(pathname) || FEED_QUERY.test(search));
}

function withoutHash(url: URL): string {
  url.hash = '';
  return url.href;
}
