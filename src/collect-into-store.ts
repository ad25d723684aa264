import type { App } from './app.ts';
import { collectSources } from './collect/collect-sources.ts';
import { collectFacts } from './collect/facts/collect-facts.ts';
import { matchEntries } from './collect/normalize/match-entries.ts';
import { type CollectReport, CollectTally } from './collect-tally.ts';
import { type FactsReport, FactsTally } from './facts-tally.ts';
import type { Entry } from './model/entry.ts';

/**
 * Asks every source that is due, then for the open data that is, and stores what they have; one that
 * fails stops no other.
 */
export async function collect(app: App, options: CollectOptions = {}): Promise<Collected> {
  const { sources } = app.config;
  const states = await app.store.sourceStates();
  const tally = new CollectTally(sources.length);
  const context = { ...app.collecting, force: options.force ?? false };
  await collectSources(sources, states, context, async (source, outcome) => {
    const entries = outcome.kind === 'collected' ? await recognize(app, outcome.entries) : [];
    const count =
      outcome.kind === 'not-due'
        ? { added: 0, updated: 0 }
        : await app.store.saveCollected(outcome.state, entries, app.now());
    tally.add(source, outcome, count);
    options.onProgress?.(tally);
  });
  return { ...tally.report(), facts: await collectOpenData(app, context) };
}

export interface Collected extends CollectReport {
  readonly facts: FactsReport;
}

/** After the sources, since together they would ask a host more than twice at once. */
async function collectOpenData(app: App, context: App['collecting']): Promise<FactsReport> {
  const { facts } = app.config;
  const tally = new FactsTally(facts.length);
  await collectFacts(facts, await app.store.factDocuments(), context, async (asked) => {
    if (asked.kind !== 'not-due') await app.store.saveFactDocument(asked.document);
    tally.add(asked);
  });
  return tally.report();
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
  readonly onProgress?: (tally: CollectTally) => void;
}
