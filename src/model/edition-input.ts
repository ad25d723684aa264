import type { Edit } from './edit.ts';
import type { Edition, EditionSite } from './edition.ts';
import type { StoredEntry } from './entry.ts';
import type { Hypervisor } from './hypervisor.ts';
import type { KnownFacts } from './known-facts.ts';
import type { Source } from './source.ts';

/** Everything an edition is made from: same input, same edition, on any machine. */
export interface EditionInput {
  /** The instant the edition is issued at. */
  readonly issuedAt: Temporal.Instant;
  readonly period: { readonly from: Temporal.Instant; readonly until: Temporal.Instant };
  readonly naming: 'season' | 'month';
  readonly site: EditionSite;
  readonly hypervisors: readonly Hypervisor[];
  /** Names of what stands around the hypervisors: a grave flaw there is told in a section of its own. */
  readonly adjacent?: readonly string[];
  readonly sources: readonly Source[];
  /** What is news: never issued before. */
  readonly entries: readonly StoredEntry[];
  /**
   * What the store holds from before the period: for the last word on a quiet hypervisor, and for
   * what a source repeats in every entry.
   */
  readonly older?: readonly StoredEntry[];
  readonly health: readonly SourceHealth[];
  /** Editions issued before, newest first. */
  readonly earlier: readonly Edition[];
  /** Open data on flaws and versions, where it is collected. */
  readonly facts?: KnownFacts;
  /** The editor's hand. */
  readonly edits?: readonly Edit[];
}

/** How a source fared at the latest collection. */
interface SourceHealth {
  readonly sourceId: string;
  /** Why it could not be read; absent when it could. */
  readonly failure?: string;
  /** The date of its newest entry, where one is known. */
  readonly lastEntryAt?: Temporal.Instant;
}
