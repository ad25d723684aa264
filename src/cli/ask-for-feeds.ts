import { hash } from 'node:crypto';
import type { CollectContext } from '../collect/collect-context.ts';
import type { Fetched } from '../collect/fetch/fetch-outcome.ts';
import { headerOf } from '../collect/fetch/reply.ts';
import { asLiteral } from '../collect/fetch/secrets.ts';
import { plainTitle } from '../collect/normalize/plain-title.ts';
import { parseFeed } from '../collect/parse-feed.ts';
import type { Source } from '../model/source.ts';
import { fetchAfresh } from './fetch-afresh.ts';
import { nameFormat } from './name-format.ts';
import { newestOf } from './newest-of.ts';

/** A feed that was asked and could be read. */
export interface FoundFeed {
  /** Where to ask for it: beyond permanent redirects, before others. */
  readonly url: string;
  /** Plain text; empty when the feed has none. */
  readonly title: string;
  /** Such as `RSS 2.0`. */
  readonly format: string;
  readonly entries: number;
  readonly newestAt?: Temporal.Instant;
}

/** A URL at which there is no feed. */
export interface NoFeed {
  readonly url: string;
  readonly reason: string;
}

interface Answers {
  /** In the order of the URLs; one that answers at several of them stands at the first. */
  readonly feeds: readonly FoundFeed[];
  readonly others: readonly NoFeed[];
}

/** Asks for feeds that belong to a page, side by side. */
export async function askForFeeds(
  urls: readonly string[],
  page: Source,
  context: CollectContext,
): Promise<Answers> {
  const answers = await Promise.all([...new Set(urls)].map((url) => askFor(url, page, context)));
  const seen = new Set<string>();
  const feeds: FoundFeed[] = [];
  const others: NoFeed[] = [];
  for (const answer of answers) {
    if ('reason' in answer) others.push(answer);
    else if (!answer.marks.some((mark) => seen.has(mark))) feeds.push(answer.feed);
    if ('marks' in answer) for (const mark of answer.marks) seen.add(mark);
  }
  return { feeds, others };
}

/** A feed, with what another URL of the same feed has in common with this one. */
interface Readable {
  readonly feed: FoundFeed;
  readonly marks: readonly string[];
}

async function askFor(
  url: string,
  page: Source,
  context: CollectContext,
): Promise<Readable | NoFeed> {
  const source = candidateAt(url, page);
  const fetched = await fetchAfresh(source, context);
  if (fetched.kind === 'failed') return { url, reason: fetched.reason };
  return readAsFeed(url, fetched);
}

/** What was fetched, read as a feed, whatever it is labelled. */
export function readAsFeed(url: string, fetched: Fetched): Readable | NoFeed {
  const { bytes, headers, movedTo, url: at } = fetched;
  const contentType = headerOf(headers, 'content-type');
  const outcome = parseFeed(bytes, { contentType, url: at });
  if (outcome.kind === 'unreadable') return { url, reason: outcome.reason };
  const { title = '', entries } = outcome.feed;
  const feed = {
    url: movedTo ?? url,
    title: plainTitle(title),
    format: nameFormat(bytes, contentType),
    entries: entries.length,
    newestAt: newestOf(entries.map(({ published, updated }) => published ?? updated)),
  };
  return { feed, marks: [at, hash('sha256', bytes)] };
}

/** What a page offers is asked like the page, but it names no secrets, and has those of its own site only. */
function candidateAt(offered: string, page: Source): Source {
  const url = asLiteral(offered);
  const { headers, basicAuth, proxy, allowsPrivate } = page.request ?? {};
  const isHome = new URL(url).origin === new URL(page.url).origin;
  const request = { proxy, allowsPrivate, ...(isHome && { headers, basicAuth }) };
  return { id: url, name: url, url, kind: 'feed', isVendor: page.isVendor, request };
}
