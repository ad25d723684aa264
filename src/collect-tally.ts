import type { CollectOutcome } from './model/collect-outcome.ts';
import type { Source, SourceState } from './model/source.ts';
import type { CollectedCount } from './store/store.ts';

/** What one collection came to. */
export interface CollectReport {
  readonly sources: number;
  /** Asked at all: the others were not due. */
  readonly asked: number;
  readonly unchanged: number;
  readonly added: number;
  readonly updated: number;
  /** Not asked any more, since they answered 410 in an earlier run, which reported it. */
  readonly gone: number;
  /** In the configured order. */
  readonly failed: readonly SourceFailure[];
}

export interface SourceFailure {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  /** True when it was not asked now, because it failed a short while ago. */
  readonly wasEarlier: boolean;
}

/** Counts outcomes as they come in, in whatever order. */
export class CollectTally {
  readonly total: number;
  #done = 0;
  #notDue = 0;
  #unchanged = 0;
  #added = 0;
  #updated = 0;
  #gone = 0;
  readonly #failed: SourceFailure[] = [];

  constructor(total: number) {
    this.total = total;
  }

  get done(): number {
    return this.#done;
  }

  get failures(): number {
    return this.#failed.length;
  }

  add(source: Source, outcome: CollectOutcome, count: CollectedCount): void {
    this.#done += 1;
    this.#added += count.added;
    this.#updated += count.updated;
    if (outcome.kind === 'not-due') this.#notDue += 1;
    if (outcome.kind === 'unchanged') this.#unchanged += 1;
    if (isLongGone(outcome)) {
      this.#gone += 1;
      return;
    }
    const reason = outcome.kind === 'failed' ? outcome.reason : outcome.state.lastFailure;
    if (reason === undefined) return;
    const wasEarlier = outcome.kind === 'not-due';
    this.#failed.push({ id: source.id, name: source.name, reason, wasEarlier });
  }

  report(): CollectReport {
    return {
      sources: this.total,
      asked: this.#done - this.#notDue,
      unchanged: this.#unchanged,
      added: this.#added,
      updated: this.#updated,
      gone: this.#gone,
      failed: this.#failed.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    };
  }
}

/** No source at all can be read: the trouble is most likely here, not there. */
export function isUnreachable({ sources, gone, failed }: CollectReport): boolean {
  return failed.length + gone === sources;
}

/** Told to be gone once, when it was: nothing can be done by asking again. */
export function isLongGone({ kind, state }: { kind: string; state: SourceState }): boolean {
  return kind === 'not-due' && state.isGone === true;
}
