import { Gate } from './gate.ts';
import { Room } from './room.ts';

/** Complete documents that wait to be read and stored: enough that reading never waits for the network. */
const DOCUMENTS = 16;

/** Bounds how many requests run at once, on each host (its ports together) and in all, and how many documents are held. */
export class RequestSlots {
  /** The origins that have answered, so that connections to them may have been kept. */
  readonly answered = new Set<string>();
  /** Large ones: one, since with its text and its entries it takes up several times as much. */
  readonly #rooms = { documents: new Gate(DOCUMENTS), largeDocuments: new Gate(1) };
  readonly #perHost: number;
  readonly #total: Gate;
  readonly #hosts = new Map<string, Gate>();

  constructor(perHost: number, total: number) {
    this.#perHost = perHost;
    this.#total = new Gate(total);
  }

  /** Host first, then the total: a place in the total is for working, not for waiting for a busy host. */
  run<T>(host: string, work: () => Promise<T>): Promise<T> {
    return this.#gateOf(host).run(() => this.#total.run(work));
  }

  /** For the document of one source. */
  makeRoom(): Room {
    return new Room(this.#rooms);
  }

  #gateOf(host: string): Gate {
    const known = this.#hosts.get(host);
    if (known) return known;
    const gate = new Gate(this.#perHost);
    this.#hosts.set(host, gate);
    return gate;
  }
}
