import type { Gate } from './gate.ts';
import { UnreadableBodyError } from './unreadable-body-error.ts';

/** From here on a document counts as large. */
const LARGE_BYTES = 500_000;
/** What a large document that others wait for has to bring, and in what time. */
const LEAST_BYTES = 30_000;
const PACE_MS = 3000;

/** How many documents may be held at once, and how many large ones. */
export interface RoomGates {
  readonly documents: Gate;
  readonly largeDocuments: Gate;
}

/**
 * The room that the document of one source takes up, until it is stored. Documents that are complete
 * wait for those before them to be read, and large ones come one after the other, so that many of
 * them together do not fill the memory. One that hardly comes is given up when others wait for it.
 */
export class Room {
  readonly #gates: RoomGates;
  readonly #leave = new Map<Gate, () => void>();
  readonly #tooSlow = new AbortController();
  #pace: NodeJS.Timeout | undefined;
  /** How much had come when its time began anew. */
  #marked = 0;

  constructor(gates: RoomGates) {
    this.#gates = gates;
  }

  /** Aborted when the document comes too slowly for those that wait. */
  get signal(): AbortSignal {
    return this.#tooSlow.signal;
  }

  /** Has a document that turns out to be large wait for its turn; undefined where it need not wait. */
  grow(length: number): Promise<void> | undefined {
    if (length - this.#marked >= LEAST_BYTES) {
      this.#marked = length;
      this.#pace?.refresh();
    }
    if (length <= LARGE_BYTES) return undefined;
    return this.#enter(this.#gates.largeDocuments)?.then(() => this.#watch());
  }

  /** Has a complete document wait until there is room for it. */
  complete(): Promise<void> | undefined {
    clearTimeout(this.#pace);
    return this.#enter(this.#gates.documents);
  }

  /** Lets the next ones in, once nothing of this document is used any more. */
  leave(): void {
    clearTimeout(this.#pace);
    for (const leave of this.#leave.values()) leave();
    this.#leave.clear();
  }

  #enter(gate: Gate): Promise<void> | undefined {
    if (this.#leave.has(gate)) return undefined;
    return gate.enter().then((leave) => {
      this.#leave.set(gate, leave);
    });
  }

  #watch(): void {
    this.#pace = setTimeout(() => {
      if (this.#gates.largeDocuments.isAwaited) this.#tooSlow.abort(tooSlow());
      else this.#pace?.refresh();
    }, PACE_MS);
  }
}

function tooSlow(): UnreadableBodyError {
  const pace = `${LEAST_BYTES / 1000} KB in ${PACE_MS / 1000} s`;
  return new UnreadableBodyError(`a large body that brings less than ${pace} while others wait`);
}
