import type { RdfFeed } from 'feedsmith';
import type { ParsedEntry, ParsedFeed } from '../parsed-feed.ts';
import { parseFirstDate } from './parse-date.ts';
import { pickLink } from './pick-link.ts';
import { readPolling } from './read-polling.ts';

export function mapRdf(feed: RdfFeed.Feed<string>): ParsedFeed {
  return {
    title: feed.title ?? feed.dc?.titles?.[0],
    link: feed.link ?? pickLink(feed.atom?.links),
    updated: parseFirstDate(feed.dc?.dates?.[0]),
    description: feed.description ?? feed.dc?.descriptions?.[0],
    entries: (feed.items ?? []).map(mapItem),
    polling: readPolling({}, feed.sy),
  };
}

function mapItem({ dc, dcterms, ...item }: RdfFeed.Item<string>): ParsedEntry {
  return {
    id: item.rdf?.about ?? dc?.identifiers?.[0],
    title: item.title ?? dc?.titles?.[0],
    link: item.link ?? pickLink(item.atom?.links),
    published: parseFirstDate(dc?.dates?.[0], dcterms?.created?.[0]),
    updated: parseFirstDate(dcterms?.modified?.[0]),
    summary: item.description ?? dc?.descriptions?.[0],
    content: item.content?.encoded,
    authors: dc?.creators ?? [],
    categories: dc?.subjects ?? [],
  };
}
