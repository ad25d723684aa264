import type { App } from '../app.ts';
import { isDue, putOffUntil } from '../collect/due/is-due.ts';
import { recallState } from '../collect/recall-state.ts';
import type { Source, SourceState } from '../model/source.ts';
import type { Standing } from './standings-table.ts';

/** How a source has been doing, and when it is asked again. */
export interface SourceStanding
  extends Standing,
    Pick<Source, 'name' | 'url' | 'kind'>,
    Pick<SourceState, 'lastNewEntryAt'> {
  /** The date of its newest entry, for stores from before `lastNewEntryAt` was noted. */
  readonly newestEntryAt?: Temporal.Instant;
}

export interface StandingsReport {
  /** In the configured order. */
  readonly sources: readonly SourceStanding[];
  /** Ids that the store knows and the configuration does not, or not any more. */
  readonly unconfigured: readonly string[];
}

/** What the store knows of the sources. */
export async function readStandings({ config, store, now }: App): Promise<StandingsReport> {
  const states = await store.sourceStates();
  const newestAt = await store.lastEntryAt();
  const sources = config.sources.map((source) => {
    const state = recallState(source, states.get(source.id));
    return { ...toStanding(source, state, now()), newestEntryAt: newestAt.get(source.id) };
  });
  const configured = new Set(config.sources.map(({ id }) => id));
  return { sources, unconfigured: [...states.keys()].filter((id) => !configured.has(id)) };
}

function toStanding(
  { id, name, url, kind }: Source,
  state: SourceState,
  now: Temporal.Instant,
): SourceStanding {
  const { lastAttemptAt, lastSuccessAt, lastNewEntryAt } = state;
  const { failuresInARow, lastFailure, movedTo, isGone = false } = state;
  const { dueAt, dueWhy } = putOffUntil(state, now) ?? state;
  const past = { lastAttemptAt, lastSuccessAt, lastNewEntryAt, failuresInARow, lastFailure };
  const next = { isDue: isDue(state, now), dueAt, dueWhy, isGone, movedTo };
  return { id, name, url, kind, ...past, ...next };
}
