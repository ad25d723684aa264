import { isAscii, isUtf8 } from 'node:buffer';
import { cleanCharacters } from './clean-characters.ts';
import { decodeWide, findWideEncoding } from './decode-wide.ts';

/**
 * Turns the bytes of a document into text. Believed in this order: a byte order mark, the shape of
 * UTF-16 and UTF-32, the bytes themselves when they are UTF-8 (other encodings hardly ever are by
 * chance, labels often are wrong), the HTTP charset, the XML prolog, windows-1252. Characters that
 * no feed may have are gone.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): string {
  const wide = findWideEncoding(bytes);
  if (wide !== undefined) return cleanCharacters(decodeWide(bytes, wide));
  const body = hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes;
  return cleanCharacters(decodeNarrow(body, findLabels(body, contentType)));
}

function decodeNarrow(bytes: Uint8Array, labels: readonly string[]): string {
  const shift = labels.find((label) => shiftEncodings.has(label));
  if (shift !== undefined && bytes.includes(0x1b)) return decodeAs(bytes, shift) ?? '';
  // A document that is cut off may end within a character.
  const whole = bytes.subarray(0, bytes.length - countCutOff(bytes));
  const hasUtf8 = whole.length === bytes.length ? isUtf8(bytes) : isUtf8(whole) && !isAscii(whole);
  if (hasUtf8) return utf8.decode(whole);
  const mended = mendUtf8(whole);
  if (mended !== undefined) return mended;
  for (const label of labels) {
    const text = decodeAs(bytes, label, true);
    if (text !== undefined) return text;
  }
  const lenient = labels[0] === undefined ? undefined : decodeAs(bytes, labels[0]);
  return lenient ?? windows1252.decode(bytes);
}

const utf8 = new TextDecoder();
const windows1252 = new TextDecoder('windows-1252');
/** Encodings in which every byte is ASCII: only the label tells. */
const shiftEncodings = new Set(['iso-2022-jp']);

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** The encodings that HTTP and the prolog name, in this order, without those that the bytes rule out. */
function findLabels(bytes: Uint8Array, contentType = ''): string[] {
  const head = windows1252.decode(bytes.subarray(0, 1024));
  const named = [
    /charset\s*=\s*(?:["']\s*)?([^\s"';,]+)/i.exec(contentType)?.[1],
    /<\?xml\s[^>]*?encoding\s*=\s*(?:["']\s*)?([\w.:-]+)/.exec(head)?.[1],
  ];
  return named.flatMap((label) => {
    const name = label?.toLowerCase();
    return name === undefined || /^(utf-?\d|us-ascii$|ascii$|ucs|iso-10646)/.test(name) ? [] : name;
  });
}

function decodeAs(bytes: Uint8Array, label: string, fatal = false): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined; // An unknown label, or bytes that it does not allow.
  }
}

/** How many bytes at the end belong to a character that is not there in full. */
function countCutOff(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

/**
 * UTF-8 with a few bytes of windows-1252 in it, as pasting makes it. Undefined when there are so
 * many that the whole cannot be meant as UTF-8.
 */
function mendUtf8(bytes: Uint8Array): string | undefined {
  let bad = 0;
  let good = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    const length = validLength(bytes, i);
    if (length === 0) bad++;
    else good++;
    i += Math.max(length - 1, 0);
  }
  return good > 2 * bad ? replaceBadBytes(bytes, bad) : undefined;
}

/** In one buffer: of many pieces of text, each would take up more than its bytes. */
function replaceBadBytes(bytes: Uint8Array, replaced: number): string {
  const mended = new Uint8Array(bytes.length + replaced * MOST_ADDED);
  let to = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    const length = byte < 0x80 ? 1 : validLength(bytes, i);
    for (let end = i + length; i < end; i++) mended[to++] = bytes[i] ?? 0;
    if (length > 0) continue;
    for (const part of WINDOWS_1252[byte - 0x80] ?? []) mended[to++] = part;
    i++;
  }
  return utf8.decode(mended.subarray(0, to));
}

/** A character of windows-1252 has three bytes at most. */
const MOST_ADDED = 2;
/** The upper half of windows-1252 in UTF-8. */
const WINDOWS_1252 = Array.from({ length: 128 }, (_, at) =>
  Buffer.from(windows1252.decode(Uint8Array.of(0x80 + at))),
);

function validLength(bytes: Uint8Array, at: number): number {
  const length = sequenceLength(bytes[at] ?? 0);
  // Most bad bytes have no second half behind them.
  if (((bytes[at + 1] ?? 0) & 0xc0) !== 0x80) return 0;
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}
