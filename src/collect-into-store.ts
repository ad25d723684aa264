import type { App } from './app.ts';
import { collectSources } from './collect/collect-sources.ts';
import { type AskedFacts, collectFacts } from './collect/facts/collect-facts.ts';
import { matchEntries } from './collect/normalize/match-entries.ts';
import { type CollectReport, CollectTally } from './collect-tally.ts';
import { type FactsReport, FactsTally } from './facts-tally.ts';
import type { CollectOutcome } from './model/collect-outcome.ts';
import type { Entry } from './model/entry.ts';
import type { Source, SourceState } from './model/source.ts';

/**
 * Asks every source that is due, then for the open data that is, and stores what they have; one that
 * fails stops no other.
 */
export async function collect(app: App, options: CollectOptions = {}): Promise<Collected> {
  const { sources } = app.config;
  const states = await app.store.sourceStates();
  const tally = new CollectTally(sources.length);
  const save = async (source: Source, outcome: CollectOutcome) => {
    const entries = outcome.kind === 'collected' ? await recognize(app, outcome.entries) : [];
    const count =
      outcome.kind === 'not-due'
        ? { added: 0, updated: 0 }
        : await app.store.saveCollected(outcome.state, entries, app.now());
    tally.add(source, outcome, count);
    options.onProgress?.(tally);
  };
  for (const { force, items } of parted(sources, ({ id }) => states.get(id), options))
    await collectSources(items, states, { ...app.collecting, force }, save);
  return { ...tally.report(), facts: await collectOpenData(app, options) };
}

export interface Collected extends CollectReport {
  readonly facts: FactsReport;
}

/** After the sources, since together they would ask a host more than twice at once. */
async function collectOpenData(app: App, options: CollectOptions): Promise<FactsReport> {
  const { facts } = app.config;
  const documents = await app.store.factDocuments();
  const tally = new FactsTally(facts.length);
  const save = async (asked: AskedFacts) => {
    if (asked.kind !== 'not-due') await app.store.saveFactDocument(asked.document);
    tally.add(asked);
  };
  for (const { force, items } of parted(facts, ({ id }) => documents.get(id)?.state, options))
    await collectFacts(items, documents, { ...app.collecting, force }, save);
  return tally.report();
}

/** What is to be asked by force, and what only when it is due: it was asked since the run was called for. */
function parted<Item>(
  items: readonly Item[],
  stateOf: (item: Item) => SourceState | undefined,
  { force = false, calledAt }: CollectOptions,
): readonly { readonly force: boolean; readonly items: readonly Item[] }[] {
  const wasAsked = (item: Item) => {
    const { lastAttemptAt } = stateOf(item) ?? {};
    if (calledAt === undefined || lastAttemptAt === undefined) return false;
    return Temporal.Instant.compare(lastAttemptAt, calledAt) >= 0;
  };
  return [
    { force: false, items: items.filter(wasAsked) },
    { force, items: items.filter((item) => !wasAsked(item)) },
  ];
}

/** Gives entries that are stored already the id under which they are. */
async function recognize(app: App, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const [first] = entries;
  if (first === undefined) return [];
  return matchEntries(entries, await app.store.knownEntries(first.sourceId));
}

export interface CollectOptions {
  /** Asks sources that are not due, too. */
  readonly force?: boolean;
  /** When the operator called for this, if another run had to be waited for. */
  readonly calledAt?: Temporal.Instant;
  readonly onProgress?: (tally: CollectTally) => void;
}
