import { findPhrases, type PhraseMatch } from '../words/find-phrases.ts';
import { narrowText } from '../words/normalize-text.ts';
import { Words } from '../words/words.ts';
import type { Dictionary, Meaning } from './compile-hypervisors.ts';
import {
  isDenied,
  isFollowedByRelease,
  isHeldAgainst,
  isNamedInPassing,
} from './passing-mention.ts';

/** One term of a hypervisor where it stands in a text. */
export interface Mention {
  readonly hypervisor: string;
  readonly term: string;
  readonly weight: number;
  /** Named for comparison only, beside another subject: "rival X". */
  readonly isCompared: boolean;
  /** One of those that a list holds against each other: "A vs B vs C". */
  readonly isHeldAgainst: boolean;
  /** Followed by a version and a word of release: "Proxmox VE 8.2 released". */
  readonly isRelease: boolean;
  /** Inside a phrase that the operator calls incidental. */
  readonly isIncidental: boolean;
  /** Stands inside the name of a side product, or right before it. */
  readonly isSide: boolean;
  readonly from: number;
  readonly isInFirstSentence: boolean;
}

/** What one text says: who is named, what was cut out, whether another platform is. */
export interface Mentions {
  readonly mentions: readonly Mention[];
  /** Hypervisors of which a negative context was found, or that the text denies to be about. */
  readonly cut: ReadonlySet<string>;
  /** Those of them that the text denies to be about. */
  readonly denied: ReadonlySet<string>;
  readonly side: ReadonlySet<string>;
  /** Where the first rival platform is named. */
  readonly firstRival: number | undefined;
  readonly hasUpstream: boolean;
}

type Found = PhraseMatch<Meaning>;
type Mark = 'cut' | 'passing' | 'side';

/** Reads one text by the dictionary. Of terms that overlap, the longest counts. */
export function findMentions(dictionary: Dictionary, text: string): Mentions {
  const words = new Words(narrowText(text));
  const found = findPhrases(dictionary.phrases, words);
  if (found.length === 0) return NOTHING;
  const denied = new Set(found.filter(({ from, to }) => isDenied(words, from, to)));
  const named = found.filter((match) => !denied.has(match));
  const marks = named.filter(({ value }) => value.kind !== 'term');
  return {
    mentions: readMentions(named, marks, words),
    cut: new Set([...markedBy(marks, 'cut'), ...hypervisorsOf([...denied])]),
    denied: new Set(hypervisorsOf([...denied])),
    side: markedBy(marks, 'side'),
    firstRival: marks.find(({ value }) => value.kind === 'rival')?.from,
    hasUpstream: marks.some(({ value }) => value.kind === 'upstream'),
  };
}

/** What an empty text says. */
export const NOTHING: Mentions = {
  mentions: [],
  cut: new Set(),
  denied: new Set(),
  side: new Set(),
  firstRival: undefined,
  hasUpstream: false,
};

function readMentions(found: readonly Found[], marks: readonly Found[], words: Words): Mention[] {
  const firstSentenceEnd = endOfFirstSentence(words);
  const coveredTo = new Map<string, number>();
  const settled = new Set<string>();
  return found.flatMap((match) => {
    const { value, from, to } = match;
    if (value.kind !== 'term' || (coveredTo.get(value.hypervisor) ?? 0) > from) return [];
    if (isCoveredBy(marks, match, 'cut')) return [];
    coveredTo.set(value.hypervisor, to);
    const { hypervisor, term, weight } = value;
    // Further places of a term that stands for itself add nothing, and long texts have many.
    if (settled.has(term)) return [];
    const isIncidental = isCoveredBy(marks, match, 'passing');
    const isCompared = isNamedInPassing(words, from, to);
    if (!isIncidental && !isCompared) settled.add(term);
    return {
      hypervisor,
      term,
      weight,
      from,
      isCompared,
      isHeldAgainst: isHeldAgainst(words, from, to),
      isRelease: isFollowedByRelease(words, to),
      isIncidental,
      isSide: isCoveredBy(marks, match, 'side') || isBeforeSide(marks, match),
      isInFirstSentence: from < firstSentenceEnd,
    };
  });
}

function markedBy(marks: readonly Found[], kind: Mark): Set<string> {
  return new Set(hypervisorsOf(marks.filter(({ value }) => value.kind === kind)));
}

function hypervisorsOf(found: readonly Found[]): string[] {
  return found.flatMap(({ value }) => ('hypervisor' in value ? value.hypervisor : []));
}

function endOfFirstSentence(words: Words): number {
  let at = 1;
  while (at < words.length && !words.opensSentence(at)) at++;
  return at;
}

function isCoveredBy(marks: readonly Found[], term: Found, kind: Mark): boolean {
  return marks.some(
    (other) =>
      other.value.kind === kind &&
      isSame(other, term) &&
      other.from < term.to &&
      term.from < other.to,
  );
}

/** "VMware" in "VMware Aria Operations" is part of the side product's name. */
function isBeforeSide(marks: readonly Found[], term: Found): boolean {
  return marks.some(
    (other) => other.value.kind === 'side' && isSame(other, term) && other.from === term.to,
  );
}

function isSame(other: Found, term: Found): boolean {
  return (
    'hypervisor' in other.value &&
    'hypervisor' in term.value &&
    other.value.hypervisor === term.value.hypervisor
  );
}
