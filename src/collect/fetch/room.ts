import type { Gate } from './gate.ts';

/** From here on a document counts as large. */
const LARGE_BYTES = 500_000;

/** How many documents may be held at once, and how many large ones. */
export interface RoomGates {
  readonly documents: Gate;
  readonly largeDocuments: Gate;
}

/**
 * The room that the document of one source takes up, until it is stored. Documents that are complete
 * wait for those before them to be read, and large ones come one after the other, so that many of
 * them together do not fill the memory.
 */
export class Room {
  readonly #gates: RoomGates;
  readonly #leave = new Map<Gate, () => void>();

  constructor(gates: RoomGates) {
    this.#gates = gates;
  }

  /** Has a document that turns out to be large wait for its turn; undefined where it need not wait. */
  grow(length: number): Promise<void> | undefined {
    return length > LARGE_BYTES ? this.#enter(this.#gates.largeDocuments) : undefined;
  }

  /** Has a complete document wait until there is room for it. */
  complete(): Promise<void> | undefined {
    return this.#enter(this.#gates.documents);
  }

  /** Lets the next ones in, once nothing of this document is used any more. */
  leave(): void {
    for (const leave of this.#leave.values()) leave();
    this.#leave.clear();
  }

  #enter(gate: Gate): Promise<void> | undefined {
    if (this.#leave.has(gate)) return undefined;
    return gate.enter().then((leave) => {
      this.#leave.set(gate, leave);
    });
  }
}
