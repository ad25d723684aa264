import type { Source } from '../../model/source.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import { normalizeEntries } from '../normalize-entries.ts';
import { parseDate } from '../parse/parse-date.ts';
import type { ParsedEntry } from '../parsed-feed.ts';
import { findDrift } from './find-drift.ts';
import type { MappedItem } from './mapped-item.ts';
import type { ReadOutcome } from './read-outcome.ts';

/** Makes entries of mapped items, unless the form of the document has changed. */
export function readMappedItems(
  items: readonly MappedItem[],
  source: Source,
  { url, fetchedAt }: Pick<Fetched, 'url' | 'fetchedAt'>,
  knownFields: readonly string[],
): ReadOutcome {
  const drift = findDrift(items.map(fieldsOf), knownFields);
  if (drift.kind === 'drifted') return { kind: 'unreadable', reason: drift.reason };
  const entries = items.filter((item) => item.title).map((item) => toParsedEntry(item, url));
  const feed = { entries, polling: { skipHours: [], skipDays: [] } };
  return {
    kind: 'read',
    entries: normalizeEntries(feed, source, url, fetchedAt),
    pace: {},
    fields: drift.fields,
  };
}

/** A date that cannot be read counts as lost, and so does a URL that is none. */
function fieldsOf(item: MappedItem): ReadonlySet<string> {
  const found = Object.entries(item).flatMap(([field, value]) =>
    hasValue(field, value) ? field : [],
  );
  return new Set(found);
}

function hasValue(field: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'string' || value.trim() === '') return false;
  return field.endsWith('At') ? parseDate(value) !== undefined : true;
}

function toParsedEntry(item: MappedItem, base: string): ParsedEntry {
  return {
    id: item.id,
    title: item.title && escapeHtml(item.title),
    link: item.url && URL.parse(item.url, base)?.href,
    published: parseDate(item.publishedAt),
    updated: parseDate(item.updatedAt),
    summary: item.summary,
    authors: [],
    categories: item.categories ?? [],
  };
}

/** Titles of feeds are HTML; those of mapped items are plain text. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
