import type { Address } from '../words/is-under-site.ts';
import type { Mentions } from './find-mentions.ts';

/** What every part of an entry says, read by the dictionary. */
export interface EntryReading {
  readonly title: Mentions;
  readonly lead: Mentions;
  /** The gravest flaws further down a report on all of a vendor's patch day. */
  readonly flaws: Mentions;
  readonly body: Mentions;
  readonly tags: Mentions;
  readonly address: Mentions;
  readonly sourceName: Mentions;
  /** True when the title weighs what it names against each other, so that it is about all of it. */
  readonly isWeighing: boolean;
  /** True when the title tells of a flaw in another maker's product. */
  readonly hasForeignFlaw: boolean;
  readonly publishedAt: Address | undefined;
  /** The hypervisor that the source is dedicated to, by its configuration. */
  readonly dedicatedTo: string | undefined;
}

export type Part = 'title' | 'lead' | 'flaws' | 'body' | 'tags' | 'address' | 'sourceName';

/** A term of this weight names a hypervisor; lighter ones only support it. */
export const NAMING = 0.9;
/** A term of this weight names it and nothing else. */
export const STRONG = 1.4;
