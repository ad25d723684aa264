import { SAME_MEANING } from '../words/same-meaning.ts';
import { STOP_WORDS } from '../words/stop-words.ts';

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}.,&'’+]*[\p{L}\p{N}+])?/gu;
/** Ids are compared as ids, and a year or month is when, not what. */
const NO_SUBJECT =
  /\b(?:[A-Z]{1,5}SA|CVE)-[\w-]+|\b(?:19|20)\d\d\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/g;

/** One word of a text, reduced for comparing, beside the way it was written. */
export interface ReadTerm {
  readonly term: string;
  readonly shown: string;
}

/** The words of a text that may tell its subject: no stop words, endings taken off, hyphens split. */
export function readTerms(text: string): ReadTerm[] {
  const terms: ReadTerm[] = [];
  const joined = text
    .replace(/\bdata cent(?:er|re)/gi, 'datacenter')
    .replace(/\bEuropean Commission\b/g, 'EU')
    .replace(NO_SUBJECT, ' ');
  for (const shown of joined.match(WORD) ?? []) {
    const term = readWord(shown);
    if (term !== null) terms.push(term);
  }
  return terms;
}

/** Words come again and again; each is reduced once. Null for one that tells nothing. */
const known = new Map<string, ReadTerm | null>();
const MOST_KNOWN = 100_000;

function readWord(shown: string): ReadTerm | null {
  const before = known.get(shown);
  if (before !== undefined) return before;
  if (known.size === MOST_KNOWN) known.clear();
  const term = reduceWord(shown.toLowerCase());
  const read = term === '' || STOP_WORDS.has(term) ? null : { term, shown };
  known.set(shown, read);
  return read;
}

/** A word as it is compared: "sues", "sued" and "suing" are one, and so is "lawsuit". */
export function reduceWord(word: string): string {
  const reduced = cutEndings(word);
  return SAME.get(reduced) ?? reduced;
}

/** A word without the endings that headlines vary. */
function cutEndings(word: string): string {
  const bare = /['’]/.test(word) ? word.replace(/['’]s?$/, '') : word;
  if (bare.length < 4 || /\d/.test(bare)) return bare;
  const spelled = bare.replace('licence', 'license').replace('virtualis', 'virtualiz');
  const stem = cutVerbEnding(cutPlural(spelled));
  return stem.endsWith('e') ? cutBehindLetters(stem, 1) : stem;
}

function cutPlural(word: string): string {
  if (!word.endsWith('s') || word.endsWith('ss')) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

function cutVerbEnding(word: string): string {
  if (word.endsWith('ing')) return cutBehindLetters(word, 3);
  return word.endsWith('ed') ? cutBehindLetters(word, 2) : word;
}

/** Without so many characters at the end, where two letters stand before them. */
function cutBehindLetters(word: string, length: number): string {
  const end = word.length - length;
  return isLetter(word.charCodeAt(end - 1)) && isLetter(word.charCodeAt(end - 2))
    ? word.slice(0, end)
    : word;
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

const SAME: ReadonlyMap<string, string> = new Map(
  [...SAME_MEANING].map(([word, first]) => [cutEndings(word), cutEndings(first)]),
);
