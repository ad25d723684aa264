import type { Hypervisor } from '../../model/hypervisor.ts';
import { findPhrases, indexPhrases, type Phrase, type PhraseIndex } from '../words/find-phrases.ts';
import { Words } from '../words/words.ts';
import { STRONG } from './entry-reading.ts';
import { RIVAL_PLATFORMS, UPSTREAM_PROJECTS } from './other-platforms.ts';

/** What a phrase of the dictionary means where it stands in a text. */
export type Meaning =
  | {
      readonly kind: 'term';
      readonly hypervisor: string;
      readonly term: string;
      readonly weight: number;
    }
  | { readonly kind: 'cut' | 'passing' | 'side'; readonly hypervisor: string }
  | { readonly kind: 'rival' | 'upstream' };

export interface Dictionary {
  readonly phrases: PhraseIndex<Meaning>;
  readonly hypervisors: readonly Hypervisor[];
}

const compiled = new WeakMap<readonly Hypervisor[], Dictionary>();

/** The dictionary of all configured hypervisors, made once for each list. */
export function compileHypervisors(hypervisors: readonly Hypervisor[]): Dictionary {
  const known = compiled.get(hypervisors);
  if (known) return known;
  const own = hypervisors.flatMap(ownPhrases);
  const others = otherPlatforms(hypervisors);
  const dictionary = { phrases: indexPhrases([...own, ...others]), hypervisors };
  compiled.set(hypervisors, dictionary);
  return dictionary;
}

function ownPhrases(hypervisor: Hypervisor): Phrase<Meaning>[] {
  const { id, terms, negativeContexts, incidental = [], sideProducts = [] } = hypervisor;
  const mark = (kind: 'cut' | 'passing' | 'side', phrases: readonly string[]): Phrase<Meaning>[] =>
    phrases.map((phrase) => ({ phrase, value: { kind, hypervisor: id } }));
  return [
    ...terms.map(
      ({ term, weight }): Phrase<Meaning> => ({
        phrase: term,
        value: { kind: 'term', hypervisor: id, term, weight },
      }),
    ),
    ...mark('cut', negativeContexts),
    ...mark('passing', incidental),
    ...mark('side', sideProducts),
  ];
}

function otherPlatforms(hypervisors: readonly Hypervisor[]): Phrase<Meaning>[] {
  const terms = hypervisors.flatMap((hypervisor) =>
    hypervisor.terms
      .filter(({ weight }) => weight >= STRONG)
      .map(({ term }) => ({ phrase: term, value: term })),
  );
  const configured = indexPhrases(terms);
  const isOther = (name: string) => findPhrases(configured, new Words(name)).length === 0;
  return [
    ...RIVAL_PLATFORMS.filter(isOther).map((phrase) => ({
      phrase,
      value: { kind: 'rival' } as const,
    })),
    ...UPSTREAM_PROJECTS.filter(isOther).map((phrase) => ({
      phrase,
      value: { kind: 'upstream' } as const,
    })),
  ];
}
