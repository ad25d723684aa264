/** UTF-16 and UTF-32, which show themselves by a mark or by where the zero bytes of ASCII stand. */
export type WideEncoding = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** Undefined when the bytes are of neither family. */
export function findWideEncoding(bytes: Uint8Array): WideEncoding | undefined {
  const [a, b, c, d] = bytes;
  if (bytes.length < 4) return undefined;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0) return (c === 0xfe && d === 0xff) || c === 0 ? 'utf-32be' : undefined;
  if (a === 0 && c === 0) return 'utf-16be';
  if (b === 0 && d === 0) return c === 0 ? 'utf-32le' : 'utf-16le';
  return undefined;
}

export function decodeWide(bytes: Uint8Array, encoding: WideEncoding): string {
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return new TextDecoder(encoding).decode(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += blockBytes)
    parts.push(decodeBlock(view, from, encoding === 'utf-32le'));
  return parts.join('');
}

/** Small enough for its characters to be the arguments of one call. */
const blockBytes = 4 * 8192;

function decodeBlock(view: DataView, from: number, isLittleEndian: boolean): string {
  const codes: number[] = [];
  const end = Math.min(from + blockBytes, view.byteLength - 3);
  for (let at = from; at < end; at += 4) {
    const code = view.getUint32(at, isLittleEndian);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    codes.push(isCharacter ? code : 0xfffd);
  }
  return String.fromCodePoint(...codes);
}
