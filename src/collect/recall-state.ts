import { hash } from 'node:crypto';
import type { Source, SourceState } from '../model/source.ts';

/**
 * What is known of a source. Validators and due times that were learned under another URL, or with
 * other settings, would hide what the change brings, so they are forgotten.
 */
export function recallState(source: Source, state: SourceState | undefined): SourceState {
  const identity = { sourceId: source.id, url: source.url, settings: settingsOf(source) };
  if (!state) return { ...identity, failuresInARow: 0 };
  if (state.url === identity.url && state.settings === identity.settings) return state;
  const { firstCollectedAt, lastAttemptAt, lastSuccessAt, lastNewEntryAt } = state;
  const kept = { firstCollectedAt, lastAttemptAt, lastSuccessAt, lastNewEntryAt };
  return { ...identity, ...kept, failuresInARow: 0 };
}

function settingsOf({ kind, request, includesPreReleases, json, page }: Source): string {
  return hash('sha256', JSON.stringify([kind, request, includesPreReleases, json, page]));
}
