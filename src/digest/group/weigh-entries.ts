import type { ClassifiedEntry } from '../classify/classified-entry.ts';
import { type ProductNames, WELL_KNOWN_PRODUCTS } from '../facts/versions/product-names.ts';
import { type EntryTraits, readTraits } from './entry-traits.ts';
import { type EntryTerms, Lexicon } from './lexicon.ts';
import { type SparseVector, unitVector } from './sparse-vector.ts';

/** An entry ready to be compared: its words, as numbers of a lexicon, with their weights. */
export interface WeighedEntry {
  readonly traits: EntryTraits;
  readonly lexicon: Lexicon;
  /** The title's terms, each once, ascending. */
  readonly titleTerms: readonly number[];
  readonly titleWeight: number;
  /** Title and lead, words and phrases. */
  readonly vector: SparseVector;
  /** Telling words, most telling first. */
  readonly telling: readonly number[];
  /** Those of them that name somebody or something. */
  readonly names: readonly number[];
}

const LEAD_WEIGHT = 0.4;
/** Two words in a row say more than each alone: "support portal", "authentication bypass". */
const PHRASE_WEIGHT = 0.6;
/** A word is telling, and not of the trade at large, from this weight on. */
const TELLING = 3.6;
const MOST_TELLING = 14;

/** Weighs the words of all entries together: what is rare here tells stories apart. */
export function weighEntries(
  entries: readonly ClassifiedEntry[],
  products: ProductNames = WELL_KNOWN_PRODUCTS,
): WeighedEntry[] {
  const lexicon = new Lexicon(products.configuredNames);
  const read = entries.map((entry) => {
    const traits = readTraits(entry, products);
    return { traits, terms: lexicon.add(traits.titleTerms, traits.leadTerms) };
  });
  lexicon.weigh();
  return read.map(({ traits, terms }) => weighEntry(traits, terms, lexicon));
}

function weighEntry(
  traits: EntryTraits,
  { title, lead }: EntryTerms,
  lexicon: Lexicon,
): WeighedEntry {
  const weights = new Map<number, number>();
  for (const term of title) weights.set(term, lexicon.weightOf(term));
  const titleTerms = [...weights.keys()].sort((a, b) => a - b);
  addPhrases(weights, title, lexicon);
  for (const term of lead) {
    if (!weights.has(term)) weights.set(term, lexicon.weightOf(term) * LEAD_WEIGHT);
  }
  const telling = [...new Set([...title, ...lead])]
    .filter((term) => lexicon.weightOf(term) >= TELLING)
    .sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || a - b);
  return {
    traits,
    lexicon,
    titleTerms,
    titleWeight: titleTerms.reduce((sum, term) => sum + lexicon.weightOf(term), 0),
    vector: unitVector(weights),
    telling: telling.slice(0, MOST_TELLING),
    names: telling.filter((term) => lexicon.isName(term)),
  };
}

function addPhrases(
  weights: Map<number, number>,
  terms: readonly number[],
  lexicon: Lexicon,
): void {
  for (let at = 1; at < terms.length; at++) {
    const first = terms[at - 1] ?? 0;
    const second = terms[at] ?? 0;
    const phrase = lexicon.phraseOf(first, second);
    const mean = (lexicon.weightOf(first) + lexicon.weightOf(second)) / 2;
    if (!weights.has(phrase)) weights.set(phrase, mean * PHRASE_WEIGHT);
  }
}
