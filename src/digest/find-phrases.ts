import { SHAPES, shapeOf, Words } from './words.ts';

/** A phrase to look for and what it stands for. */
export interface Phrase<T> {
  readonly phrase: string;
  readonly value: T;
}

export interface PhraseMatch<T> {
  readonly value: T;
  /** First word and the word after the last, as indexes into the words of the text. */
  readonly from: number;
  readonly to: number;
}

interface Pattern<T> {
  readonly steps: readonly Step[];
  readonly value: T;
}

interface Step {
  readonly kind: 'word' | 'capitals' | 'stem' | 'gap' | 'number';
  /** Lower case; empty for a gap or a number. */
  readonly word: string;
}

/** Phrases by how their first word begins, ready to be looked for. */
export interface PhraseIndex<T> {
  /** By shape, 1 where a first word has it; stems and numbers may have any. */
  readonly shapes: Uint8Array;
  readonly byWord: ReadonlyMap<string, readonly Pattern<T>[]>;
  readonly byStem: ReadonlyMap<string, readonly Pattern<T>[]>;
  readonly byNumber: readonly Pattern<T>[];
}

const GAP_WORDS = 4;
const STEM_KEY = 4;

/**
 * Prepares phrases. Words match whole and in any case, except that a word of two to five capitals
 * (`AOS`, `PVE`) matches only capitals. `migrat*` stands for every word with that beginning (four
 * letters or more), `#` for a number, a lone `*` for up to four words of the same sentence.
 */
export function indexPhrases<T>(phrases: readonly Phrase<T>[]): PhraseIndex<T> {
  const byWord = new Map<string, Pattern<T>[]>();
  const byStem = new Map<string, Pattern<T>[]>();
  const byNumber: Pattern<T>[] = [];
  for (const { phrase, value } of phrases) {
    const steps = parsePhrase(phrase);
    const first = steps[0];
    const pattern = { steps, value };
    if (first?.kind === 'number') byNumber.push(pattern);
    else if (first?.kind === 'stem') append(byStem, first.word.slice(0, STEM_KEY), pattern);
    else if (first && first.kind !== 'gap') append(byWord, first.word, pattern);
  }
  const longestFirst = (a: Pattern<T>, b: Pattern<T>) => b.steps.length - a.steps.length;
  for (const patterns of [...byWord.values(), ...byStem.values()]) patterns.sort(longestFirst);
  const shapes = new Uint8Array(SHAPES).fill(byStem.size + byNumber.length > 0 ? 1 : 0);
  for (const word of byWord.keys()) shapes[shapeOf(word, 0, word.length)] = 1;
  return { shapes, byWord, byStem, byNumber };
}

/** Every place where a phrase stands; at one first word, longer phrases come first. */
export function findPhrases<T>(index: PhraseIndex<T>, words: Words): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  const tryAll = (patterns: readonly Pattern<T>[] | undefined, from: number) => {
    for (const { steps, value } of patterns ?? []) {
      const to = matchSteps(steps, 0, words, from);
      if (to !== undefined) matches.push({ value, from, to });
    }
  };
  for (let at = 0; at < words.length; at++) {
    if (index.shapes[words.shape(at)] === 0) continue;
    const word = words.lower(at);
    tryAll(index.byWord.get(word), at);
    if (word.length >= STEM_KEY) tryAll(index.byStem.get(word.slice(0, STEM_KEY)), at);
    if (isNumber(word)) tryAll(index.byNumber, at);
  }
  return matches;
}

function append<T>(map: Map<string, Pattern<T>[]>, key: string, pattern: Pattern<T>): void {
  const patterns = map.get(key);
  if (patterns) patterns.push(pattern);
  else map.set(key, [pattern]);
}

function parsePhrase(phrase: string): Step[] {
  return phrase.trim().split(/\s+/).flatMap(parseWord);
}

function parseWord(part: string): Step[] {
  if (part === '*') return [{ kind: 'gap', word: '' }];
  if (part === '#') return [{ kind: 'number', word: '' }];
  const words = new Words(part);
  return Array.from({ length: words.length }, (_, at): Step => {
    const word = words.original(at);
    const isStem = part.endsWith('*') && at === words.length - 1 && word.length >= STEM_KEY;
    const isCapitals = /^[A-Z][A-Z\d]{1,4}$/.test(word);
    return { kind: isStem ? 'stem' : isCapitals ? 'capitals' : 'word', word: words.lower(at) };
  });
}

function matchSteps(
  steps: readonly Step[],
  step: number,
  words: Words,
  at: number,
): number | undefined {
  const current = steps[step];
  if (current === undefined) return at;
  if (current.kind === 'gap') return matchGap(steps, step + 1, words, at);
  if (step > 0 && words.opensSentence(at)) return undefined;
  return isMatch(current, words, at) ? matchSteps(steps, step + 1, words, at + 1) : undefined;
}

function matchGap(
  steps: readonly Step[],
  step: number,
  words: Words,
  at: number,
): number | undefined {
  for (let skipped = 0; skipped <= GAP_WORDS && at + skipped < words.length; skipped++) {
    if (words.opensSentence(at + skipped)) return undefined;
    const to = matchSteps(steps, step, words, at + skipped);
    if (to !== undefined) return to;
  }
  return undefined;
}

function isMatch(step: Step, words: Words, at: number): boolean {
  if (at >= words.length) return false;
  const word = words.lower(at);
  if (step.kind === 'number') return isNumber(word);
  if (step.kind === 'stem') return word.startsWith(step.word);
  return (
    word === step.word && (step.kind === 'word' || words.original(at) === step.word.toUpperCase())
  );
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}
