import type { ReplyHeaders } from './reply.ts';

/** What asking for a document came to. No URL in it shows a secret: see Secrets.hide. */
export type FetchOutcome = Fetched | NotModified | FetchFailed;

export interface Fetched {
  readonly kind: 'fetched';
  readonly bytes: Uint8Array;
  readonly headers: ReplyHeaders;
  /** The URL that answered in the end; the configured one as it is written. */
  readonly url: string;
  /** Where permanent redirects alone lead, when that is elsewhere. */
  readonly movedTo?: string;
  /** When it came: later dates in it cannot be meant. */
  readonly fetchedAt: Temporal.Instant;
}

export interface NotModified {
  readonly kind: 'not-modified';
  readonly headers: ReplyHeaders;
  readonly url: string;
  readonly movedTo?: string;
}

export interface FetchFailed {
  readonly kind: 'failed';
  readonly reason: string;
  /** The URL at which it failed. */
  readonly url: string;
  /** Where permanent redirects alone led, when that is elsewhere. */
  readonly movedTo?: string;
  /** No server was reached, for want of a network or a name: no fault of the source. */
  readonly isOffline?: boolean;
  /** Absent when there was no answer. */
  readonly status?: number;
  readonly headers?: ReplyHeaders;
}
