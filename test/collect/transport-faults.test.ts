import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { Agent } from 'undici';
import { expect, onTestFinished, test, vi } from 'vitest';
import { collectSources } from '../../src/collect/collect-sources.ts';
import { collectBeside, failureOf } from './support/collect-beside.ts';
import { contextWith, sourceAt } from './support/context.ts';
import { makeCertificate } from './support/make-certificate.ts';
import { rss } from './support/rss.ts';
import { serveRaw } from './support/serve.ts';

const HURRY = { limits: { deadlineMs: 300 } };

/** Writes a text byte by byte, each after a pause. */
function drip(socket: { write(text: string): unknown; destroyed: boolean }, text: string): void {
  let position = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || position >= text.length) clearInterval(timer);
    else socket.write(text[position++] ?? '');
  }, 20);
}

test('a refused connection is named', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  const reason = await failureOf(sourceAt(`http://127.0.0.1:${port}/feed`));
  expect(reason).toBe('the connection was refused (ECONNREFUSED)');
});

test('a connection reset before the headers is named', async () => {
  const origin = await serveRaw((socket) => socket.resetAndDestroy());
  expect(await failureOf(sourceAt(`${origin}/feed`))).toContain('the connection was reset');
});

test('a connection closed before the headers is named', async () => {
  const origin = await serveRaw((socket) => socket.end());
  expect(await failureOf(sourceAt(`${origin}/feed`))).toContain('the connection was closed');
});

test('a connection reset in the body is a failure, whatever came before', async () => {
  const origin = await serveRaw((socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n${rss(['One'])}`, () =>
      socket.resetAndDestroy(),
    );
  });
  expect(await failureOf(sourceAt(`${origin}/feed`))).toMatch(/reset|closed|length/);
});

test('a server that accepts and says nothing is given up at the deadline', async () => {
  const origin = await serveRaw(() => {});
  const reason = await failureOf(sourceAt(`${origin}/feed`), HURRY);
  expect(reason).toBe('no complete answer within 0.3 s');
});

test('headers that come byte by byte do not outlast the deadline', async () => {
  const origin = await serveRaw((socket) =>
    drip(socket, `HTTP/1.1 200 OK\r\nX: ${'y'.repeat(9000)}`),
  );
  const reason = await failureOf(sourceAt(`${origin}/feed`), HURRY);
  expect(reason).toBe('no complete answer within 0.3 s');
});

test('a body that comes byte by byte does not outlast the deadline', async () => {
  const origin = await serveRaw((socket) =>
    drip(socket, `HTTP/1.1 200 OK\r\n\r\n${'y'.repeat(9000)}`),
  );
  const reason = await failureOf(sourceAt(`${origin}/feed`), HURRY);
  expect(reason).toBe('no complete answer within 0.3 s');
});

test('an endless body stops at the cap', async () => {
  const origin = await serveRaw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const write = () => {
      while (!socket.destroyed && socket.write(Buffer.alloc(65_536, 'x')));
      if (!socket.destroyed) socket.once('drain', write);
    };
    write();
  });
  expect(await failureOf(sourceAt(`${origin}/feed`))).toBe('the body is larger than 5 MB');
});

test('a body that announces more than the cap is not read at all', async () => {
  const origin = await serveRaw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 60000000\r\n\r\n<rss');
  });
  expect(await failureOf(sourceAt(`${origin}/feed`))).toBe('the body is larger than 5 MB');
});

/** Real time, for what goes over real connections while the timers are held. */
function moment(): Promise<void> {
  return new Promise((done) => {
    const timer = setInterval(() => {
      clearInterval(timer);
      done();
    }, 200);
  });
}

test('a large body that stalls holds up another for seconds only', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const large = rss(Array.from({ length: 6000 }, (_, at) => `A title that is long, of item ${at}`));
  const head = 'HTTP/1.1 200 OK\r\nContent-Length:';
  const { promise: isStalled, resolve: stall } = Promise.withResolvers<void>();
  const stalling = await serveRaw((socket) => {
    stall(moment());
    socket.write(`${head} 4000000\r\n\r\n${large.slice(0, 600_000)}`);
  });
  const healthy = await serveRaw(async (socket) => {
    await isStalled;
    socket.write(`${head} ${large.length}\r\n\r\n${large}`);
  });
  const ends: Record<string, string> = {};
  const collect = collectSources(
    [sourceAt(stalling, { id: 'stalled' }), sourceAt(healthy, { id: 'healthy' })],
    new Map(),
    contextWith(),
    async ({ id }, outcome) => {
      ends[id] = outcome.kind === 'failed' ? outcome.reason : outcome.kind;
    },
  );
  for (let seconds = 0; seconds < 12 && ends.healthy === undefined; seconds += 1) {
    await moment();
    vi.advanceTimersByTime(1000);
  }
  expect(ends).toEqual({
    healthy: 'collected',
    stalled: expect.stringContaining('brings less than 30 KB in 3 s while others wait'),
  });
  await collect;
});

test('40 KB of headers are read, as browsers do', async () => {
  const body = rss(['One']);
  const origin = await serveRaw((socket) => {
    const policies = `Content-Security-Policy: ${'y'.repeat(4000)}\r\n`.repeat(10);
    socket.end(`HTTP/1.1 200 OK\r\n${policies}Content-Length: ${body.length}\r\n\r\n${body}`);
  });
  const outcome = await collectBeside(sourceAt(`${origin}/feed`));
  expect(outcome).toMatchObject({ kind: 'collected', entries: [{ title: 'One' }] });
});

test('100 KB of headers are refused', async () => {
  const origin = await serveRaw((socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(100_000)}\r\n\r\n${rss(['One'])}`);
  });
  const reason = await failureOf(sourceAt(`${origin}/feed`));
  expect(reason).toBe('the response headers are too large (UND_ERR_HEADERS_OVERFLOW)');
});

test('a body that is shorter than its Content-Length is a failure', async () => {
  const origin = await serveRaw((socket) => {
    socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n${rss(['One'])}`);
  });
  expect(await failureOf(sourceAt(`${origin}/feed`))).toMatch(/closed|length/);
});

test('a body that is cut by its Content-Length fails, or gives what is complete', async () => {
  const origin = await serveRaw((socket) => {
    socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n${rss(['One'])}`);
  });
  expect(await failureOf(sourceAt(`${origin}/feed`))).not.toBe('');
});

test('what is no HTTP is named', async () => {
  const origin = await serveRaw((socket) => socket.end('220 mail.example ESMTP ready\r\n'));
  expect(await failureOf(sourceAt(`${origin}/feed`))).toBe('the answer is not valid HTTP');
});

test.each([
  ['HTTP/1.1 099 Odd', 'the answer is not valid HTTP'],
  ['HTTP/1.1 100 Continue', 'the answer begins with a 100 Continue that nobody asked for'],
])('an answer that begins with %s is named', async (line, reason) => {
  const origin = await serveRaw((socket) => {
    socket.end(`${line}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK`);
  });
  expect(await failureOf(sourceAt(`${origin}/feed`))).toContain(reason);
});

test('a host that does not exist is named', async () => {
  const missing = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  const dispatcher = new Agent({
    connect: {
      lookup: (host, options, callback) =>
        host === '127.0.0.1'
          ? callback(null, host, 4)
          : callback(missing, [], options.family ? 4 : 0),
    },
  });
  const reason = await failureOf(sourceAt('http://missing.example/feed'), { dispatcher });
  expect(reason).toBe('the host name does not exist (ENOTFOUND)');
});

test('plain HTTP on a port for TLS is named', async () => {
  const origin = await serveRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  const url = `${origin.replace('http:', 'https:')}/feed`;
  expect(await failureOf(sourceAt(url))).toContain('the TLS handshake failed');
});

const YEAR_MS = 365 * 24 * 3_600_000;

/** A TLS server on loopback, and a network that trusts its certificate's signature. */
async function serveTls(host: string, notAfter: Date) {
  const { cert, key } = makeCertificate({
    host,
    notBefore: new Date(Date.now() - 2 * YEAR_MS),
    notAfter,
  });
  const server = createTlsServer({ cert, key }, (_, response) => response.end(rss(['One'])));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const lookup = (
    _: string,
    __: object,
    callback: (e: null, a: { address: string; family: 4 }[]) => void,
  ) => callback(null, [{ address: '127.0.0.1', family: 4 }]);
  const dispatcher = new Agent({ connect: { ca: cert, lookup: lookup as never } });
  return { url: `https://feed.example:${(server.address() as AddressInfo).port}/feed`, dispatcher };
}

test('an expired certificate is named', async () => {
  const { url, dispatcher } = await serveTls('feed.example', new Date(Date.now() - YEAR_MS));
  const reason = await failureOf(sourceAt(url), { dispatcher });
  expect(reason).toBe('the TLS certificate has expired (CERT_HAS_EXPIRED)');
});

test('a certificate for another host is named', async () => {
  const { url, dispatcher } = await serveTls('other.example', new Date(Date.now() + YEAR_MS));
  const reason = await failureOf(sourceAt(url), { dispatcher });
  expect(reason).toBe('the TLS certificate is for another host (ERR_TLS_CERT_ALTNAME_INVALID)');
});

test('a certificate that nobody vouches for is named', async () => {
  const { url } = await serveTls('127.0.0.1', new Date(Date.now() + YEAR_MS));
  const reason = await failureOf(sourceAt(url.replace('feed.example', '127.0.0.1')));
  expect(reason).toBe('the TLS certificate is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)');
});
