import type { ReadTerm } from './read-terms.ts';
import { sharedNumbers } from './sparse-vector.ts';
import type { WeighedEntry } from './weigh-entries.ts';

const MOST_NAMED = 3;

/** The most telling words that two titles share, as these write them. */
export function explainWords(a: WeighedEntry, b: WeighedEntry): string {
  const { lexicon } = a;
  const shared = sharedNumbers(a.titleTerms, b.titleTerms)
    .sort((left, right) => lexicon.weightOf(right) - lexicon.weightOf(left) || left - right)
    .slice(0, MOST_NAMED)
    .map((term) => asWritten(term, a, b));
  return shared.length > 0 ? `Titles share: ${shared.join(', ')}` : 'Similar wording';
}

/** A term as each of two entries writes it: `raise/hike`; once where they write it alike. */
export function asWritten(term: number, a: WeighedEntry, b: WeighedEntry): string {
  const [one, other] = [a, b].map((entry) => wordOf(term, entry));
  if (one === undefined || other === undefined) return one ?? other ?? '';
  return one.toLowerCase() === other.toLowerCase() ? one : `${one}/${other}`;
}

function wordOf(term: number, { traits, lexicon }: WeighedEntry): string | undefined {
  const reduced = lexicon.termOf(term);
  const isIt = (read: ReadTerm) => read.term === reduced;
  return (traits.titleTerms.find(isIt) ?? traits.leadTerms.find(isIt))?.shown;
}
