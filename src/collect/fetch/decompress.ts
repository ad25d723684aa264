import {
  createBrotliDecompress,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { gunzip, isGzip } from './gunzip.ts';
import type { Intake } from './intake.ts';
import { UnreadableBodyError } from './unreadable-body-error.ts';

/** More layers than this are no mistake of a server. */
const MAX_LAYERS = 3;
const options = { chunkSize: 65_536 };

/**
 * Undoes the content encodings of a body; each layer is taken in by an intake of its own. The bytes
 * are believed before the label: plain bytes under a gzip label stay as they are, gzip without a
 * label is unpacked. Throws UnreadableBodyError when the data is damaged or grows beyond the cap.
 */
export async function decompress(
  bytes: Uint8Array,
  contentEncoding: string | undefined,
  newIntake: () => Intake,
): Promise<Uint8Array> {
  let result = bytes;
  for (const coding of codingsOf(contentEncoding)) result = await undo(coding, result, newIntake);
  for (let layer = 0; layer < MAX_LAYERS && isGzip(result); layer += 1) {
    result = await undo('gzip', result, newIntake);
  }
  return result;
}

/** The last one applied comes first. */
function codingsOf(contentEncoding = ''): string[] {
  const codings = contentEncoding.toLowerCase().split(',');
  return codings
    .map((coding) => coding.trim())
    .reverse()
    .slice(0, MAX_LAYERS);
}

async function undo(
  coding: string,
  bytes: Uint8Array,
  newIntake: () => Intake,
): Promise<Uint8Array> {
  const unpacked = bytes.length === 0 ? undefined : unpack(coding, bytes);
  if (unpacked === undefined) return bytes;
  try {
    // In parts, so that what a small body grows to is known before it is all there.
    return await newIntake().take(unpacked);
  } catch (cause) {
    if (cause instanceof UnreadableBodyError) throw cause;
    if (looksLikeText(bytes)) return bytes;
    throw new UnreadableBodyError(`the ${coding} body is damaged or ends early`, { cause });
  }
}

function unpack(coding: string, bytes: Uint8Array): AsyncIterable<Uint8Array> | undefined {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return isGzip(bytes) ? gunzip(bytes) : undefined;
    case 'br':
      return createBrotliDecompress(options).end(bytes);
    case 'zstd':
      return createZstdDecompress(options).end(bytes);
    case 'deflate':
      // Some servers leave out the zlib header that RFC 9110 asks for.
      return (isZlib(bytes) ? createInflate(options) : createInflateRaw(options)).end(bytes);
    default:
      return undefined;
  }
}

/** The header of RFC 1950: its method is deflate, and its sum is right. */
function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

/**
 * Markup or JSON, after white space and a byte order mark: bytes that were never compressed. What is
 * compressed may begin with any byte, and soon has one that no text has.
 */
function looksLikeText(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 64))
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '');
  return /^\s*[<{[][\s\x20-\x7E\x80-\xFF]*$/.test(beginning);
}
