import type { Dispatcher } from 'undici';
import type { RequestSlots } from './fetch/request-slots.ts';
import type { Room } from './fetch/room.ts';
import type { Reader } from './reading/reader.ts';

/** What collecting needs from outside: the network, the clock, chance, and how far it may go. */
export interface CollectContext {
  readonly dispatcher: Dispatcher;
  readonly reader: Reader;
  readonly now: () => Temporal.Instant;
  /** Names program, version and a contact URL. */
  readonly userAgent: string;
  /** From 0 to 1, as Math.random, for jitter. */
  readonly random: () => number;
  /** Asks sources that are not due, too. */
  readonly force?: boolean;
  /** Where `${NAME}` in the settings of a source is looked up. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly limits?: Partial<CollectLimits>;
  /** Stops asking when aborted; what was saved stays. */
  readonly signal?: AbortSignal;
  /** Shared by sources that are collected together. */
  readonly slots?: RequestSlots;
  /** For the document of this source; whoever gives it leaves it when the document is done with. */
  readonly room?: Room;
}

export interface CollectLimits {
  /** For one source, all redirects included, waiting for a free slot excluded. */
  readonly deadlineMs: number;
  /** Of a body, after decompression. */
  readonly maxBytes: number;
  readonly requestsAtOnce: number;
  readonly requestsPerHost: number;
}

export const DEFAULT_LIMITS: CollectLimits = {
  deadlineMs: 30_000,
  maxBytes: 5_000_000,
  requestsAtOnce: 64,
  requestsPerHost: 2,
};
