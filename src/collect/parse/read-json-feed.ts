import { parseJsonFeed } from 'feedsmith';
import type { ParseOutcome } from '../parsed-feed.ts';
import { mapJson } from './map-json.ts';

/** Reads JSON Feed 1.0 and 1.1. */
export function readJsonFeed(text: string, url: string | undefined): ParseOutcome {
  const value = parseJson(text);
  if (value === undefined)
    return { kind: 'unreadable', reason: 'not a feed: JSON with an error in it, or cut off' };
  try {
    return { kind: 'parsed', feed: mapJson(parseJsonFeed(withoutLengths(value, 0)), url) };
  } catch {
    return { kind: 'unreadable', reason: 'not a feed: JSON, but no JSON Feed' };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Without any property named `length`, down to where the fields of a JSON Feed end: feedsmith takes
 * an object that has one for an array, and allocates as much as it says.
 */
function withoutLengths(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > deepestField) return value;
  if (Array.isArray(value)) return value.map((element) => withoutLengths(element, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key.toLowerCase() !== 'length')
      .map(([key, inner]) => [key, withoutLengths(inner, depth + 1)]),
  );
}

/** feed, items, item, authors, author. */
const deepestField = 5;
