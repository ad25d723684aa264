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
    const term = reduceWord(shown.toLowerCase());
    if (term !== '' && !STOP_WORDS.has(term)) terms.push({ term, shown });
  }
  return terms;
}

/** A word as it is compared: "sues", "sued" and "suing" are one, and so is "lawsuit". */
export function reduceWord(word: string): string {
  const reduced = cutEndings(word);
  return SAME.get(reduced) ?? reduced;
}

/** A word without the endings that headlines vary. */
function cutEndings(word: string): string {
  const bare = word.replace(/['’]s?$/, '');
  if (bare.length < 4 || /\d/.test(bare)) return bare;
  const spelled = bare.replace('licence', 'license').replace('virtualis', 'virtualiz');
  return cutEnding(spelled).replace(/(?<=[a-z]{2})e$/, '');
}

function cutEnding(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('s') && !word.endsWith('ss')) return cutVerbEnding(word.slice(0, -1));
  return cutVerbEnding(word);
}

function cutVerbEnding(word: string): string {
  return word.replace(/(?<=[a-z]{2})(?:ing|ed)$/, '');
}

const SAME: ReadonlyMap<string, string> = new Map(
  [...SAME_MEANING].map(([word, first]) => [cutEndings(word), cutEndings(first)]),
);
