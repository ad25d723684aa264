import type { CollectContext } from '../collect/collect-context.ts';
import { discoverFeeds } from '../collect/discover-feeds.ts';
import { headerOf } from '../collect/fetch/reply.ts';
import { decodeBytes } from '../collect/parse/decode-bytes.ts';
import type { Source } from '../model/source.ts';
import { askForFeeds, type FoundFeed, type NoFeed, readAsFeed } from './ask-for-feeds.ts';
import { fetchAfresh } from './fetch-afresh.ts';
import { linkedFeeds } from './linked-feeds.ts';
import { releasesFeed, usualPlaces } from './usual-places.ts';

/** What a page offers, or why it could not be read. */
export type Discovery =
  | {
      readonly kind: 'found';
      readonly feeds: readonly FoundFeed[];
      /** False for what the page links to, and for what stands at a usual place. */
      readonly areAnnounced: boolean;
      /** What the page announces as a feed and what is none. */
      readonly broken: readonly NoFeed[];
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** Some pages announce or link a feed for each of a thousand tags. */
const MOST_ANNOUNCED = 20;
const MOST_LINKED = 10;

/**
 * The feeds of a page: those that it announces, or, when none of these can be read, those that it
 * links to and those at the usual places. Whatever is listed was asked for and read.
 */
export async function findFeeds(page: Source, context: CollectContext): Promise<Discovery> {
  const plain = { ...page, kind: 'page', request: withoutBody(page) } as const;
  const fetched = await fetchAfresh(plain, context);
  if (fetched.kind === 'failed')
    return { kind: 'failed', reason: `[GET] ${page.url}: ${fetched.reason}` };
  const itself = readAsFeed(page.url, fetched);
  if ('feed' in itself)
    return { kind: 'found', feeds: [itself.feed], areAnnounced: true, broken: [] };
  const html = decodeBytes(fetched.bytes, headerOf(fetched.headers, 'content-type'));
  return searchPage(html, fetched.url, page, context);
}

async function searchPage(
  html: string,
  at: string,
  page: Source,
  context: CollectContext,
): Promise<Discovery> {
  const announced = discoverFeeds(html, at).map(({ url }) => url);
  const first = [...announced.slice(0, MOST_ANNOUNCED), ...releasesFeed(at)];
  const { feeds, others } = await askForFeeds(first, page, context);
  const broken = others.filter(({ url }) => announced.includes(url));
  if (feeds.length > 0) return { kind: 'found', feeds, areAnnounced: true, broken };
  const linked = linkedFeeds(html, at).slice(0, MOST_LINKED);
  const guesses = [...linked, ...usualPlaces(at)].filter((url) => !first.includes(url));
  const guessed = await askForFeeds(guesses, page, context);
  // An empty feed at such a place is hardly the one meant: WordPress has one for the comments of
  // every page.
  const likely = guessed.feeds.filter(({ entries }) => entries > 0);
  return { kind: 'found', feeds: likely, areAnnounced: false, broken };
}

function withoutBody({ request }: Source): Source['request'] {
  return { ...request, method: 'GET', body: undefined };
}
