import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Gate } from '../fetch/gate.ts';
import type { Reader } from './reader.ts';
import {
  type ReadingResults,
  type ReadingTask,
  receiveDocument,
  sendFetched,
} from './reading-task.ts';

/** How far reading one document may go. */
export interface ReadingLimits {
  readonly milliseconds: number;
  /** Of values, strings included; bytes are counted when they are fetched. */
  readonly heapMegabytes: number;
}

const DEFAULT_LIMITS: ReadingLimits = { milliseconds: 30_000, heapMegabytes: 512 };

/** A larger document has a thread of its own, which gives its memory back when it ends. */
const LARGE_BYTES = 2_000_000;

/** In megabytes. A young generation that is large makes reading quick, a small one saves memory. */
const YOUNG = { ordinary: 24, large: 6 } as const;

/**
 * Reads documents one after the other on a thread of its own, while others are fetched and stored.
 * A document that takes up too much time or memory costs that thread, and is unreadable; the rest of
 * the program goes on, and the next document gets a new thread.
 */
export class ReadingThread implements Reader {
  readonly #limits: ReadingLimits;
  readonly #turns = new Gate(1);
  #worker: Worker | undefined;

  constructor(limits: Partial<ReadingLimits> = {}) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
  }

  readDocument: Reader['readDocument'] = async (source, fetched, knownFields) => {
    const task = { as: 'document', source, fetched: sendFetched(fetched), knownFields } as const;
    return receiveDocument(await this.#read<'document'>(task));
  };

  readFacts: Reader['readFacts'] = (kind, url, fetched) =>
    this.#read<'facts'>({ as: 'facts', kind, url, fetched: sendFetched(fetched) });

  /** Ends the thread; a document that is being read is given up. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #read<As extends ReadingTask['as']>(task: ReadingTask & { as: As }): Promise<ReadingResults[As]> {
    return this.#turns.run(async () => {
      if (task.fetched.bytes.length <= LARGE_BYTES) return this.#perform<As>(task, 'ordinary');
      await this.close();
      const outcome = await this.#perform<As>(task, 'large');
      await this.close();
      return outcome;
    });
  }

  async #perform<As extends ReadingTask['as']>(
    task: ReadingTask,
    size: keyof typeof YOUNG,
  ): Promise<ReadingResults[As]> {
    this.#worker ??= this.#begin(size);
    const { milliseconds } = this.#limits;
    try {
      this.#worker.postMessage(task, ownBuffer(task.fetched.bytes));
      // Rejects when the thread ends with an error.
      const [outcome] = await once(this.#worker, 'message', {
        signal: AbortSignal.timeout(milliseconds),
      });
      return outcome;
    } catch (error) {
      await this.close();
      return { kind: 'unreadable', reason: this.#explain(error as NodeJS.ErrnoException) };
    }
  }

  #begin(size: keyof typeof YOUNG): Worker {
    const cache = getCompileCacheDir();
    const worker = new Worker(new URL('reading-worker.js', import.meta.url), {
      // What is used is a folder for this version of Node in the one that was asked for.
      workerData: { compileCache: cache && dirname(cache) },
      resourceLimits: {
        maxYoungGenerationSizeMb: YOUNG[size],
        maxOldGenerationSizeMb: this.#limits.heapMegabytes,
      },
    });
    // One that ends between two documents is missed by nobody.
    worker.on('error', () => {});
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    return worker;
  }

  #explain({ name, code, message }: NodeJS.ErrnoException): string {
    const { milliseconds, heapMegabytes } = this.#limits;
    if (name === 'AbortError') return `reading it takes more than ${milliseconds / 1000} s`;
    if (code === 'ERR_WORKER_OUT_OF_MEMORY')
      return `reading it takes more than ${heapMegabytes} MB of memory`;
    return `the document cannot be read (${name}: ${message})`;
  }
}

/** Bytes that are all of their buffer change hands; those of a shared one are copied. */
function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
