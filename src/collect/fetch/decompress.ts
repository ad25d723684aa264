import {
  brotliDecompressSync,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  type ZlibOptions,
  zstdDecompressSync,
} from 'node:zlib';
import { tooLarge, UnreadableBodyError } from './unreadable-body-error.ts';

/** More layers than this are no mistake of a server. */
const MAX_LAYERS = 3;
/** The compression method that the headers of gzip and zlib name (RFC 1950, 1952). */
const DEFLATE = 8;

/**
 * Undoes the content encodings of a body. The bytes are believed before the label: plain bytes under
 * a gzip label stay as they are, gzip without a label is unpacked. Throws UnreadableBodyError when
 * the data is damaged or grows beyond the cap.
 */
export function decompress(
  bytes: Uint8Array,
  contentEncoding: string | undefined,
  maxBytes: number,
): Uint8Array {
  let result = bytes;
  for (const coding of codingsOf(contentEncoding)) result = undo(coding, result, maxBytes);
  for (let layer = 0; layer < MAX_LAYERS && isGzip(result); layer += 1) {
    result = undo('gzip', result, maxBytes);
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

function undo(coding: string, bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.length === 0) return bytes;
  try {
    return unpack(coding, bytes, { maxOutputLength: maxBytes, chunkSize: 65_536 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    if (looksLikeText(bytes)) return bytes;
    throw new UnreadableBodyError(`the ${coding} body is damaged or ends early`, { cause });
  }
}

function unpack(coding: string, bytes: Uint8Array, options: ZlibOptions): Uint8Array {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return isGzip(bytes) ? gunzipSync(bytes, options) : bytes;
    case 'br':
      return brotliDecompressSync(bytes, options);
    case 'zstd':
      return zstdDecompressSync(bytes, { maxOutputLength: options.maxOutputLength });
    case 'deflate':
      // Some servers leave out the zlib header that RFC 9110 asks for.
      return isZlib(bytes) ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
    default:
      return bytes;
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === DEFLATE;
}

function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === DEFLATE && ((first << 8) | second) % 31 === 0;
}

/** Markup or JSON, after white space and a byte order mark: bytes that were never compressed. */
function looksLikeText(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 64))
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  return /^\s*[<{[]/.test(beginning);
}
