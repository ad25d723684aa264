import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../src/collect/parse/decode-bytes.ts';

const text = '<a>Größe – サーバー 🖥️</a>';
const latin = '<a>Größe</a>';

function bytesOf(...parts: (string | number[])[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  );
}

function inUtf16be(value: string): Uint8Array {
  return Buffer.from(value, 'utf16le').swap16();
}

function inUtf32(value: string, isLittleEndian: boolean): Uint8Array {
  const codes = Array.from(value, (character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(codes.length * 4));
  for (const [index, code] of codes.entries()) view.setUint32(index * 4, code, isLittleEndian);
  return new Uint8Array(view.buffer);
}

function inLatin1(value: string): Uint8Array {
  return Buffer.from(value, 'latin1');
}

describe('the encoding of a document', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', bytesOf([0xef, 0xbb, 0xbf], text)],
    ['UTF-16 little endian with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 little endian without', Buffer.from(text, 'utf16le')],
    ['UTF-16 big endian with a mark', inUtf16be(`\ufeff${text}`)],
    ['UTF-16 big endian without', inUtf16be(text)],
    ['UTF-32 little endian', inUtf32(text, true)],
    ['UTF-32 big endian', inUtf32(text, false)],
  ])('is seen from the bytes: %s', (_, bytes) => {
    expect(decodeBytes(bytes).replace('\ufeff', '')).toBe(text);
  });

  it('is a mark rather than what HTTP says', () => {
    const bytes = bytesOf([0xef, 0xbb, 0xbf], text);
    expect(decodeBytes(bytes, 'text/xml; charset=iso-8859-1')).toBe(text);
  });

  it.each(['us-ascii', 'iso-8859-1', 'windows-1252', 'utf-16', 'no-such-charset'])(
    'is UTF-8 where the bytes are, even if HTTP says %s',
    (charset) => {
      expect(decodeBytes(Buffer.from(text), `text/xml; charset=${charset}`)).toBe(text);
    },
  );

  it('is what HTTP says before what the prolog says', () => {
    const bytes = bytesOf('<?xml version="1.0" encoding="koi8-r"?>', [0xe9]);
    expect(decodeBytes(bytes)).toMatch(/И$/);
    expect(decodeBytes(bytes, "text/xml; charset = 'ISO-8859-1'")).toMatch(/é$/);
  });

  it('is what the prolog says where HTTP says what cannot be', () => {
    const bytes = bytesOf('<?xml version="1.0" encoding="windows-1251"?>', [0xf4]);
    expect(decodeBytes(bytes, 'text/xml; charset=us-ascii')).toMatch(/ф$/);
  });

  it('is windows-1252 where nothing tells', () => {
    expect(decodeBytes(bytesOf('<a>', [0x93, 0xe9, 0x94], '</a>'))).toBe('<a>“é”</a>');
  });

  it('is windows-1252 where it is called ISO 8859-1 or 8859-15', () => {
    for (const charset of ['iso-8859-1', 'iso-8859-15'])
      expect(decodeBytes(bytesOf([0x93, 0xe9]), `text/xml; charset=${charset}`)).toBe('“é');
  });

  it('is read by its label where all its bytes are ASCII', () => {
    const bytes = bytesOf('<a>', [0x1b, 0x24, 0x42, 0x25, 0x35, 0x1b, 0x28, 0x42], '</a>');
    expect(decodeBytes(bytes, 'text/xml; charset=ISO-2022-JP')).toBe('<a>サ</a>');
  });
});

describe('a document with wrong bytes', () => {
  it('stays UTF-8 when a few are of windows-1252', () => {
    const bytes = bytesOf('<a>Größe, Größe, Größe ', [0x93], 'x', [0x94], '</a>');
    expect(decodeBytes(bytes)).toBe('<a>Größe, Größe, Größe “x”</a>');
  });

  it('stays UTF-8 when it is cut off within a character', () => {
    const bytes = Buffer.from(`${latin}–`);
    expect(decodeBytes(bytes.subarray(0, -1))).toBe(latin);
  });

  it('stays Latin when one pair looks like UTF-8', () => {
    const bytes = inLatin1(`${latin} Ã© ÄÖÜ äöü`);
    expect(decodeBytes(bytes)).toBe(`${latin} Ã© ÄÖÜ äöü`);
  });

  it('loses control characters and half surrogates, and keeps the rest', () => {
    expect(decodeBytes(Buffer.from('a\0b\u0008c\td\ufffee'))).toBe('abc\tde');
    expect(decodeBytes(Buffer.from('<a>\ud800b</a>', 'utf16le'))).toBe('<a>\ufffdb</a>');
  });

  it('has C1 controls read as windows-1252', () => {
    expect(decodeBytes(Buffer.from('a\u0093b\u0094'))).toBe('a“b”');
  });
});
