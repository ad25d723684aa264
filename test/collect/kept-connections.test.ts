import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { collectSources } from '../../src/collect/collect-sources.ts';
import type { Source } from '../../src/model/source.ts';
import { contextWith, sourceAt } from './support/context.ts';
import { rss } from './support/rss.ts';

/** A server on loopback that is told of each request with its number on its connection. */
async function serveByConnection(answer: (socket: Socket, path: string, nth: number) => void) {
  const server = createServer((socket) => {
    let count = 0;
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const [, path = ''] = /^[A-Z]+ (\S+) HTTP/.exec(String(data)) ?? [];
      count += 1;
      answer(socket, path, count);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function sendFeed(socket: Socket, path: string): void {
  const body = rss([path]);
  socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
}

/** How each source ends, by its id, one request after the other. */
async function collectAll(sources: readonly Source[]): Promise<Record<string, string>> {
  const ends: Record<string, string> = {};
  const context = contextWith({ limits: { requestsPerHost: 1 } });
  await collectSources(sources, new Map(), context, async ({ id }, { kind }) => {
    ends[id] = kind;
  });
  return ends;
}

const CLOSINGS: [string, (socket: Socket) => void][] = [
  ['resets', (socket) => socket.resetAndDestroy()],
  ['closes', (socket) => socket.end()],
];

test.each(CLOSINGS)('a server that %s every kept connection fails no source', async (_, close) => {
  const origin = await serveByConnection((socket, path, nth) => {
    if (nth === 1) sendFeed(socket, path);
    else close(socket);
  });
  const ids = ['one', 'two', 'three', 'four'];
  const ends = await collectAll(ids.map((id) => sourceAt(`${origin}/${id}`, { id })));
  expect(ends).toEqual(Object.fromEntries(ids.map((id) => [id, 'collected'])));
});

test.each(CLOSINGS)('a request that a server %s on is sent twice at most', async (_, close) => {
  const asked: string[] = [];
  const origin = await serveByConnection((socket, path) => {
    asked.push(path);
    if (path === '/good') sendFeed(socket, path);
    else close(socket);
  });
  const sources = ['good', 'bad'].map((id) => sourceAt(`${origin}/${id}`, { id }));
  expect(await collectAll(sources)).toEqual({ good: 'collected', bad: 'failed' });
  expect(asked.length).toBeLessThanOrEqual(3);
});

test('where nothing was kept, a request that is closed is not sent again', async () => {
  const asked: string[] = [];
  const origin = await serveByConnection((socket, path) => {
    asked.push(path);
    socket.resetAndDestroy();
  });
  expect(await collectAll([sourceAt(`${origin}/bad`)])).toEqual({ blog: 'failed' });
  expect(asked).toEqual(['/bad']);
});

test('a POST never goes over a kept connection, and is never sent twice', async () => {
  const places: number[] = [];
  const origin = await serveByConnection((socket, path, nth) => {
    places.push(nth);
    if (path === '/bad') socket.resetAndDestroy();
    else sendFeed(socket, path);
  });
  const request = { method: 'POST' as const };
  const sources = ['one', 'two', 'bad'].map((id) => sourceAt(`${origin}/${id}`, { id, request }));
  expect(await collectAll(sources)).toEqual({ one: 'collected', two: 'collected', bad: 'failed' });
  expect(places).toEqual([1, 1, 1]);
});
