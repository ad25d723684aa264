import { parseFeed } from '../src/collect/parse-feed.ts';
import type { ParsedFeed } from '../src/collect/parsed-feed.ts';

/** The parser in the shape that the feed corpus's runner (`run.mjs MODULE`) asks for. */
export async function parse(
  bytes: Uint8Array,
  hints: { contentType?: string; url?: string },
): Promise<ParsedFeed> {
  const outcome = parseFeed(bytes, hints);
  if (outcome.kind === 'unreadable') throw new Error(outcome.reason);
  return outcome.feed;
}
