/** One item of a source, normalized: what every later stage reads. */
export interface Entry {
  /** Stable across fetches, unique in the store. */
  readonly id: string;
  readonly sourceId: string;
  /** What the source itself calls it (guid, atom:id), as a witness in telling it again: it may change. */
  readonly feedId?: string;
  /** Absolute http(s) URL without tracking parameters; absent when the source gave none that is safe. */
  readonly url?: string;
  /** Plain text, one line, never empty. */
  readonly title: string;
  /** Plain text of the whole body, or of the summary where there is no body. */
  readonly text: string;
  readonly categories: readonly string[];
  readonly authors: readonly string[];
  readonly publishedAt?: Temporal.Instant;
  readonly updatedAt?: Temporal.Instant;
}

/** An entry as the store gives it back. */
export interface StoredEntry extends Entry {
  /** When it was first collected. Decides, with `isBacklog`, whether it is news. */
  readonly collectedAt: Temporal.Instant;
  /** True when its source already held it at the first collection. */
  readonly isBacklog: boolean;
}
