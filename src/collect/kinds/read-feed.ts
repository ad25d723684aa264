import type { Source } from '../../model/source.ts';
import { paceOfFeed } from '../due/pace.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import { headerOf } from '../fetch/reply.ts';
import { normalizeEntries } from '../normalize-entries.ts';
import { parseFeed } from '../parse-feed.ts';
import { explainHtml } from './explain-html.ts';
import type { ReadOutcome } from './read-outcome.ts';

/** Reads a feed; where a page came instead of one, says what it is and which feeds it offers. */
export function readFeed(source: Source, { bytes, headers, url, fetchedAt }: Fetched): ReadOutcome {
  const outcome = parseFeed(bytes, { contentType: headerOf(headers, 'content-type'), url });
  if (outcome.kind === 'unreadable') {
    const reason = explainHtml(bytes, headers, url) ?? outcome.reason;
    return { kind: 'unreadable', reason };
  }
  const entries = normalizeEntries(outcome.feed, source, url, fetchedAt);
  return { kind: 'read', entries, pace: paceOfFeed(outcome.feed.polling) };
}
