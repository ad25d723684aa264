import type { AtomFeed } from 'feedsmith';
import type { ParsedEntry, ParsedFeed } from '../parsed-feed.ts';
import { parseDate } from './parse-date.ts';
import { pickLink } from './pick-link.ts';
import { readPolling } from './read-polling.ts';

export function mapAtom(feed: AtomFeed.Feed<string>): ParsedFeed {
  return {
    title: feed.title?.value,
    link: pickLink(feed.links),
    updated: parseDate(feed.updated),
    description: feed.subtitle?.value,
    entries: (feed.entries ?? []).map((entry) => mapEntry(entry)),
    polling: readPolling({}, feed.sy),
  };
}

function mapEntry(entry: AtomFeed.Entry<string>): ParsedEntry {
  return {
    id: entry.id,
    title: entry.title?.value ?? entry.media?.title?.value,
    link: pickLink(entry.links),
    published: parseDate(entry.published),
    updated: parseDate(entry.updated),
    summary: entry.summary?.value ?? entry.media?.description?.value,
    content: entry.content?.value,
    authors: namesOf(entry.authors),
    categories: (entry.categories ?? []).flatMap((category) => category.term ?? []),
  };
}

function namesOf(persons: readonly AtomFeed.Person[] = []): string[] {
  return persons.flatMap((person) => person.name ?? person.email ?? []);
}
