import type { AskedFacts } from './collect/facts/collect-facts.ts';
import { isLongGone, type SourceFailure } from './collect-tally.ts';

/** What asking for open data came to. */
export interface FactsReport {
  /** How many are configured. */
  readonly lists: number;
  /** Documents asked for: a list may have several, and some were not due. */
  readonly asked: number;
  readonly unchanged: number;
  readonly failed: readonly SourceFailure[];
}

/** Counts documents as they come in, in whatever order. */
export class FactsTally {
  readonly #lists: number;
  #asked = 0;
  #unchanged = 0;
  readonly #failed: SourceFailure[] = [];

  constructor(lists: number) {
    this.#lists = lists;
  }

  add({ kind, name, document }: AskedFacts): void {
    const { sourceId: id, lastFailure: reason } = document.state;
    if (kind !== 'not-due') this.#asked += 1;
    if (kind === 'unchanged') this.#unchanged += 1;
    if (reason !== undefined && !isLongGone({ kind, state: document.state }))
      this.#failed.push({ id, name, reason, wasEarlier: kind === 'not-due' });
  }

  report(): FactsReport {
    return {
      lists: this.#lists,
      asked: this.#asked,
      unchanged: this.#unchanged,
      failed: this.#failed.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    };
  }
}
