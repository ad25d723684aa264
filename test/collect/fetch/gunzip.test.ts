import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gunzip } from '../../../src/collect/fetch/gunzip.ts';

const TEXT = 'News of the day. '.repeat(9000);
const PACKED = gzipSync(TEXT);

/** The packed text with flags in its header, and with what they announce. */
function withHeader(flags: number, ...fields: readonly (string | number[])[]): Buffer {
  const header = Buffer.from(PACKED.subarray(0, 10));
  header[3] = flags;
  const parts = fields.map((field) => Buffer.from(field as string, 'latin1'));
  return Buffer.concat([header, ...parts, PACKED.subarray(10)]);
}

async function unpacked(bytes: Uint8Array): Promise<string> {
  return String(await buffer(gunzip(bytes)));
}

test.each([
  ['as it is', PACKED],
  ['a file name', withHeader(8, 'feed.xml\0')],
  ['a comment', withHeader(16, 'by a server\0')],
  ['all that there may be', withHeader(30, [3, 0, 65, 66, 67], 'feed.xml\0', 'by me\0', [1, 2])],
])('gzip with %s in its header is unpacked', async (_, bytes) => {
  expect(await unpacked(bytes)).toBe(TEXT);
});

test('every cut makes it damaged', async () => {
  for (let length = 10; length < PACKED.length; length += 7)
    await expect(unpacked(PACKED.subarray(0, length))).rejects.toThrow();
  await expect(unpacked(PACKED.subarray(0, -1))).rejects.toThrow();
  await expect(unpacked(withHeader(8, 'a name without end').subarray(0, 20))).rejects.toThrow();
});

test('a wrong checksum makes it damaged', async () => {
  const damaged = Buffer.from(PACKED);
  damaged.writeUInt32LE(1, damaged.length - 8);
  await expect(unpacked(damaged)).rejects.toThrow('incorrect data check');
});
