import type { RssFeed } from 'feedsmith';
import type { ParsedEntry, ParsedFeed } from '../parsed-feed.ts';
import { parseFirstDate } from './parse-date.ts';
import { personName } from './person-name.ts';
import { pickLink } from './pick-link.ts';
import { readPolling } from './read-polling.ts';

/** RSS 0.9x and 2.0, and the modules that say the same in other words. */
export function mapRss(feed: RssFeed.Feed<string>): ParsedFeed {
  const { dc, dcterms, atom, itunes } = feed;
  return {
    title: feed.title ?? dc?.titles?.[0] ?? itunes?.title,
    link: feed.link ?? pickLink(atom?.links),
    updated: parseFirstDate(
      feed.lastBuildDate,
      feed.pubDate,
      dc?.dates?.[0],
      dcterms?.modified?.[0],
      atom?.updated,
    ),
    description: feed.description ?? dc?.descriptions?.[0] ?? itunes?.summary ?? itunes?.subtitle,
    entries: (feed.items ?? []).map(mapItem),
    polling: readPolling(feed, feed.sy),
  };
}

function mapItem(item: RssFeed.Item<string>): ParsedEntry {
  const { dc, atom } = item;
  return {
    id: item.guid?.value ?? atom?.id ?? dc?.identifiers?.[0],
    title: item.title ?? dc?.titles?.[0] ?? item.itunes?.title ?? item.media?.title?.value,
    link: item.link ?? pickLink(atom?.links) ?? findPermalink(item),
    ...findDates(item),
    summary: findSummary(item),
    content: item.content?.encoded ?? atom?.content?.value,
    authors: findAuthors(item),
    categories: [
      ...(item.categories ?? []).flatMap((category) => category.name ?? []),
      ...(dc?.subjects ?? []),
      ...(atom?.categories ?? []).flatMap((category) => category.term ?? []),
    ],
  };
}

function findDates({ pubDate, atom, dc, dcterms }: RssFeed.Item<string>) {
  return {
    published: parseFirstDate(
      pubDate,
      atom?.published,
      dc?.dates?.[0],
      dcterms?.issued?.[0],
      dcterms?.created?.[0],
    ),
    updated: parseFirstDate(atom?.updated, dcterms?.modified?.[0]),
  };
}

function findSummary({ description, dc, atom, itunes, media }: RssFeed.Item<string>) {
  const own = description ?? dc?.descriptions?.[0] ?? atom?.summary?.value;
  return own ?? itunes?.summary ?? itunes?.subtitle ?? media?.description?.value;
}

function findPermalink({ guid, enclosures }: RssFeed.Item<string>): string | undefined {
  const isPermalink = guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '');
  return isPermalink ? guid?.value : enclosures?.[0]?.url;
}

function findAuthors({ authors, dc, itunes, atom }: RssFeed.Item<string>): string[] {
  const named = [
    ...(dc?.creators ?? []).map(personName),
    ...(authors ?? []).flatMap((author) => author.name ?? author.email ?? []),
    ...(atom?.authors ?? []).flatMap((author) => author.name ?? []),
  ];
  return named.length > 0 || itunes?.author === undefined ? named : [personName(itunes.author)];
}
