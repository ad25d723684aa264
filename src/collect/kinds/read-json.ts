import type { JsonMapping, Source } from '../../model/source.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import { headerOf } from '../fetch/reply.ts';
import { decodeBytes } from '../parse/decode-bytes.ts';
import { parseJson } from '../parse/parse-json.ts';
import { explainHtml } from './explain-html.ts';
import { textsAt, valuesAt } from './json-path.ts';
import type { MappedItem } from './mapped-item.ts';
import { readMappedItems } from './read-mapped-items.ts';
import type { ReadOutcome } from './read-outcome.ts';

/** The newest may be the last, so a longer list is refused, not cut. */
const MOST_ITEMS = 10_000;

/** Reads a documented JSON list by the field map of its source. */
export function readJson(
  source: Source,
  { bytes, headers, url, fetchedAt }: Fetched,
  knownFields: readonly string[],
): ReadOutcome {
  const mapping = source.json;
  if (!mapping) return unreadable('a source of kind json needs a field map');
  const json = parseJson(decodeBytes(bytes, headerOf(headers, 'content-type')));
  if (json.kind === 'oversized') return unreadable(`the document is ${json.reason}`);
  if (json.kind === 'invalid') {
    return unreadable(explainHtml(bytes, headers, url) ?? 'the document is not valid JSON');
  }
  const list = valuesAt(json.value, mapping.items);
  if (list.length === 0 || !list.some(Array.isArray)) {
    return unreadable(`its form seems to have changed: no list at "${mapping.items}"`);
  }
  const items = list.flat();
  if (items.length > MOST_ITEMS) return unreadable(`it lists more than ${MOST_ITEMS} items`);
  const mapped = items.map((item) => mapItem(item, mapping));
  return readMappedItems(mapped, source, { url, fetchedAt }, knownFields);
}

function unreadable(reason: string): ReadOutcome {
  return { kind: 'unreadable', reason };
}

function mapItem(item: unknown, mapping: JsonMapping): MappedItem {
  const read = (field: string | undefined) => (field ? fill(item, field) : undefined);
  const summary = read(mapping.summary);
  return {
    title: read(mapping.title),
    id: read(mapping.id),
    url: read(mapping.url),
    summary: summary && toHtml(summary),
    publishedAt: read(mapping.publishedAt),
    updatedAt: read(mapping.updatedAt),
    categories: mapping.categories ? textsAt(item, mapping.categories) : undefined,
  };
}

/** A path, or a text with paths in braces, which is nothing when one of them leads to nothing. */
function fill(item: unknown, field: string): string | undefined {
  if (!field.includes('{')) return textsAt(item, field).join(', ') || undefined;
  let isComplete = true;
  const text = field.replace(/\{([^{}]*)\}/g, (_, path: string) => {
    const value = textsAt(item, path.trim()).join(', ');
    isComplete &&= value !== '';
    return value;
  });
  return isComplete ? text : undefined;
}

/** Some APIs give HTML and some plain text, and none says which. */
function toHtml(text: string): string {
  if (/<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+);/i.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
