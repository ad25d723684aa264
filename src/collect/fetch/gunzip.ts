import { crc32, createInflateRaw } from 'node:zlib';

/** The bits of the flags that say what else is in the header of a member (RFC 1952, 2.3.1). */
const HAS = { checksum: 2, extra: 4, name: 8, comment: 16 };
const FIXED_HEADER = 10;
const TRAILER = 8;

/** Whether bytes begin like gzip, with the one method that there is. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * Unpacks gzip, of several members too. What follows the last one is left alone, as browsers do;
 * zlib takes a newline there for a damaged member. Throws when a member is damaged or cut.
 */
export async function* gunzip(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  let rest = bytes;
  do {
    rest = rest.subarray(headerLength(rest));
    const inflate = createInflateRaw({ chunkSize: 65_536 });
    let sum = 0;
    for await (const part of inflate.end(rest)) {
      sum = crc32(part, sum);
      yield part;
    }
    const trailer = rest.subarray(inflate.bytesWritten);
    if (littleEndian(trailer) !== sum) throw new Error('incorrect data check');
    rest = trailer.subarray(TRAILER);
  } while (isGzip(rest));
}

function headerLength(bytes: Uint8Array): number {
  const flags = bytes[3] ?? 0;
  let length = FIXED_HEADER;
  if (flags & HAS.extra) length += 2 + ((bytes[length] ?? 0) | ((bytes[length + 1] ?? 0) << 8));
  if (flags & HAS.name) length = bytes.indexOf(0, length) + 1 || bytes.length;
  if (flags & HAS.comment) length = bytes.indexOf(0, length) + 1 || bytes.length;
  return flags & HAS.checksum ? length + 2 : length;
}

/** The first four bytes as a number; not a number where there are fewer. */
function littleEndian(bytes: Uint8Array): number {
  if (bytes.length < TRAILER) return Number.NaN;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
}
