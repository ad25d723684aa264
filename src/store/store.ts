import type { Delivery } from '../model/delivery.ts';
import type { Decision, Edit } from '../model/edit.ts';
import type { Edition } from '../model/edition.ts';
import type { Entry, StoredEntry } from '../model/entry.ts';
import type { FactDocument } from '../model/open-data.ts';
import type { SourceState } from '../model/source.ts';

/**
 * The only state. Every method is one unit of work: it happens whole or not at all, also when the
 * process is killed in it. Every engine passes test/store/store-contract.ts.
 */
export interface Store {
  /** It may not be written to: what would change it, and `alone`, throw a StoreError that says why. */
  readonly isReadOnly: boolean;

  sourceStates(): Promise<ReadonlyMap<string, SourceState>>;

  /** The newest publication of each source that gives dates, by source id. */
  lastEntryAt(): Promise<ReadonlyMap<string, Temporal.Instant>>;

  /** What identifies the stored entries of a source, for telling which of the next ones are new. */
  knownEntries(sourceId: string): Promise<readonly KnownEntry[]>;

  /**
   * Records what came of asking a source: its new state and its entries. A known entry is updated
   * in place and keeps the instant at which it was first collected. What a source sends at its
   * first success is backlog. The state learns when there was something new.
   */
  saveCollected(
    state: SourceState,
    entries: readonly Entry[],
    collectedAt: Temporal.Instant,
  ): Promise<CollectedCount>;

  /** What is known of each document of open data, by the id in its state. */
  factDocuments(): Promise<ReadonlyMap<string, FactDocument>>;

  /** Records what came of asking for one, in place of what was known of it. */
  saveFactDocument(document: FactDocument): Promise<void>;

  /**
   * What no edition has considered yet, without the backlog that was published before `from` or
   * that has no date.
   */
  newsSince(from: Temporal.Instant): Promise<readonly StoredEntry[]>;

  /** Everything published in a window (collected, for what has no date), considered or not. */
  entriesBetween(from: Temporal.Instant, until: Temporal.Instant): Promise<readonly StoredEntry[]>;

  /** Issued editions, newest first. */
  editions(): Promise<readonly Edition[]>;

  /**
   * Issues an edition: gives it its number, closes the entries that it considered, queues one
   * delivery for each recipient and, when it has an intro, uses up the editor's. Fails when another
   * edition was issued since it was composed, or when one of the entries is closed already.
   */
  issueEdition(
    edition: Edition,
    considered: readonly string[],
    recipients: readonly string[],
  ): Promise<Edition>;

  /** Deliveries of all editions, in the order in which they were queued. */
  deliveries(): Promise<readonly Delivery[]>;

  /** Records the new state of a delivery that is already queued. */
  saveDelivery(delivery: Delivery): Promise<void>;

  /**
   * What the editor decided, in the order in which it was saved: all that is about an entry, and the
   * intros that no issued edition has used up.
   */
  edits(): Promise<readonly Edit[]>;

  /**
   * Records what the editor decided, under an id that no other edit had before (`e1`, `e2`). Fails
   * when it is about an entry that is not stored.
   */
  saveEdit(decision: Decision, madeAt: Temporal.Instant): Promise<Edit>;

  /** Takes an edit back; false when `edits` has none of this id. */
  removeEdit(id: string): Promise<boolean>;

  /**
   * Does `work` while no other process does any on this store. Waits for the other one to end,
   * telling `onWait` once; throws a StoreError when that takes longer than ten minutes. A killed
   * process holds nothing.
   */
  alone<Result>(work: () => Promise<Result>, onWait: () => void): Promise<Result>;

  close(): Promise<void>;
}

/** An entry without its text. */
export interface KnownEntry extends Pick<Entry, 'id' | 'feedId' | 'url' | 'title' | 'publishedAt'> {
  /** SHA-256 of its text, in hexadecimal; absent when it has none. */
  readonly textHash?: string;
}

export interface CollectedCount {
  readonly added: number;
  readonly updated: number;
}
