import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { expect, test } from 'vitest';
import { collectBeside, failureOf } from './support/collect-beside.ts';
import { sourceAt } from './support/context.ts';
import { rss } from './support/rss.ts';
import { serve } from './support/serve.ts';

const FEED = Buffer.from(rss(['One', 'Two']));

async function sourceOf(body: Uint8Array, encoding?: string | string[]) {
  const origin = await serve((_, response) => {
    if (encoding) response.setHeader('content-encoding', encoding);
    response.end(body);
  });
  return sourceAt(`${origin}/feed`);
}

test.each([
  ['gzip', gzipSync(FEED), 'gzip'],
  ['gzip by its old name', gzipSync(FEED), 'X-Gzip'],
  ['brotli', brotliCompressSync(FEED), 'br'],
  ['deflate', deflateSync(FEED), 'deflate'],
  ['deflate without its header', deflateRawSync(FEED), 'deflate'],
  ['zstd', zstdCompressSync(FEED), 'zstd'],
  ['two encodings, one after the other', gzipSync(brotliCompressSync(FEED)), 'br, gzip'],
  ['two encodings on two lines', brotliCompressSync(gzipSync(FEED)), ['gzip', 'br']],
  [
    'gzip of two members',
    Buffer.concat([FEED.subarray(0, 99), FEED.subarray(99)].map((part) => gzipSync(part))),
    'gzip',
  ],
  ['gzip with a newline behind it', Buffer.concat([gzipSync(FEED), Buffer.from('\n')]), 'gzip'],
  ['gzip with garbage behind it', Buffer.concat([gzipSync(FEED), Buffer.from('garbage')]), 'gzip'],
  ['gzip without a label', gzipSync(FEED), undefined],
  ['gzip in gzip, labelled once', gzipSync(gzipSync(FEED)), 'gzip'],
  ['plain bytes labelled gzip', FEED, 'gzip'],
  ['plain bytes labelled br', FEED, 'br'],
  ['plain bytes labelled deflate', FEED, 'deflate'],
  ['plain bytes with a mark, labelled br', Buffer.concat([Buffer.from('\uFEFF'), FEED]), 'br'],
  ['an encoding nobody knows on plain bytes', FEED, 'aws-chunked'],
])('a body in %s is read', async (_, body, encoding) => {
  const outcome = await collectBeside(await sourceOf(body, encoding));
  expect(outcome).toMatchObject({
    kind: 'collected',
    entries: [{ title: 'One' }, { title: 'Two' }],
  });
});

test('a truncated gzip body is a failure, and its validators are not kept', async () => {
  const origin = await serve((_, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.setHeader('etag', '"half"');
    response.end(gzipSync(FEED).subarray(0, 60));
  });
  const outcome = await collectBeside(sourceAt(`${origin}/feed`));
  expect(outcome.state.lastFailure).toContain('the gzip body is damaged or ends early');
  expect(outcome.state.etag).toBeUndefined();
});

test('a damaged brotli body is a failure', async () => {
  const source = await sourceOf(brotliCompressSync(FEED).subarray(0, 60), 'br');
  expect(await failureOf(source)).toBe('the br body is damaged or ends early');
});

test.each(['<', '{', '['])(
  'a damaged body that happens to begin with "%s" is one',
  async (sign) => {
    const body = Buffer.concat([Buffer.from(sign), gzipSync(FEED)]);
    expect(await failureOf(await sourceOf(body, 'br'))).toBe(
      'the br body is damaged or ends early',
    );
  },
);

test.each([
  ['gzip', gzipSync(Buffer.alloc(200_000_000))],
  ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
  ['zstd', zstdCompressSync(Buffer.alloc(50_000_000))],
])('a %s bomb stops at the cap', async (encoding, bomb) => {
  expect(await failureOf(await sourceOf(bomb, encoding))).toBe('the body is larger than 5 MB');
});

test('a bomb in a bomb stops at the cap', async () => {
  const bomb = gzipSync(gzipSync(Buffer.alloc(50_000_000)));
  expect(await failureOf(await sourceOf(bomb, 'gzip'))).toBe('the body is larger than 5 MB');
});

const ACCENTED = rss(['Café “Zürich”']);

test.each([
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${ACCENTED}`), undefined],
  ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${ACCENTED}`, 'utf16le'), undefined],
  ['UTF-16 without one', Buffer.from(ACCENTED, 'utf16le'), 'application/xml; charset=utf-16'],
  ['windows-1252 labelled UTF-8', windows1252(ACCENTED), 'application/xml; charset=utf-8'],
  ['UTF-8 labelled windows-1252', Buffer.from(ACCENTED), 'text/xml; charset=windows-1252'],
  ['UTF-8 labelled ASCII', Buffer.from(ACCENTED), 'text/xml; charset=us-ascii'],
  ['NUL and control characters', Buffer.from(ACCENTED.replace('Caf', 'C\0a\x1ff')), undefined],
])('a feed in %s is read', async (_, body, contentType) => {
  const origin = await serve((_, response) => {
    if (contentType) response.setHeader('content-type', contentType);
    response.end(body);
  });
  const outcome = await collectBeside(sourceAt(`${origin}/feed`));
  expect(outcome).toMatchObject({ kind: 'collected', entries: [{ title: 'Café “Zürich”' }] });
});

/** The two quotation marks are where windows-1252 differs from Latin-1. */
function windows1252(text: string): Buffer {
  return Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1');
}
