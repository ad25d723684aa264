import { hash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { makeWeblog } from './make-weblog.ts';

// A process of its own, forked by open-farm.ts: so many feeds on 20 loopback hosts, with gzip, ETag
// and Last-Modified, each answer after a delay. It counts what is asked of it, and ends with the
// process that started it.

export interface FarmRequest {
  /** From now on, every answer waits so long. */
  readonly delayMs: number;
}

/** What was asked since the request before. */
export interface FarmCounts {
  readonly requests: number;
  /** Requests with a validator, and those of them that were answered by 304. */
  readonly conditional: number;
  readonly notModified: number;
  /** Of bodies, as they were sent. */
  readonly bytes: number;
  /** The most requests that were open at once on one host. */
  readonly mostOnOneHost: number;
}

const HOSTS = 20;
/** Larger farms serve these under several addresses each: a document is as new to a reader there. */
const DOCUMENTS = 200;
const MODIFIED = 'Wed, 05 Jun 2024 10:00:00 GMT';

const count = Number(process.argv[2]);
const documents = Array.from({ length: Math.min(count, DOCUMENTS) }, (_, number) => {
  const plain = Buffer.from(makeWeblog(number));
  return { plain, gzip: gzipSync(plain), etag: `"${hash('sha1', plain)}"` };
});
let delayMs = 0;
let counts = noCounts();

function noCounts() {
  return { requests: 0, conditional: 0, notModified: 0, bytes: 0, mostOnOneHost: 0 };
}

/** Answers on one host, which knows how many requests are open on it. */
function hostHandler() {
  let open = 0;
  return (request: IncomingMessage, response: ServerResponse) => {
    open += 1;
    counts.mostOnOneHost = Math.max(counts.mostOnOneHost, open);
    response.on('close', () => {
      open -= 1;
    });
    if (delayMs === 0) answer(request, response);
    else setTimeout(() => answer(request, response), delayMs);
  };
}

function answer({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
  const document = documents[Number(url.replace(/\D/g, '')) % documents.length];
  if (document === undefined) throw new Error(`no feed at ${url}`);
  const { plain, gzip, etag } = document;
  counts.requests += 1;
  const match = headers['if-none-match'];
  const since = headers['if-modified-since'];
  if (match !== undefined || since !== undefined) counts.conditional += 1;
  const validators = { etag, 'last-modified': MODIFIED };
  if (match === etag || (match === undefined && since === MODIFIED)) {
    counts.notModified += 1;
    response.writeHead(304, validators).end();
    return;
  }
  const isGzip = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
  const body = isGzip ? gzip : plain;
  counts.bytes += body.length;
  const encoding = isGzip ? { 'content-encoding': 'gzip' } : {};
  const type = { 'content-type': 'application/xml', 'content-length': body.length };
  response.writeHead(200, { ...validators, ...type, ...encoding }).end(body);
}

/** The whole of 127/8 is loopback on Linux; elsewhere 127.0.0.1 alone is, and hosts differ by port. */
async function listen(host: number): Promise<string> {
  const server = createServer({ keepAliveTimeout: 60_000 }, hostHandler());
  const address = process.platform === 'linux' ? `127.0.0.${host + 2}` : '127.0.0.1';
  await new Promise<void>((ready) => server.listen(0, address, ready));
  return `${address}:${(server.address() as AddressInfo).port}`;
}

const hosts = await Promise.all(Array.from({ length: HOSTS }, (_, host) => listen(host)));
process.on('disconnect', () => process.exit());
process.on('message', (request: FarmRequest) => {
  delayMs = request.delayMs;
  process.send?.(counts);
  counts = noCounts();
});
process.send?.(hosts);
