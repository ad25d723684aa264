import { SHAPES, STARTS, shapeOf, startOf, Words } from './words.ts';

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

/** Phrases as a tree of their words, ready to be looked for. */
export interface PhraseIndex<T> {
  readonly root: Node<T>;
  /** By shape, 1 where a first word has it. */
  readonly shapes: Uint8Array;
  /** By the start of a word, 1 where a first stem has it. */
  readonly starts: Uint8Array;
}

interface Node<T> {
  readonly words: Map<string, Node<T>>;
  readonly capitals: Map<string, Node<T>>;
  /** By their first letters, which are looked up; the rest is compared. */
  readonly stems: Map<string, Stem<T>[]>;
  number?: Node<T>;
  gap?: Node<T>;
  /** What the phrases that end here stand for. */
  readonly values: T[];
}

interface Stem<T> {
  readonly stem: string;
  readonly next: Node<T>;
}

interface Step {
  readonly kind: 'words' | 'capitals' | 'stems' | 'number' | 'gap';
  /** Lower case; empty for a number or a gap. */
  readonly word: string;
}

const GAP_WORDS = 4;
const SHORTEST_STEM = 3;

/**
 * Prepares phrases. Words match whole and in any case, except that a word of two to five capitals
 * (`AOS`, `PVE`) matches only capitals. `migrat*` stands for every word with that beginning (three
 * letters or more), `#` for a number (also `v8`, `U3e` and `24H2`), a lone `*` for up to four words
 * of the same sentence.
 */
export function indexPhrases<T>(phrases: readonly Phrase<T>[]): PhraseIndex<T> {
  const root = newNode<T>();
  for (const { phrase, value } of phrases) {
    const steps = phrase.trim().split(/\s+/).flatMap(parseWord);
    steps.reduce(branch, root).values.push(value);
  }
  const shapes = new Uint8Array(SHAPES);
  for (const word of [...root.words.keys(), ...root.capitals.keys()])
    shapes[shapeOf(word, 0, word.length)] = 1;
  const starts = new Uint8Array(STARTS);
  for (const stem of root.stems.keys()) starts[startOf(stem, 0)] = 1;
  return { root, shapes, starts };
}

/** Every place where a phrase stands, in the order of the text; at one place the longest first. */
export function findPhrases<T>(index: PhraseIndex<T>, words: Words): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  for (let from = 0; from < words.length; from++) {
    if (!mayOpen(index, words, from)) continue;
    const here: PhraseMatch<T>[] = [];
    followWord(index.root, words, from, from, here);
    if (here.length > 1) here.sort((a, b) => b.to - a.to);
    matches.push(...here);
  }
  return matches;
}

/** Rules out most words of a text before any is cut out of it. */
function mayOpen<T>({ root, shapes, starts }: PhraseIndex<T>, words: Words, at: number): boolean {
  return (
    shapes[words.shape(at)] === 1 ||
    starts[words.start(at)] === 1 ||
    (root.number !== undefined && words.mayBeNumber(at))
  );
}

function newNode<T>(): Node<T> {
  return { words: new Map(), capitals: new Map(), stems: new Map(), values: [] };
}

function branch<T>(node: Node<T>, { kind, word }: Step): Node<T> {
  if (kind === 'number' || kind === 'gap') {
    node[kind] ??= newNode();
    return node[kind];
  }
  if (kind === 'stems') return branchStem(node, word);
  const next = node[kind].get(word) ?? newNode<T>();
  node[kind].set(word, next);
  return next;
}

function branchStem<T>({ stems }: Node<T>, stem: string): Node<T> {
  const beginning = stem.slice(0, SHORTEST_STEM);
  const alike = stems.get(beginning) ?? [];
  const known = alike.find((other) => other.stem === stem);
  if (known !== undefined) return known.next;
  const next = newNode<T>();
  stems.set(beginning, [...alike, { stem, next }]);
  return next;
}

function parseWord(part: string): Step[] {
  if (part === '*') return [{ kind: 'gap', word: '' }];
  if (part === '#') return [{ kind: 'number', word: '' }];
  const words = new Words(part);
  return Array.from({ length: words.length }, (_, at): Step => {
    const word = words.original(at);
    const isLast = at === words.length - 1;
    const isStem = part.endsWith('*') && isLast && word.length >= SHORTEST_STEM;
    const isCapitals = /^[A-Z][A-Z\d]{1,4}$/.test(word);
    return { kind: isStem ? 'stems' : isCapitals ? 'capitals' : 'words', word: words.lower(at) };
  });
}

/** What follows when the words from `from` up to `at` have led to a node. */
function follow<T>(
  node: Node<T>,
  words: Words,
  from: number,
  at: number,
  matches: PhraseMatch<T>[],
): void {
  for (const value of node.values) matches.push({ value, from, to: at });
  if (at >= words.length || words.opensSentence(at)) return;
  followWord(node, words, from, at, matches);
  if (node.gap) followGap(node.gap, words, from, at, matches);
}

function followWord<T>(
  node: Node<T>,
  words: Words,
  from: number,
  at: number,
  matches: PhraseMatch<T>[],
): void {
  const word = words.lower(at);
  const next = node.words.get(word);
  if (next) follow(next, words, from, at + 1, matches);
  const capitals = node.capitals.get(word);
  if (capitals && words.original(at) === word.toUpperCase())
    follow(capitals, words, from, at + 1, matches);
  if (node.number && /^[uv]?\d+(?:[a-z]|h\d)?$/.test(word))
    follow(node.number, words, from, at + 1, matches);
  if (node.stems.size === 0 || word.length < SHORTEST_STEM) return;
  for (const { stem, next } of node.stems.get(word.slice(0, SHORTEST_STEM)) ?? [])
    if (word.startsWith(stem)) follow(next, words, from, at + 1, matches);
}

function followGap<T>(
  gap: Node<T>,
  words: Words,
  from: number,
  at: number,
  matches: PhraseMatch<T>[],
): void {
  for (let to = at; to <= at + GAP_WORDS && to < words.length; to++) {
    if (to > at && words.opensSentence(to)) return;
    followWord(gap, words, from, to, matches);
  }
}
