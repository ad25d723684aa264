import type { App } from '../app.ts';
import { isDue } from '../collect/due/is-due.ts';
import { recallState } from '../collect/recall-state.ts';
import type { Source, SourceState } from '../model/source.ts';
import { newestOf } from './newest-of.ts';

/** How a source has been doing, and when it is asked again. */
export interface SourceHealth
  extends Pick<Source, 'id' | 'name' | 'url' | 'kind'>,
    Pick<
      SourceState,
      | 'lastAttemptAt'
      | 'lastSuccessAt'
      | 'lastNewEntryAt'
      | 'failuresInARow'
      | 'lastFailure'
      | 'dueAt'
      | 'dueWhy'
      | 'movedTo'
    > {
  readonly isDue: boolean;
  /** It answered 410 Gone and is not asked again. */
  readonly isGone: boolean;
}

export interface HealthReport {
  /** In the configured order. */
  readonly sources: readonly SourceHealth[];
  /** Ids that the store knows and the configuration does not, or not any more. */
  readonly unconfigured: readonly string[];
}

/** What the store knows of the sources. */
export async function readHealth({ config, store, now }: App): Promise<HealthReport> {
  const states = await store.sourceStates();
  const sources: SourceHealth[] = [];
  for (const source of config.sources) {
    const state = recallState(source, states.get(source.id));
    const lastNewEntryAt = state.lastNewEntryAt ?? (await newestCollected(store, source.id));
    sources.push(toHealth(source, { ...state, lastNewEntryAt }, now()));
  }
  const configured = new Set(config.sources.map(({ id }) => id));
  return { sources, unconfigured: [...states.keys()].filter((id) => !configured.has(id)) };
}

function toHealth(
  { id, name, url, kind }: Source,
  state: SourceState,
  now: Temporal.Instant,
): SourceHealth {
  const { lastAttemptAt, lastSuccessAt, lastNewEntryAt } = state;
  const { failuresInARow, lastFailure, dueAt, dueWhy, movedTo, isGone = false } = state;
  const past = { lastAttemptAt, lastSuccessAt, lastNewEntryAt, failuresInARow, lastFailure };
  const next = { isDue: isDue(state, now), dueAt, dueWhy, isGone, movedTo };
  return { id, name, url, kind, ...past, ...next };
}

/** When the store first saw the entry of a source that came last. */
async function newestCollected(
  store: App['store'],
  sourceId: string,
): Promise<Temporal.Instant | undefined> {
  const entries = await store.entriesOf(sourceId);
  return newestOf(entries.map(({ collectedAt }) => collectedAt));
}
