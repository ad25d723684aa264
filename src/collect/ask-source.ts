import { hash } from 'node:crypto';
import type { Source, SourceState } from '../model/source.ts';
import type { CollectContext } from './collect-context.ts';
import { isDue } from './due/is-due.ts';
import type { Pace } from './due/pace.ts';
import type { Fetched, FetchFailed } from './fetch/fetch-outcome.ts';
import { fetchSource } from './fetch/fetch-source.ts';
import { recallState } from './recall-state.ts';
import { type Moment, settleFailed, settleFetched, settleNotModified } from './settle.ts';
import { tellFailure } from './tell-failure.ts';

/** What asking for a document came to, and what is to be remembered of it. */
type AskOutcome<Document> =
  | { readonly kind: 'read'; readonly state: SourceState; readonly document: Document }
  | { readonly kind: 'unchanged'; readonly state: SourceState }
  | { readonly kind: 'failed'; readonly state: SourceState; readonly reason: string }
  | { readonly kind: 'not-due'; readonly state: SourceState };

/** Reads what was fetched, given the fields that every item had before. No document makes it throw. */
type DocumentReader<Document extends ReadDocument> = (
  fetched: Fetched,
  knownFields: readonly string[],
) => Promise<Document | { readonly kind: 'unreadable'; readonly reason: string }>;

interface ReadDocument {
  readonly kind: 'read';
  readonly pace: Pace;
  readonly fields?: readonly string[];
}

/** Asks for a document if it is due, conditionally, and reads it if it changed. Throws only when interrupted. */
export async function askSource<Document extends ReadDocument>(
  source: Source,
  state: SourceState | undefined,
  context: CollectContext,
  read: DocumentReader<Document>,
): Promise<AskOutcome<Document>> {
  const known = recallState(source, state);
  if (!context.force && !isDue(known, context.now())) return { kind: 'not-due', state: known };
  const fetched = await fetchSource(source, known, context);
  const moment = { now: context.now(), random: context.random };
  switch (fetched.kind) {
    case 'failed':
      return fail(source, known, fetched, moment);
    case 'not-modified':
      return { kind: 'unchanged', state: settleNotModified(known, fetched, moment) };
    case 'fetched':
      return readFetched(source, known, fetched, moment, read);
  }
}

async function readFetched<Document extends ReadDocument>(
  source: Source,
  known: SourceState,
  fetched: Fetched,
  moment: Moment,
  read: DocumentReader<Document>,
): Promise<AskOutcome<Document>> {
  const fingerprint = hash('sha256', fetched.bytes);
  if (fingerprint === known.fingerprint) {
    return { kind: 'unchanged', state: settleFetched(known, fetched, {}, moment) };
  }
  const document = await read(fetched, known.fields ?? []);
  if (document.kind === 'unreadable')
    return fail(source, known, { ...fetched, ...document }, moment);
  const { pace, fields } = document;
  const learned = { ...pace, fingerprint, fields };
  return { kind: 'read', document, state: settleFetched(known, fetched, learned, moment) };
}

function fail(
  source: Source,
  known: SourceState,
  failure: Pick<FetchFailed, 'reason' | 'url' | 'headers' | 'status' | 'isOffline'>,
  moment: Moment,
): { kind: 'failed'; state: SourceState; reason: string } {
  const reason = tellFailure(source, failure.reason, failure.url);
  return { kind: 'failed', reason, state: settleFailed(known, failure, reason, moment) };
}
