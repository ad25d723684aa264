import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { rss } from '../collect/support/rss.ts';

/** What a server does with a request. */
export type Answer = (response: ServerResponse) => unknown;

const feed = rss(['One', 'Two']);
const status =
  (code: number, body = 'an explanation', headers = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end(body);
/** What no HTTP server would send, as it stands. */
const raw =
  (bytes: string): Answer =>
  ({ socket }) =>
    socket?.end(bytes);
const bytes =
  (body: Uint8Array | string, headers = {}): Answer =>
  (response) =>
    response.writeHead(200, headers).end(body);
const entities = (inside: string) =>
  `<?xml version="1.0"?><!DOCTYPE rss [${inside}]><rss version="2.0"><channel><title>x</title>`;
const bomb = Array.from(
  { length: 12 },
  (_, level) => `<!ENTITY b${level} "${level === 0 ? 'boom' : `&b${level - 1};`.repeat(10)}">`,
).join('');
const truncated = rss(['One', 'Two', 'Three']);

/** Costs half a minute, which is the deadline of a request. */
const hanging: Readonly<Record<string, readonly [Answer, RegExp]>> = {
  silent: [() => undefined, /no complete answer within 30 s/],
  dripping: [drip, /no complete answer within 30 s/],
};

/** Faults that leave nothing to read, and the reason that is told. */
export const fatalFaults: Readonly<Record<string, readonly [Answer, RegExp]>> = {
  'reset-before-headers': [
    ({ socket }) => socket?.resetAndDestroy(),
    /the connection was (reset|closed)/,
  ],
  'reset-in-body': [
    ({ socket }) =>
      socket?.write(`HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n${feed}`, () =>
        socket.resetAndDestroy(),
      ),
    /reset|closed|length/,
  ],
  'endless-body': [writeForEver, /the body is larger than \d+ MB/],
  'large-headers': [
    raw(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(100_000)}\r\n\r\n${feed}`),
    /the response headers are too large/,
  ],
  'long-length': [raw(`HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n${feed}`), /closed|length/],
  'no-http': [raw('220 mail.example ESMTP ready\r\n'), /the answer is not valid HTTP/],
  empty: [status(200, ''), /200 OK with an empty body/],
  'no-content': [status(204, ''), /204 No Content/],
  unauthorized: [status(401), /401 Unauthorized/],
  forbidden: [status(403), /403 Forbidden/],
  missing: [status(404), /404 Not Found/],
  gone: [status(410), /410 Gone/],
  'too-many': [status(429, '', { 'retry-after': '3600' }), /429 Too Many Requests/],
  'server-error': [status(500), /500 Internal Server Error/],
  unavailable: [status(503), /503 Service Unavailable/],
  challenge: [
    status(403, '<html><title>Just a moment...</title></html>', { 'cf-mitigated': 'challenge' }),
    /a bot challenge page \(Cloudflare\)/,
  ],
  'redirect-to-file': [status(302, '', { location: 'file:///etc/passwd' }), /a redirect to file:/],
  'redirect-loop': [status(302, '', { location: '/redirect-loop' }), /more than 10 redirects/],
  'redirect-nowhere': [status(301, ''), /a redirect without a Location/],
  'gzip-truncated': [
    bytes(gzipSync(feed).subarray(0, 60), { 'content-encoding': 'gzip' }),
    /the gzip body is damaged or ends early/,
  ],
  'gzip-bomb': [
    bytes(gzipSync(Buffer.alloc(100_000_000)), { 'content-encoding': 'gzip' }),
    /the body is larger than \d+ MB/,
  ],
  'long-text': [
    bytes(`<rss version="2.0"><channel><item><title>${'x'.repeat(20_000_000)}`),
    /the body is larger than \d+ MB/,
  ],
  html: [
    bytes(
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/moved.xml"></head></html>',
    ),
    /an HTML page instead of a feed; it offers http:.*\/moved\.xml/,
  ],
  opml: [bytes('<opml version="2.0"><body/></opml>'), /./],
  nul: [bytes('\0\0\0\0'), /./],
  ...(process.env.THOROUGH ? hanging : {}),
};

/** Faults that cost nothing: two items are read all the same. */
export const harmlessFaults: Readonly<Record<string, Answer>> = {
  'gzip-label-on-plain-bytes': bytes(feed, { 'content-encoding': 'gzip' }),
  'gzip-without-label': bytes(gzipSync(feed)),
  'utf-16': bytes(Buffer.from(feed, 'utf16le')),
  'junk-before-prolog': bytes(`Warning: headers already sent\n${feed}`),
  'wrong-type': bytes(feed, { 'content-type': 'text/html' }),
  truncated: bytes(truncated.slice(0, truncated.indexOf('Three'))),
  'entity-bomb': bytes(
    `${entities(bomb)}<description>&b11;</description>${feed.slice(feed.indexOf('<item>'))}`,
  ),
  prototype: bytes(feed.replace('<item>', '<item><__proto__><polluted>yes</polluted></__proto__>')),
};

function writeForEver({ socket }: ServerResponse): void {
  socket?.write('HTTP/1.1 200 OK\r\n\r\n');
  const write = () => {
    while (socket && !socket.destroyed && socket.write(Buffer.alloc(65_536, 'x')));
    if (socket && !socket.destroyed) socket.once('drain', write);
  };
  write();
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => {
    if (response.destroyed) clearInterval(timer);
    else response.write('x');
  }, 500);
}
