import type { JsonFeed } from 'feedsmith';
import type { ParsedEntry, ParsedFeed } from '../parsed-feed.ts';
import { escapeMarkup } from './character-references.ts';
import { parseDate } from './parse-date.ts';
import { longestContent } from './read-content.ts';
import { resolveUrl, resolveUrls } from './resolve-urls.ts';

/** Relative URLs are resolved by `base`, the address of the feed. */
export function mapJson(feed: JsonFeed.Feed<string>, base: string | undefined): ParsedFeed {
  return {
    title: toHtml(feed.title),
    link: toUrl(feed.home_page_url, base),
    description: toHtml(feed.description),
    entries: (feed.items ?? []).map((item) => mapItem(item, base)),
    polling: { skipHours: [], skipDays: [] },
  };
}

function mapItem(item: JsonFeed.Item<string>, base: string | undefined): ParsedEntry {
  const html = item.content_html?.slice(0, longestContent) ?? toHtml(item.content_text);
  return {
    id: item.id,
    title: toHtml(item.title),
    link: toUrl(item.url ?? item.external_url, base),
    published: parseDate(item.date_published),
    updated: parseDate(item.date_modified),
    summary: toHtml(item.summary),
    content: html === undefined ? undefined : resolveUrls(html, base),
    authors: (item.authors ?? []).flatMap((author) => author.name ?? []),
    categories: item.tags ?? [],
  };
}

function toHtml(text: string | undefined): string | undefined {
  return text === undefined ? undefined : escapeMarkup(text.slice(0, longestContent));
}

function toUrl(url: string | undefined, base: string | undefined): string | undefined {
  return url === undefined ? undefined : resolveUrl(url, base);
}
