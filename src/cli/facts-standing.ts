import type { App } from '../app.ts';
import { isDue, putOffUntil } from '../collect/due/is-due.ts';
import { assembleFacts } from '../collect/facts/assemble-facts.ts';
import { sourceOfFacts, sourceOfPart } from '../collect/facts/fact-source.ts';
import { recallState } from '../collect/recall-state.ts';
import type { FactDocument, OpenData } from '../model/open-data.ts';
import type { Source, SourceState } from '../model/source.ts';
import type { Standing } from './standings-table.ts';

/** How a list of open data has been doing, and when it is asked again. */
export interface FactsStanding
  extends Standing,
    Pick<OpenData, 'name' | 'kind' | 'url' | 'hypervisor' | 'product'> {
  /** When the oldest of what it holds was read: so old are its facts. Absent when nothing was. */
  readonly factsFrom?: Temporal.Instant;
  /** How many flaws or versions it holds. */
  readonly facts: number;
  /** Documents of the list that could not be read the last time, and why. */
  readonly failedParts: readonly { readonly id: string; readonly reason: string }[];
}

/** What the store knows of the open data, in the configured order. */
export async function readFactsStandings({ config, store, now }: App): Promise<FactsStanding[]> {
  const documents = await store.factDocuments();
  return config.facts.map((list) => toStanding(list, documents, now()));
}

function toStanding(
  list: OpenData,
  documents: ReadonlyMap<string, FactDocument>,
  now: Temporal.Instant,
): FactsStanding {
  const state = stateOf(sourceOfFacts(list), documents);
  const known = assembleFacts([list], documents);
  const [held] = [...(known?.flaws ?? []), ...(known?.cycles ?? [])];
  const { id, name, kind, url, hypervisor, product } = list;
  const { lastAttemptAt, lastSuccessAt, failuresInARow, lastFailure } = state;
  const { movedTo, isGone = false } = state;
  const { dueAt, dueWhy } = putOffUntil(state, now) ?? state;
  const past = { lastAttemptAt, lastSuccessAt, failuresInARow, lastFailure };
  const next = { isDue: isDue(state, now), dueAt, dueWhy, isGone, movedTo };
  const facts = { factsFrom: held?.fetchedAt, facts: held?.facts.length ?? 0 };
  const failedParts = partsThatFailed(list, documents);
  return { id, name, kind, url, hypervisor, product, ...past, ...facts, ...next, failedParts };
}

function partsThatFailed(
  list: OpenData,
  documents: ReadonlyMap<string, FactDocument>,
): FactsStanding['failedParts'] {
  const parts = documents.get(list.id)?.content?.parts ?? [];
  return parts.flatMap((part) => {
    const { lastFailure } = stateOf(sourceOfPart(list, part), documents);
    return lastFailure === undefined ? [] : [{ id: part.id, reason: lastFailure }];
  });
}

function stateOf(source: Source, documents: ReadonlyMap<string, FactDocument>): SourceState {
  return recallState(source, documents.get(source.id)?.state);
}
