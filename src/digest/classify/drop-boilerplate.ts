import type { Entry } from '../../model/entry.ts';

/** By source id: the pieces of text that its entries repeat. */
export type Boilerplate = ReadonlyMap<string, ReadonlySet<string>>;

const TIMES = 3;
const SHORTEST_PIECE = 12;
const LINE_END = 10;
const SPACE = 32;
const STOPS = codesOf('.!?');
const CLOSERS = codesOf('"”\')]');

/** The sentences and lines that stand in three or more entries of one source, under different titles. */
export function findBoilerplate(entries: readonly Entry[]): Boilerplate {
  const bySource = Map.groupBy(entries, ({ sourceId }) => sourceId);
  const found = new Map<string, ReadonlySet<string>>();
  for (const [sourceId, own] of bySource) {
    const repeated = repeatedPieces(own);
    if (repeated.size > 0) found.set(sourceId, repeated);
  }
  return found;
}

/** The entry without what its source repeats: footers would otherwise label and group it. */
export function dropBoilerplate<T extends Entry>(entry: T, boilerplate: Boilerplate): T {
  const repeated = boilerplate.get(entry.sourceId);
  if (repeated === undefined) return entry;
  const pieces = splitPieces(entry.text);
  const own = pieces.filter((piece) => !repeated.has(piece.trim()));
  return own.length === pieces.length ? entry : { ...entry, text: own.join('').trim() };
}

function repeatedPieces(entries: readonly Entry[]): Set<string> {
  const times = new Map<string, number>();
  const repeated = new Set<string>();
  for (const { text } of distinctTitles(entries)) {
    for (const piece of new Set(splitPieces(text).map((one) => one.trim()))) {
      if (piece.length < SHORTEST_PIECE) continue;
      const count = (times.get(piece) ?? 0) + 1;
      times.set(piece, count);
      if (count === TIMES) repeated.add(piece);
    }
  }
  return repeated;
}

/** An entry that stands in a feed twice repeats nothing but itself. */
function distinctTitles(entries: readonly Entry[]): Iterable<Entry> {
  return new Map(entries.map((entry) => [entry.title, entry])).values();
}

/**
 * Lines, and sentences within them, each with the space that follows, so that together they are the
 * text again. Much cheaper than `splitSentences`, and as good for comparing.
 */
function splitPieces(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== LINE_END && !(code === SPACE && endsSentence(text, at))) continue;
    pieces.push(text.slice(start, at + 1));
    start = at + 1;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}

function endsSentence(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  return STOPS.has(last) || (CLOSERS.has(last) && STOPS.has(text.charCodeAt(end - 2)));
}

function codesOf(characters: string): Set<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}
