import type { Content, Piece } from './text-construct.ts';
import type { XmlTokens } from './xml-tokens.ts';
import { localName, roleOf } from './xml-vocabulary.ts';

/** What was read of an element, and how it ended. */
export interface ReadContent extends Content {
  readonly isClosed: boolean;
  /** Where its first tag stands. */
  readonly firstTagAt: number | undefined;
}

/**
 * Reads from behind a start tag to the end tag that belongs to it. It is missing when the end of the
 * document or a tag that `isBeyond` comes first; that tag is then the next to be read. At most
 * `longest` characters of the content are kept.
 */
export function readContent(
  tokens: XmlTokens,
  isBeyond: () => boolean,
  longest = longestContent,
): ReadContent {
  const ends = new EndTagFinder(tokens.name);
  const pieces: Piece[] = [];
  let length = 0;
  let firstTagAt: number | undefined;
  let isClosed = false;
  while (tokens.next()) {
    if (tokens.kind === 'start' || tokens.kind === 'end') {
      const name = tokens.name.toLowerCase();
      if (name !== ends.name && isBeyond()) {
        tokens.goTo(tokens.from);
        break;
      }
      isClosed = tokens.kind === 'end' ? ends.close(name) : ends.open(name, tokens.isEmpty);
      if (isClosed) break;
      firstTagAt ??= tokens.from;
    }
    if (length < longest && pieces.length < mostPieces)
      pieces.push(takePiece(tokens, longest - length));
    length += tokens.to - tokens.from;
  }
  return { pieces, hasMarkup: firstTagAt !== undefined, isClosed, firstTagAt };
}

/** In characters; content beyond is of no use to a digest. */
export const longestContent = 400_000;

/** Each takes up more memory than the few characters in it. */
const mostPieces = 50_000;

function takePiece(tokens: XmlTokens, longest: number): Piece {
  if (tokens.kind === 'cdata') return { kind: 'cdata', text: tokens.cdata().slice(0, longest) };
  const text = tokens.text.slice(tokens.from, Math.min(tokens.to, tokens.from + longest));
  return { kind: tokens.kind === 'text' ? 'text' : 'tag', text };
}

/** Tells the end tag of an element from those of the elements in it. */
class EndTagFinder {
  readonly name: string;
  #opened: Set<string> | undefined;
  #depth = 0;

  constructor(name: string) {
    this.name = name.toLowerCase();
  }

  open(name: string, isEmpty: boolean): false {
    this.#opened ??= new Set();
    if (this.#opened.size < mostNames) this.#opened.add(name);
    if (name === this.name && !isEmpty) this.#depth++;
    return false;
  }

  /** Whether this end tag is the one. */
  close(name: string): boolean {
    if (name === this.name) return this.#depth-- === 0;
    // The wrong end tag (`<title>...</subtitle>`) ends it, too.
    return roleOf(localName(name)) === 'html' && !this.#opened?.has(name);
  }
}

/** Bounds the memory that a document can have taken for names. */
const mostNames = 1000;
