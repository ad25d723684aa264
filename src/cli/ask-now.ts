import type { CollectContext } from '../collect/collect-context.ts';
import { leftAloneUntil } from '../collect/due/is-due.ts';
import type { FetchOutcome } from '../collect/fetch/fetch-outcome.ts';
import { fetchSource } from '../collect/fetch/fetch-source.ts';
import { recallState } from '../collect/recall-state.ts';
import type { Source, SourceState } from '../model/source.ts';
import { openStoreIfAny } from '../store/open-store.ts';

/** What is remembered, by the ids of sources and of lists of open data. */
export interface Memory {
  readonly sources: ReadonlyMap<string, SourceState>;
  readonly lists: ReadonlyMap<string, SourceState>;
}

/** Not asked, since its server wants to be left alone. */
export interface Waiting {
  readonly kind: 'waiting';
  readonly until: Temporal.Instant;
}

/** What a store remembers; nothing when there is no such store yet. */
export async function recallAll(storeUrl: string): Promise<Memory> {
  const store = openStoreIfAny(storeUrl);
  if (store === undefined) return { sources: new Map(), lists: new Map() };
  try {
    const documents = [...(await store.factDocuments())];
    const lists = new Map(documents.map(([id, { state }]) => [id, state]));
    return { sources: await store.sourceStates(), lists };
  } finally {
    await store.close();
  }
}

/**
 * Asks for a source though it may not be due, conditionally where it answered before, and remembers
 * nothing. Only what its server asked for with Retry-After is waited for.
 */
export async function askNow(
  source: Source,
  state: SourceState | undefined,
  context: CollectContext,
): Promise<FetchOutcome | Waiting> {
  const known = recallState(source, state);
  const until = leftAloneUntil(known, context.now());
  if (until !== undefined) return { kind: 'waiting', until };
  // From its configured place, so that a move is seen.
  return fetchSource(source, { ...known, movedTo: undefined }, context);
}
