/**
 * What a feed document says, whatever its format: URLs absolute where a base is known, HTML still
 * unsafe. Dates bear the names that feeds give them.
 */
export interface ParsedFeed {
  readonly title?: string;
  /** The page that the feed belongs to. */
  readonly link?: string;
  readonly updated?: Temporal.Instant;
  readonly description?: string;
  /** In the order of the document. */
  readonly entries: readonly ParsedEntry[];
  readonly polling: PollingHints;
}

export interface ParsedEntry {
  /** What the feed calls its id: guid, atom:id, rdf:about. */
  readonly id?: string;
  /** HTML. */
  readonly title?: string;
  readonly link?: string;
  readonly published?: Temporal.Instant;
  readonly updated?: Temporal.Instant;
  /** HTML. */
  readonly summary?: string;
  /** HTML. */
  readonly content?: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
}

/** What a feed asks of those who poll it. */
export interface PollingHints {
  /** RSS `ttl`, in minutes. */
  readonly ttl?: number;
  /** Hours of the day in UTC, 0 to 23. */
  readonly skipHours: readonly number[];
  /** English day names as in RSS: `Monday`. */
  readonly skipDays: readonly string[];
  readonly updatePeriod?: UpdatePeriod;
  /** Updates in each period; 1 when the feed does not say. */
  readonly updateFrequency?: number;
}

export type UpdatePeriod = 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly';

/** What reading one document came to; no input makes it throw. */
export type ParseOutcome =
  | { readonly kind: 'parsed'; readonly feed: ParsedFeed }
  | { readonly kind: 'unreadable'; readonly reason: string };
