import type { Label } from '../../model/classification.ts';
import type { StoryFacts } from '../../model/edition.ts';
import type { Entry } from '../../model/entry.ts';
import type { Hypervisor } from '../../model/hypervisor.ts';
import { ADJACENT } from '../adjacent.ts';
import { extractFacts } from '../facts/extract-facts.ts';
import { findCves } from '../facts/flaws/find-cves.ts';
import type { FlawIndex } from '../facts/flaws/index-flaws.ts';
import { findPhrases, indexPhrases, type PhraseIndex } from '../words/find-phrases.ts';
import { narrowText } from '../words/normalize-text.ts';
import { splitSentences } from '../words/split-sentences.ts';
import { Words } from '../words/words.ts';
import type { ClassifiedEntry } from './classified-entry.ts';
import { compileHypervisors, type Dictionary } from './compile-hypervisors.ts';
import { findMentions } from './find-mentions.ts';
import { isEscape } from './is-escape.ts';
import { leadOf, openingOf } from './opening.ts';
import { isDenied } from './passing-mention.ts';

/** What hypervisors are built on, and what stands around them. */
export interface Surroundings {
  readonly hypervisors: readonly Hypervisor[];
  /** Names of what stands around them: `Veeam`. */
  readonly adjacent?: readonly string[] | undefined;
  /** Open data on flaws. */
  readonly flaws?: FlawIndex;
}

/**
 * What a hypervisor is built on (Xen, KVM, QEMU) is no news of it, except for a flaw there that is
 * critical or exploited: its users must hear of that before the vendor says a word. The same holds
 * for what stands around the hypervisors, which has a section of its own.
 */
export function labelUpstream(
  entries: readonly ClassifiedEntry[],
  { hypervisors, adjacent = [], flaws = new Map() }: Surroundings,
): ClassifiedEntry[] {
  const names: Names = {
    upstream: indexNames(hypervisors.flatMap(upstreamOf)),
    adjacent: indexNames(adjacent.map((word) => ({ word, hypervisor: ADJACENT }))),
    dictionary: compileHypervisors(hypervisors),
  };
  return entries.map((classified) => {
    if (classified.labels.length > 0) return classified;
    const neighbours = findNeighbours(classified, names);
    if (!neighbours || !mayTellOfFlaw(classified)) return classified;
    const facts = graveFacts(classified, flaws);
    return facts ? { ...classified, labels: labelsOf(neighbours, facts) } : classified;
  });
}

interface Named {
  readonly word: string;
  readonly hypervisor: Hypervisor;
}

interface Names {
  readonly upstream: PhraseIndex<Named>;
  readonly adjacent: PhraseIndex<Named>;
  readonly dictionary: Dictionary;
}

function upstreamOf(hypervisor: Hypervisor): Named[] {
  return (hypervisor.upstream ?? []).map((word) => ({ word, hypervisor }));
}

function indexNames(names: readonly Named[]): PhraseIndex<Named> {
  return indexPhrases(names.map((value) => ({ phrase: value.word, value })));
}

/** What neither begins with the number of a flaw nor is about security tells of none. */
function mayTellOfFlaw(classified: ClassifiedEntry): boolean {
  return findCves(openingOf(classified.entry)).length > 0 || classified.topics.includes('security');
}

/** The facts of a flaw that is critical or exploited, by a report or by open data, or lets guests out. */
function graveFacts(classified: ClassifiedEntry, flaws: FlawIndex): StoryFacts | undefined {
  const facts = extractFacts([classified], flaws);
  const isGrave = facts.isExploited || facts.isCritical || isEscape(classified.entry.title);
  return isGrave ? facts : undefined;
}

/** What an entry names of what is around the hypervisors. */
interface Neighbours {
  readonly upstream: readonly Named[];
  readonly adjacent: Named | undefined;
}

function findNeighbours(classified: ClassifiedEntry, names: Names): Neighbours | undefined {
  const opening = openingOf(classified.entry);
  const words = wordsOf(opening);
  const upstream = named(names.upstream, words);
  const isNear = findPhrases(names.adjacent, words).length > 0;
  const [adjacent] = isNear ? named(names.adjacent, wordsOf(subjectOf(classified.entry))) : [];
  if (upstream.length === 0) return adjacent && { upstream, adjacent };
  // A "KVM switch" is no KVM.
  const { cut } = findMentions(names.dictionary, opening);
  return { upstream: upstream.filter(({ hypervisor }) => !cut.has(hypervisor.id)), adjacent };
}

function labelsOf({ upstream, adjacent }: Neighbours, { cves }: StoryFacts): Label[] {
  const labels = upstream.map(({ word, hypervisor: { id, name } }) =>
    label(id, `upstream: a grave flaw in ${word}, which ${name} is built on`),
  );
  if (labels.length > 0) return [...new Map(labels.map((one) => [one.hypervisor, one])).values()];
  // A report on attackers may name what they went for; one on a flaw has its number.
  return adjacent && cves.length > 0
    ? [label(ADJACENT.id, `a grave flaw in ${adjacent.word}`)]
    : [];
}

function label(hypervisor: string, because: string): Label {
  return { hypervisor, score: 1, because, isSideProduct: false };
}

function wordsOf(text: string): Words {
  return new Words(narrowText(text));
}

function named(index: PhraseIndex<Named>, words: Words): Named[] {
  return findPhrases(index, words)
    .filter(({ from, to }) => !isDenied(words, from, to))
    .map(({ value }) => value);
}

/** The title and the first sentence: who is named later may only be hit, too. */
function subjectOf(entry: Entry): string {
  return `${entry.title}\n${splitSentences(leadOf(entry))[0] ?? ''}`;
}
