import type { Entry } from '../model/entry.ts';
import type { Source } from '../model/source.ts';
import { canonicalUrl } from './normalize/canonical-url.ts';
import { cleanAuthors, cleanCategories } from './normalize/clean-labels.ts';
import { collapseDuplicates } from './normalize/collapse-duplicates.ts';
import { credibleDate } from './normalize/credible-date.ts';
import { entryIds } from './normalize/entry-id.ts';
import { identityOf } from './normalize/entry-identity.ts';
import { extractText } from './normalize/extract-text.ts';
import { paragraphsToHtml } from './normalize/paragraphs-to-html.ts';
import { oneLine, plainTitle } from './normalize/plain-title.ts';
import { shorten } from './normalize/shorten.ts';
import type { ParsedEntry, ParsedFeed } from './parsed-feed.ts';

/**
 * Makes a feed's entries safe, absolute and comparable. Duplicates collapse, and what has neither
 * title nor text nor a link is left out. `baseUrl` is the address of the feed; dates that `now`
 * shows to be wrong are dropped.
 */
export function normalizeEntries(
  feed: ParsedFeed,
  source: Source,
  baseUrl: string,
  now: Temporal.Instant,
): Entry[] {
  const normalized = feed.entries.flatMap((entry) => normalizeEntry(entry, source, baseUrl, now));
  const identified = normalized.map((entry) => ({ entry, identity: identityOf(entry) }));
  const entries = collapseDuplicates(identified);
  const ids = entryIds(
    source.id,
    entries.map(({ identity }) => identity),
  );
  return entries.map(({ entry }, index) => ({ ...entry, id: ids[index] ?? '' }));
}

function normalizeEntry(
  entry: ParsedEntry,
  source: Source,
  baseUrl: string,
  now: Temporal.Instant,
): Entry | [] {
  const url = canonicalUrl(entry.link, baseUrl) ?? canonicalUrl(entry.id);
  const text = readBody(entry);
  const title = plainTitle(entry.title ?? '') || firstWords(text) || nameOf(url);
  if (title === '') return [];
  const published = credibleDate(entry.published, now);
  const updated = credibleDate(entry.updated, now);
  return {
    id: '',
    sourceId: source.id,
    ...(entry.id !== undefined && { feedId: shorten(oneLine(entry.id), longestFeedId) }),
    ...(url !== undefined && { url }),
    title,
    text,
    categories: cleanCategories(entry.categories),
    authors: cleanAuthors(entry.authors),
    ...findDates(published, updated),
  };
}

const longestFeedId = 1_000;

/** Atom asks only for the date of the last change, which at first sight is that of publication. */
function findDates(
  published: Temporal.Instant | undefined,
  updated: Temporal.Instant | undefined,
): Pick<Entry, 'publishedAt' | 'updatedAt'> {
  const publishedAt = published ?? updated;
  return {
    ...(publishedAt !== undefined && { publishedAt }),
    ...(updated !== undefined && { updatedAt: updated }),
  };
}

function readBody({ content = '', summary = '' }: ParsedEntry): string {
  return extractText(paragraphsToHtml(content)) || extractText(paragraphsToHtml(summary));
}

function firstWords(text: string): string {
  return shorten(text.split('\n', 1)[0] ?? '', longestMadeTitle);
}

const longestMadeTitle = 80;

function nameOf(url: string | undefined): string {
  return shorten(url?.replace(/^https?:\/\/(?:www\.)?/, '') ?? '', longestMadeTitle);
}
