/**
 * The words of a text. Latin words and numbers are taken apart from neighbouring Japanese or
 * Chinese, which is written without spaces ("Foundationの" is a word and a letter); a leading dot
 * belongs to a word in capitals, since ".NEXT" is not "next". Made for speed: one pass, and a word
 * becomes a string only when it is asked for.
 */
export class Words {
  readonly #text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #opens: boolean[] = [];

  constructor(text: string) {
    this.#text = text;
    let opensSentence = true;
    for (let at = 0; at < text.length; ) {
      const kind = kindOf(text.charCodeAt(at));
      if (kind === SEPARATOR) {
        opensSentence ||= endsSentence(text, at);
        at++;
        continue;
      }
      const end = endOfWord(text, at, kind);
      this.#starts.push(isDotted(text, at, end) ? at - 1 : at);
      this.#ends.push(end);
      this.#opens.push(opensSentence);
      opensSentence = false;
      at = end;
    }
  }

  get length(): number {
    return this.#starts.length;
  }

  original(at: number): string {
    return this.#text.slice(this.#starts[at], this.#ends[at]);
  }

  lower(at: number): string {
    return this.original(at).toLowerCase();
  }

  /** A number under SHAPES that rules most words out before they are compared. */
  shape(at: number): number {
    return shapeOf(this.#text, this.#starts[at] ?? 0, this.#ends[at] ?? 0);
  }

  /** A number under STARTS, for the first three characters. */
  start(at: number): number {
    return startOf(this.#text, this.#starts[at] ?? 0);
  }

  /** True for what begins like "8", "v8" or "U3e". */
  mayBeNumber(at: number): boolean {
    const code = this.#text.charCodeAt(this.#starts[at] ?? 0);
    return (
      (code >= DIGIT_0 && code <= DIGIT_9) || (code | 32) === LETTER_U || (code | 32) === LETTER_V
    );
  }

  /** True where a sentence, line or clause ended just before the word. */
  opensSentence(at: number): boolean {
    return this.#opens[at] === true;
  }

  /** Words in lower case with spaces between them. */
  join(from: number, to: number): string {
    const words: string[] = [];
    for (let at = Math.max(0, from); at < Math.min(to, this.length); at++)
      words.push(this.lower(at));
    return words.join(' ');
  }
}

const SEPARATOR = 1;
const LATIN = 2;
const SINGLE = 3;
const OTHER = 4;

/** Kinds by code unit, filled as they are met; 0 is not known yet. */
const kinds = new Uint8Array(0x10000);

export const SHAPES = 0x8000;
export const STARTS = 0x8000;

const STOP = 46;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const LETTER_U = 117;
const LETTER_V = 118;

/** The first three characters of a word as one number, whatever their case. */
export function startOf(text: string, start: number): number {
  const first = text.charCodeAt(start) & 31;
  const second = text.charCodeAt(start + 1) & 31;
  return (first << 10) | (second << 5) | (text.charCodeAt(start + 2) & 31);
}

/**
 * Length, first and last character of a word in a text, as one number. Of characters five bits
 * count, which leaves out what upper and lower case differ in.
 */
export function shapeOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start) & 31;
  const last = text.charCodeAt(end - 1) & 31;
  return (first << 10) | (last << 5) | Math.min(end - start, 31);
}

function kindOf(code: number): number {
  const known = kinds[code];
  if (known) return known;
  const character = String.fromCharCode(code);
  let kind = SEPARATOR;
  if (/[\p{Script=Latin}\p{N}]/u.test(character)) kind = LATIN;
  else if (/\p{Lo}/u.test(character)) kind = SINGLE;
  else if (/\p{L}/u.test(character)) kind = OTHER;
  kinds[code] = kind;
  return kind;
}

function endOfWord(text: string, start: number, kind: number): number {
  let end = start + 1;
  if (kind !== SINGLE) while (end < text.length && kindOf(text.charCodeAt(end)) === kind) end++;
  return end;
}

/** A stop ends a sentence when space or a closing mark follows: not in "8.0", not in "Node.js". */
function endsSentence(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character === ' ') return false;
  if ('\n|。！？'.includes(character)) return true;
  return '.!?:;'.includes(character) && ' \n\t\u00a0"\')]”’'.includes(text.charAt(at + 1));
}

function isDotted(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start - 1) !== STOP || end - start < 2 || end - start > 5) return false;
  if (start > 1 && kindOf(text.charCodeAt(start - 2)) !== SEPARATOR) return false;
  return /^[A-Z]+$/.test(text.slice(start, end));
}
