import type { Entry } from '../../model/entry.ts';
import type { OpenDataKind } from '../../model/open-data.ts';
import type { Source } from '../../model/source.ts';
import type { readFacts } from '../facts/read-facts.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import type { ReadOutcome } from '../kinds/read-outcome.ts';

// What goes between two threads. No Temporal value can (structuredClone throws), so instants go as
// nanoseconds since 1970.

/** One document to read. */
export type ReadingTask =
  | {
      readonly as: 'document';
      readonly source: Source;
      readonly fetched: SentFetched;
      readonly knownFields: readonly string[];
    }
  | {
      readonly as: 'facts';
      readonly kind: OpenDataKind;
      readonly url: string;
      readonly fetched: SentFetched;
    };

/** What was read, by what the document was to be read as. */
export interface ReadingResults {
  readonly document: SentDocument | Unreadable;
  readonly facts: ReturnType<typeof readFacts>;
}

type Read = Extract<ReadOutcome, { kind: 'read' }>;
type Unreadable = Extract<ReadOutcome, { kind: 'unreadable' }>;
type Sent<Value> = Omit<Value, InstantNames> & { readonly [Name in InstantNames]?: bigint };
type InstantNames = 'publishedAt' | 'updatedAt';

type SentFetched = Omit<Fetched, 'fetchedAt'> & { readonly fetchedAt: bigint };
type SentDocument = Omit<Read, 'entries'> & { readonly entries: readonly Sent<Entry>[] };

export function sendFetched(fetched: Fetched): SentFetched {
  return { ...fetched, fetchedAt: fetched.fetchedAt.epochNanoseconds };
}

export function receiveFetched(fetched: SentFetched): Fetched {
  return { ...fetched, fetchedAt: new Temporal.Instant(fetched.fetchedAt) };
}

export function sendDocument(outcome: ReadOutcome): ReadingResults['document'] {
  if (outcome.kind === 'unreadable') return outcome;
  return { ...outcome, entries: outcome.entries.map(sendEntry) };
}

export function receiveDocument(outcome: ReadingResults['document']): ReadOutcome {
  if (outcome.kind === 'unreadable') return outcome;
  return { ...outcome, entries: outcome.entries.map(receiveEntry) };
}

function sendEntry({ publishedAt, updatedAt, ...rest }: Entry): Sent<Entry> {
  return {
    ...rest,
    ...(publishedAt && { publishedAt: publishedAt.epochNanoseconds }),
    ...(updatedAt && { updatedAt: updatedAt.epochNanoseconds }),
  };
}

function receiveEntry({ publishedAt, updatedAt, ...rest }: Sent<Entry>): Entry {
  return {
    ...rest,
    ...(publishedAt !== undefined && { publishedAt: new Temporal.Instant(publishedAt) }),
    ...(updatedAt !== undefined && { updatedAt: new Temporal.Instant(updatedAt) }),
  };
}
