import { Gate } from './gate.ts';

/** Large bodies are held few at once, so that many of them together do not fill the memory. */
const LARGE_BODIES = 2;

/** Bounds how many requests run at once, on each host and in all, and how many large bodies. */
export class RequestSlots {
  readonly largeBodies = new Gate(LARGE_BODIES);
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

  #gateOf(host: string): Gate {
    const known = this.#hosts.get(host);
    if (known) return known;
    const gate = new Gate(this.#perHost);
    this.#hosts.set(host, gate);
    return gate;
  }
}
