import { findSubsetEnd } from './find-subset-end.ts';

/** What a piece of XML is. Comments, processing instructions and the DOCTYPE are passed over. */
export type TokenKind = 'text' | 'cdata' | 'start' | 'end';

/**
 * Cuts text into XML tokens in linear time, whatever it is: markup that is not closed or has no
 * name is text, a CDATA section that is not closed goes on to the end.
 */
export class XmlTokens {
  readonly text: string;
  kind: TokenKind = 'text';
  /** Of `start` and `end`: the name as written. */
  name = '';
  /** Where the token stands in `text`. */
  from = 0;
  to = 0;
  /** Of `cdata`: where its content ends. */
  contentTo = 0;
  /** Of `start`: where its attributes begin. */
  attributesFrom = 0;
  /** Of `start`: the element has no content. */
  isEmpty = false;
  /** What was looked for in vain, and from where on: it need not be looked for again. */
  readonly #missing = new Map<string, number>();
  #hasOpenSubset = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the next token; false at the end. */
  next(): boolean {
    for (;;) {
      const at = this.to;
      if (at >= this.text.length) return false;
      this.from = at;
      const isMarkup = this.text.charCodeAt(at) === LESS_THAN;
      if (!isMarkup) return this.#take('text', this.#find('<', at + 1));
      if (!this.#skipIgnored(at)) return this.#readMarkup(at);
    }
  }

  /** The content of a `cdata` token. */
  cdata(): string {
    return this.text.slice(this.from + cdataStart.length, this.contentTo);
  }

  /** The next call of `next` reads what stands at `position`. */
  goTo(position: number): void {
    this.to = position;
  }

  #take(kind: TokenKind, to: number): true {
    this.kind = kind;
    this.to = to;
    return true;
  }

  #readMarkup(at: number): true {
    if (this.text.startsWith(cdataStart, at)) return this.#readCdata(at + cdataStart.length);
    const isEnd = this.text.charCodeAt(at + 1) === SLASH;
    const nameAt = isEnd ? at + 2 : at + 1;
    const nameTo = this.#findNameEnd(nameAt);
    const close = isEnd || nameTo < 0 ? nameTo : this.#findTagEnd(nameTo);
    if (close < 0) return this.#take('text', this.#findMarkup(at + 1));
    this.name = this.text.slice(nameAt, nameTo);
    if (isEnd) return this.#readEndTag(at);
    this.attributesFrom = nameTo;
    this.isEmpty = this.text.charCodeAt(close - 1) === SLASH;
    return this.#take('start', close + 1);
  }

  #readCdata(at: number): true {
    this.contentTo = this.#find(']]>', at);
    return this.#take('cdata', Math.min(this.contentTo + 3, this.text.length));
  }

  /** A closing tag needs no `>`: what follows is the next tag, or the end. */
  #readEndTag(at: number): true {
    endTag.lastIndex = at;
    endTag.test(this.text);
    return this.#take('end', endTag.lastIndex);
  }

  /** Where the name that begins here ends; -1 when there is none, or none of a tag. */
  #findNameEnd(from: number): number {
    if (!isNameStart(this.text.charCodeAt(from))) return -1;
    let at = from + 1;
    while (isNamePart(this.text.charCodeAt(at))) at++;
    const code = this.text.charCodeAt(at);
    const isEnded = code <= SPACE || code === SLASH || code === GREATER_THAN || code === LESS_THAN;
    return isEnded || at === this.text.length ? at : -1;
  }

  /** Where the `>` of a start tag stands, outside its quotes; -1 when another tag begins first. */
  #findTagEnd(from: number): number {
    const limit = this.#find('<', from);
    for (let at = from; at < limit; at++) {
      const code = this.text.charCodeAt(at);
      if (code === GREATER_THAN) return at;
      if (code !== QUOTE && code !== APOSTROPHE) continue;
      const close = this.#find(code === QUOTE ? '"' : "'", at + 1);
      if (close < limit) at = close;
    }
    return -1;
  }

  #skipIgnored(at: number): boolean {
    const next = this.text.charCodeAt(at + 1);
    if (next === QUESTION_MARK) return this.#skipTo('?>', at) || this.#skipTo('>', at);
    if (next !== EXCLAMATION_MARK || this.text.startsWith(cdataStart, at)) return false;
    if (this.text.startsWith('<!--', at))
      return this.#skipTo('-->', at) || this.#skipTo('<!--', at);
    return this.#skipDeclaration(at);
  }

  #skipDeclaration(at: number): boolean {
    const close = this.#find('>', at);
    if (close === this.text.length) return false;
    const declaration = this.text.slice(at, close);
    const subset = /^<!doctype\s/i.test(declaration) ? declaration.indexOf('[') : -1;
    return (subset >= 0 && this.#skipSubset(at + subset)) || this.#skipTo('>', at);
  }

  /** A document has one, so that of all that are not closed only the first is read to the end. */
  #skipSubset(at: number): boolean {
    const end = this.#hasOpenSubset ? undefined : findSubsetEnd(this.text, at);
    if (end === undefined) {
      this.#hasOpenSubset = true;
      return this.#skipTo(']>', at);
    }
    this.to = end;
    return true;
  }

  #skipTo(mark: string, from: number): boolean {
    const at = this.#find(mark, from);
    if (at === this.text.length) return false;
    this.to = at + mark.length;
    return true;
  }

  /** Where a `<` stands next that can begin something: a run of others is one text. */
  #findMarkup(from: number): number {
    markupStart.lastIndex = from;
    return markupStart.exec(this.text)?.index ?? this.text.length;
  }

  /** Where the mark stands next; the end when it does not. */
  #find(mark: string, from: number): number {
    if (from >= (this.#missing.get(mark) ?? Infinity)) return this.text.length;
    const at = this.text.indexOf(mark, from);
    if (at >= 0) return at;
    this.#missing.set(mark, from);
    return this.text.length;
  }
}

const cdataStart = '<![CDATA[';
const markupStart = /<[A-Za-z_/!?]/g;
const endTag = /<\/[^<>]*>?/y;

function isNameStart(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || code === UNDERSCORE;
}

/** Letters, digits, `_`, and what else feeds have in names: `-`, `.`, `:`. */
function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 0x30 && code <= COLON) || code === DASH || code === DOT;
}

const SPACE = 0x20;
const DASH = 0x2d;
const DOT = 0x2e;
const COLON = 0x3a;
const UNDERSCORE = 0x5f;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SLASH = 0x2f;
const QUESTION_MARK = 0x3f;
const EXCLAMATION_MARK = 0x21;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
