import { tooLarge } from './unreadable-body-error.ts';

/** Is told how much of a document has come so far, and may have the rest wait. */
export type MakeWay = (length: number) => Promise<void> | undefined;

/** From here on the parts are put together as they come. */
const LARGE_BYTES = 500_000;
const STEP_BYTES = 1_000_000;

/** Takes a document in, part by part, up to a cap. */
export class Intake {
  readonly #maxBytes: number;
  readonly #makeWay: MakeWay;
  #parts: Uint8Array[] = [];
  #length = 0;
  #whole: ArrayBuffer | undefined;

  constructor(maxBytes: number, makeWay: MakeWay) {
    this.#maxBytes = maxBytes;
    this.#makeWay = makeWay;
  }

  /**
   * All of a document, in memory of its own. Throws as soon as it passes the cap. A large one may have
   * to wait for its turn.
   */
  async take(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
    try {
      for await (const part of parts) await this.#add(part);
      return this.#bytes();
    } catch (error) {
      // Left to the garbage collection, a dozen bombs would be there together.
      this.#whole?.resize(0);
      throw error;
    }
  }

  async #add(part: Uint8Array): Promise<void> {
    this.#length += part.length;
    if (this.#length > this.#maxBytes) throw tooLarge(this.#maxBytes);
    this.#parts.push(part);
    if (this.#length > LARGE_BYTES) this.#join();
    await this.#makeWay(this.#length);
  }

  #bytes(): Uint8Array {
    if (this.#whole === undefined) return concatenate(this.#parts, this.#length);
    this.#whole.resize(this.#length);
    return new Uint8Array(this.#whole, 0, this.#length);
  }

  /**
   * Puts the parts of a large document into one stretch of memory as they come, instead of holding it
   * twice in the end. Resizable memory comes from the system, and goes back to it whole; what malloc
   * gets back in pieces, it keeps.
   */
  #join(): void {
    this.#whole ??= new ArrayBuffer(0, { maxByteLength: this.#maxBytes });
    if (this.#whole.byteLength < this.#length)
      this.#whole.resize(Math.min(this.#length + STEP_BYTES, this.#maxBytes));
    const view = new Uint8Array(this.#whole);
    let end = this.#length;
    for (const part of this.#parts.reverse()) {
      end -= part.length;
      view.set(part, end);
    }
    this.#parts = [];
  }
}

/** Unlike Buffer.concat, never in memory that is shared with others. */
function concatenate(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
