import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FarmCounts, FarmRequest } from './feed-farm.ts';

/** Feeds on loopback, served by a process of their own. */
export interface Farm {
  readonly urls: readonly string[];
  /** Counts what is asked for while `work` runs, each answer after a delay. */
  watch<Result>(
    delayMs: number,
    work: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly counts: FarmCounts }>;
  close(): void;
}

export async function openFarm(count: number): Promise<Farm> {
  const child = fork(fileURLToPath(new URL('feed-farm.ts', import.meta.url)), [String(count)]);
  const [hosts] = (await once(child, 'message')) as [readonly string[]];
  const ask = async (request: FarmRequest): Promise<FarmCounts> => {
    child.send(request);
    return (await once(child, 'message'))[0];
  };
  return {
    urls: Array.from({ length: count }, (_, at) => `http://${hosts[at % hosts.length]}/feed/${at}`),
    async watch(delayMs, work) {
      await ask({ delayMs });
      const result = await work();
      return { result, counts: await ask({ delayMs }) };
    },
    // The farm ends by itself when it is let go.
    close: () => child.disconnect(),
  };
}
