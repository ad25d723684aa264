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

const MILLISECONDS = 30_000;

/** A larger document has a thread of its own, which gives its memory back when it ends. */
const LARGE_BYTES = 2_000_000;

/**
 * Of the heap of a thread, in megabytes. A young generation that is large makes reading quick, a small
 * one saves memory, and so does a limit that is near, since garbage is collected earlier. Open data
 * comes in documents of 20 MB.
 */
const HEAPS = {
  ordinary: { young: 24, old: 96 },
  large: { young: 6, old: 96 },
  largeFacts: { young: 6, old: 512 },
} as const;
type HeapKind = keyof typeof HEAPS;

/**
 * Reads documents one after the other on a thread of its own, while others are fetched and stored.
 * A document that takes up too much time or memory costs that thread, and is unreadable; the rest of
 * the program goes on, and the next document gets a new thread.
 */
export class ReadingThread implements Reader {
  readonly #limits: Partial<ReadingLimits>;
  readonly #milliseconds: number;
  readonly #turns = new Gate(1);
  #worker: Worker | undefined;

  constructor(limits: Partial<ReadingLimits> = {}) {
    this.#limits = limits;
    this.#milliseconds = limits.milliseconds ?? MILLISECONDS;
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
      const heap = task.as === 'facts' ? 'largeFacts' : 'large';
      const outcome = await this.#perform<As>(task, heap);
      await this.close();
      return outcome;
    });
  }

  async #perform<As extends ReadingTask['as']>(
    task: ReadingTask,
    heap: HeapKind,
  ): Promise<ReadingResults[As]> {
    this.#worker ??= this.#begin(heap);
    try {
      this.#worker.postMessage(task, ownBuffer(task.fetched.bytes));
      // Rejects when the thread ends with an error.
      const [outcome] = await once(this.#worker, 'message', {
        signal: AbortSignal.timeout(this.#milliseconds),
      });
      return outcome;
    } catch (error) {
      await this.close();
      return { kind: 'unreadable', reason: this.#explain(error as NodeJS.ErrnoException, heap) };
    }
  }

  #begin(heap: HeapKind): Worker {
    const cache = getCompileCacheDir();
    const worker = new Worker(new URL('reading-worker.js', import.meta.url), {
      // What is used is a folder for this version of Node in the one that was asked for.
      workerData: { compileCache: cache && dirname(cache) },
      resourceLimits: {
        maxYoungGenerationSizeMb: HEAPS[heap].young,
        maxOldGenerationSizeMb: this.#oldOf(heap),
      },
    });
    // One that ends between two documents is missed by nobody.
    worker.on('error', () => {});
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    return worker;
  }

  #oldOf(heap: HeapKind): number {
    return this.#limits.heapMegabytes ?? HEAPS[heap].old;
  }

  #explain({ name, code, message }: NodeJS.ErrnoException, heap: HeapKind): string {
    if (name === 'AbortError') return `reading it takes more than ${this.#milliseconds / 1000} s`;
    if (code === 'ERR_WORKER_OUT_OF_MEMORY')
      return `reading it takes more than ${this.#oldOf(heap)} MB of memory`;
    return `the document cannot be read (${name}: ${message})`;
  }
}

/** Bytes that are all of their buffer change hands; those of a shared one are copied. */
function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
