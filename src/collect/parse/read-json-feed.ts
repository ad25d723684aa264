import { parseJsonFeed } from 'feedsmith';
import type { ParseOutcome } from '../parsed-feed.ts';
import { mapJson } from './map-json.ts';
import { parseJson } from './parse-json.ts';

/** Reads JSON Feed 1.0 and 1.1. */
export function readJsonFeed(text: string, url: string | undefined): ParseOutcome {
  const json = parseJson(text);
  if (json.kind === 'invalid')
    return { kind: 'unreadable', reason: 'not a feed: JSON with an error in it, or cut off' };
  if (json.kind === 'oversized')
    return { kind: 'unreadable', reason: `not a feed: ${json.reason}` };
  try {
    return { kind: 'parsed', feed: mapJson(parseJsonFeed(withoutLengths(json.value, 0)), url) };
  } catch {
    return { kind: 'unreadable', reason: 'not a feed: JSON, but no JSON Feed' };
  }
}

/**
 * Without what is beyond the first items of a list, and without any property named `length`, down to
 * where the fields of a JSON Feed end: feedsmith takes an object that has one for an array, and
 * allocates as much as it says.
 */
function withoutLengths(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > deepestField) return value;
  if (Array.isArray(value))
    return value.slice(0, mostItems).map((element) => withoutLengths(element, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key.toLowerCase() !== 'length')
      .map(([key, inner]) => [key, withoutLengths(inner, depth + 1)]),
  );
}

/** Of a list, as of entries in XML. */
const mostItems = 2_000;
/** feed, items, item, authors, author. */
const deepestField = 5;
