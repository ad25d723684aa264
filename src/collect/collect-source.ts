import { hash } from 'node:crypto';
import type { CollectOutcome } from '../model/collect-outcome.ts';
import type { Source, SourceState } from '../model/source.ts';
import type { CollectContext } from './collect-context.ts';
import { isDue } from './due/is-due.ts';
import type { Fetched, FetchFailed } from './fetch/fetch-outcome.ts';
import { fetchSource } from './fetch/fetch-source.ts';
import { readDocument } from './kinds/read-document.ts';
import { recallState } from './recall-state.ts';
import { settleFailed, settleFetched, settleNotModified } from './settle.ts';

/** Asks one source if it is due, reads what came, and says what is to be remembered. Throws only when interrupted. */
export async function collectSource(
  source: Source,
  state: SourceState | undefined,
  context: CollectContext,
): Promise<CollectOutcome> {
  const known = recallState(source, state);
  if (!context.force && !isDue(known, context.now())) return { kind: 'not-due', state: known };
  const fetched = await fetchSource(source, known, context);
  const { random } = context;
  const moment = { now: context.now(), random };
  switch (fetched.kind) {
    case 'failed':
      return fail(source, known, fetched, moment);
    case 'not-modified':
      return { kind: 'unchanged', state: settleNotModified(known, fetched, moment) };
    case 'fetched':
      return read(source, known, fetched, moment);
  }
}

function read(
  source: Source,
  known: SourceState,
  fetched: Fetched,
  moment: Parameters<typeof settleFetched>[3],
): CollectOutcome {
  const fingerprint = hash('sha256', fetched.bytes);
  if (fingerprint === known.fingerprint) {
    return { kind: 'unchanged', state: settleFetched(known, fetched, {}, moment) };
  }
  const document = readDocument(source, fetched, known.fields ?? []);
  if (document.kind === 'unreadable')
    return fail(source, known, { ...fetched, ...document }, moment);
  const { entries, pace, fields } = document;
  const learned = { ...pace, fingerprint, fields };
  return { kind: 'collected', entries, state: settleFetched(known, fetched, learned, moment) };
}

function fail(
  source: Source,
  known: SourceState,
  failure: Pick<FetchFailed, 'reason' | 'url' | 'headers' | 'status' | 'isOffline'>,
  moment: Parameters<typeof settleFailed>[3],
): CollectOutcome {
  const asked = `[${source.request?.method ?? 'GET'}] ${source.url}`;
  const place = failure.url === source.url ? '' : ` (at ${failure.url})`;
  const reason = `${asked}: ${failure.reason}${place}`;
  return { kind: 'failed', reason, state: settleFailed(known, failure, reason, moment) };
}
