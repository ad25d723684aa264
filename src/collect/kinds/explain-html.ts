import { discoverFeeds } from '../discover-feeds.ts';
import { botChallenge } from '../fetch/bot-challenge.ts';
import { headerOf, type ReplyHeaders } from '../fetch/reply.ts';

/** In bytes: what a page announces stands in its head. */
const LONGEST_HEAD = 500_000;

/** What a page that came instead of a feed is; undefined when it is no page. */
export function explainHtml(
  bytes: Uint8Array,
  headers: ReplyHeaders,
  url: string,
): string | undefined {
  const text = Buffer.from(bytes.subarray(0, LONGEST_HEAD)).toString('utf8');
  if (!isHtml(text, headers)) return undefined;
  const challenger = botChallenge(headers, bytes);
  if (challenger) {
    return `a bot challenge page (${challenger}) instead of a feed, which only a browser gets past`;
  }
  const offered = discoverFeeds(text, url).map((feed) => feed.url);
  const advice =
    offered.length > 0 ? `it offers ${offered.slice(0, 3).join(' and ')}` : 'it offers none';
  return `an HTML page instead of a feed; ${advice}`;
}

function isHtml(text: string, headers: ReplyHeaders): boolean {
  const beginning = text.slice(0, 2000);
  if (/<(?:rss|feed|rdf:RDF)[\s>]/i.test(beginning)) return false;
  const isLabelled = /\bx?html\b/i.test(headerOf(headers, 'content-type') ?? '');
  return /<!doctype\s+html|<html[\s>]/i.test(beginning) || (isLabelled && /^\s*</.test(beginning));
}
