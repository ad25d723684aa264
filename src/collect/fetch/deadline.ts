/** A span of time for several steps of one piece of work; time between the steps does not count. */
export class Deadline {
  readonly #ms: number;
  #leftMs: number;
  #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #startedAt = 0;

  constructor(ms: number) {
    this.#ms = ms;
    this.#leftMs = ms;
  }

  /** Runs one step; its signal is aborted when the whole time is used up, or with the outer signal. */
  async run<T>(step: (signal: AbortSignal) => Promise<T>, outer?: AbortSignal): Promise<T> {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    this.#start();
    try {
      return await step(outer ? AbortSignal.any([signal, outer]) : signal);
    } finally {
      this.#stop();
    }
  }

  /** Within a step: waits for something of our own, for which the other side is not to blame. */
  async pause(wait: () => Promise<void>): Promise<void> {
    this.#stop();
    try {
      await wait();
    } finally {
      this.#start();
    }
  }

  #start(): void {
    const expire = () => this.#controller.abort(new DeadlineError(this.#ms));
    this.#startedAt = performance.now();
    this.#timer = setTimeout(expire, Math.max(this.#leftMs, 0));
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#leftMs -= performance.now() - this.#startedAt;
  }
}

class DeadlineError extends Error {
  constructor(ms: number) {
    super(`no complete answer within ${ms / 1000} s`);
  }
}
