import type { Entry, StoredEntry } from '../../model/entry.ts';
import { publishedAt } from './classified-entry.ts';

/** By source id: the pieces of text that its entries repeat. */
export type Boilerplate = ReadonlyMap<string, Repeated>;

interface Repeated {
  readonly anywhere: ReadonlySet<string>;
  /** What older entries repeat, too: a series may well open with the same words, and not end so. */
  readonly atEnd: ReadonlySet<string>;
}

const TIMES = 3;
/** So many older entries of a source, the newest of them, say what it repeats. */
const MOST_OLDER = 12;
const SHORTEST_PIECE = 12;
/** Ends of lines, and spaces behind the end of a sentence. */
const PIECE_END = /\n|(?<=[.!?]["”')\]]?) /g;
/** Advisories repeat what they state: "Severity: Critical". */
const FACT =
  /^[^:]{0,40}\b(?:severity|rating|impact|CVSS\w*|exploit\w*|affected|fixed|status)\b[^:]{0,40}:/i;
/** "About Acme" and the paragraph on Acme under it, as press releases end. */
const ABOUT =
  /\n{1,2}About (?:the )?(\p{Lu}[\p{L}\p{N}&-]{2,30})(?:(?![\d.!?])[^\n]){0,60}\n+[^\n]{0,80}?\1\b[^\n]*/gu;

/** The sentences and lines that stand in three or more entries of one source, under different titles. */
export function findBoilerplate(
  entries: readonly Entry[],
  older: readonly StoredEntry[] = [],
): Boilerplate {
  const bySource = Map.groupBy(entries, ({ sourceId }) => sourceId);
  const olderBySource = Map.groupBy(older, ({ sourceId }) => sourceId);
  const found = new Map<string, Repeated>();
  for (const [sourceId, own] of bySource) {
    const past = newest(olderBySource.get(sourceId) ?? []);
    const anywhere = repeatedPieces(own);
    const atEnd = past.length > 0 ? repeatedPieces([...own, ...past]) : anywhere;
    if (atEnd.size > 0) found.set(sourceId, { anywhere, atEnd });
  }
  return found;
}

function newest(entries: readonly StoredEntry[]): StoredEntry[] {
  return [...entries]
    .sort(
      (a, b) => Temporal.Instant.compare(publishedAt(b), publishedAt(a)) || (a.id < b.id ? -1 : 1),
    )
    .slice(0, MOST_OLDER);
}

/** The entry without what its source repeats: footers would otherwise label and group it. */
export function dropBoilerplate<T extends Entry>(entry: T, boilerplate: Boilerplate): T {
  const text = withoutRepeated(entry.text, boilerplate.get(entry.sourceId)).replace(ABOUT, '');
  return text === entry.text ? entry : { ...entry, text: text.trim() };
}

function withoutRepeated(text: string, repeated: Repeated | undefined): string {
  if (repeated === undefined) return text;
  const { anywhere, atEnd } = repeated;
  const own = splitPieces(text).filter((piece) => !anywhere.has(piece.trim()));
  const isOwn = (piece: string) => piece.trim() !== '' && !atEnd.has(piece.trim());
  const end = own.findLastIndex(isOwn) + 1;
  // What is repeated as a whole is no footer.
  return own.slice(0, end === 0 ? own.length : end).join('');
}

function repeatedPieces(entries: readonly Entry[]): Set<string> {
  const times = new Map<string, number>();
  const repeated = new Set<string>();
  // An entry that stands in a feed twice repeats nothing but itself.
  for (const same of Map.groupBy(entries, ({ title }) => title).values()) {
    const pieces = same.flatMap(({ text }) => splitPieces(text).map((one) => one.trim()));
    for (const piece of new Set(pieces)) {
      if (piece.length < SHORTEST_PIECE || FACT.test(piece)) continue;
      const count = (times.get(piece) ?? 0) + 1;
      times.set(piece, count);
      if (count === TIMES) repeated.add(piece);
    }
  }
  return repeated;
}

/**
 * Lines, and sentences within them, each with the space that follows, so that together they are the
 * text again. Much cheaper than `splitSentences`, and as good for comparing.
 */
function splitPieces(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const { index } of text.matchAll(PIECE_END)) {
    pieces.push(text.slice(start, index + 1));
    start = index + 1;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}
