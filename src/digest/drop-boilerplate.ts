import type { Entry } from '../model/entry.ts';

/** By source id: the pieces of text that its entries repeat. */
export type Boilerplate = ReadonlyMap<string, ReadonlySet<string>>;

const TIMES = 3;
const SHORTEST_PIECE = 12;
// Lines, and sentences within them. Cheaper than sentence splitting, and as good for comparing.
const PIECE_END = /\n+|(?<=[.!?]["”')\]]?)[^\S\n]+/;

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
export function dropBoilerplate(entry: Entry, boilerplate: Boilerplate): Entry {
  const repeated = boilerplate.get(entry.sourceId);
  if (repeated === undefined) return entry;
  const lines = entry.text.split('\n').map((line) => keepOwn(line, repeated));
  const text = lines
    .filter((line) => line !== undefined)
    .join('\n')
    .trim();
  return text === entry.text ? entry : { ...entry, text };
}

function repeatedPieces(entries: readonly Entry[]): Set<string> {
  const titles = new Map<string, number>();
  const repeated = new Set<string>();
  // An entry that stands in a feed twice repeats nothing but itself.
  for (const entry of distinctTitles(entries)) {
    for (const piece of new Set(pieces(entry.text))) {
      const times = (titles.get(piece) ?? 0) + 1;
      titles.set(piece, times);
      if (times === TIMES) repeated.add(piece);
    }
  }
  return repeated;
}

function distinctTitles(entries: readonly Entry[]): Iterable<Entry> {
  return new Map(entries.map((entry) => [entry.title, entry])).values();
}

function pieces(text: string): string[] {
  return text
    .split(PIECE_END)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= SHORTEST_PIECE);
}

/** The line without repeated pieces; undefined when nothing else stood in it. */
function keepOwn(line: string, repeated: ReadonlySet<string>): string | undefined {
  const parts = line.split(PIECE_END);
  const own = parts.filter((part) => !repeated.has(part.trim()));
  if (own.length === parts.length) return line;
  return own.length === 0 ? undefined : own.join(' ');
}
