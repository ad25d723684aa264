import type { Gate } from './gate.ts';
import { tooLarge } from './unreadable-body-error.ts';

/** From here on a body counts as large. */
const LARGE_BYTES = 1_000_000;

/** Reads a body in full, or throws as soon as it passes the cap. A large one waits for its turn. */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  largeBodies: Gate,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let leave: (() => void) | undefined;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
      if (length > LARGE_BYTES) leave ??= await largeBodies.enter();
    }
  } finally {
    leave?.();
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length);
}

/** Reads the beginning of a body and leaves the rest, for pages that only explain a refusal. */
export async function readBeginning(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= maxBytes) break;
  }
  return Buffer.concat(chunks, length).subarray(0, maxBytes);
}
