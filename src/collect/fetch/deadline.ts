/** A span of time for several steps of one piece of work; time between the steps does not count. */
export class Deadline {
  readonly #ms: number;
  #leftMs: number;

  constructor(ms: number) {
    this.#ms = ms;
    this.#leftMs = ms;
  }

  /** Runs one step; its signal is aborted when the whole time is used up, or with the outer signal. */
  async run<T>(step: (signal: AbortSignal) => Promise<T>, outer?: AbortSignal): Promise<T> {
    const controller = new AbortController();
    const signal = outer ? AbortSignal.any([controller.signal, outer]) : controller.signal;
    const startedAt = performance.now();
    const expire = () => controller.abort(new DeadlineError(this.#ms));
    const timer = setTimeout(expire, Math.max(this.#leftMs, 0));
    try {
      return await step(signal);
    } finally {
      clearTimeout(timer);
      this.#leftMs -= performance.now() - startedAt;
    }
  }
}

class DeadlineError extends Error {
  constructor(ms: number) {
    super(`no complete answer within ${ms / 1000} s`);
  }
}
