import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { collectSource } from '../../src/collect/collect-source.ts';
import { rerouteTo } from '../../src/collect/fetch/reroute-to.ts';
import type { SourceState } from '../../src/model/source.ts';
import { contextWith, NOON, sourceAt } from './support/context.ts';
import { rss } from './support/rss.ts';
import { serve, serveRaw } from './support/serve.ts';

test('a validator that cannot be sent back is not kept, and does no harm', async () => {
  const origin = await serveRaw((socket) => {
    const body = rss(['One']);
    const bad = 'ETag: "caf\u00e9 \u4e2d"\r\nLast-Modified: \r\n';
    socket.end(`HTTP/1.1 200 OK\r\n${bad}Content-Length: ${body.length}\r\n\r\n${body}`);
  });
  const source = sourceAt(`${origin}/feed`);
  const first = await collectSource(source, undefined, contextWith());
  expect(first.kind).toBe('collected');
  const second = await collectSource(source, first.state, contextWith({ force: true }));
  expect(second.kind).toBe('unchanged');
});

test('validators are for the URL that gave them: a new target of a redirect gets none', async () => {
  let target = '/a';
  const seen: [string | undefined, IncomingHttpHeaders][] = [];
  const origin = await serve((request, response) => {
    seen.push([request.url, request.headers]);
    if (request.url === '/feed') response.writeHead(302, { location: target }).end();
    else response.setHeader('etag', '"same everywhere"').end(rss([String(request.url)]));
  });
  const source = sourceAt(`${origin}/feed`);
  const first = await collectSource(source, undefined, contextWith());
  target = '/b';
  const second = await collectSource(source, first.state, contextWith({ force: true }));
  await collectSource(source, second.state, contextWith({ force: true }));
  const conditions = seen.map(([path, headers]) => [path, headers['if-none-match']]);
  expect(conditions).toEqual([
    ['/feed', undefined],
    ['/a', undefined],
    ['/feed', undefined],
    ['/b', undefined],
    ['/feed', undefined],
    ['/b', '"same everywhere"'],
  ]);
});

test('a source that fails at its new place is looked for at its configured one again', async () => {
  const asked: string[] = [];
  const origin = await serve((request, response) => {
    asked.push(String(request.headers.host));
    response.writeHead(404).end();
  });
  const source = sourceAt('http://old.example/feed');
  const context = contextWith({ dispatcher: rerouteTo(origin), force: true });
  const { state } = await collectSource(source, undefined, context);
  const moved: SourceState = { ...state, movedTo: 'http://new.example/feed' };
  const failed = await collectSource(source, moved, context);
  expect(failed.state.lastFailure).toBe(
    '[GET] http://old.example/feed: 404 Not Found (at http://new.example/feed)',
  );
  await collectSource(source, failed.state, context);
  expect(asked).toEqual(['old.example', 'new.example', 'old.example']);
});

test('a page in place of the feed keeps the validators of the last good answer', async () => {
  let isBroken = false;
  const seen: (string | undefined)[] = [];
  const origin = await serve((request, response) => {
    seen.push(request.headers['if-none-match']);
    response.setHeader('etag', isBroken ? '"page"' : '"feed"');
    response.end(isBroken ? '<!doctype html><title>Maintenance</title>' : rss(['One']));
  });
  const source = sourceAt(`${origin}/feed`);
  const first = await collectSource(source, undefined, contextWith());
  isBroken = true;
  const second = await collectSource(source, first.state, contextWith({ force: true }));
  expect(second.kind).toBe('failed');
  await collectSource(source, second.state, contextWith({ force: true }));
  expect(seen).toEqual([undefined, '"feed"', '"feed"']);
});

test('a gone source that is forced and there again is read as before', async () => {
  let isGone = true;
  const origin = await serve((_, response) => {
    response.statusCode = isGone ? 410 : 200;
    response.end(isGone ? '' : rss(['Back']));
  });
  const source = sourceAt(`${origin}/feed`);
  const gone = await collectSource(source, undefined, contextWith());
  const later = { now: () => NOON.add({ hours: 1000 }) };
  expect((await collectSource(source, gone.state, contextWith(later))).kind).toBe('not-due');
  isGone = false;
  const back = await collectSource(source, gone.state, contextWith({ ...later, force: true }));
  expect(back).toMatchObject({ kind: 'collected', state: { failuresInARow: 0 } });
  expect(back.state.isGone).toBeUndefined();
  expect(back.state.lastFailure).toBeUndefined();
});

test('a clock that was set back does not silence a source', async () => {
  const origin = await serve((_, response) => response.end(rss(['One'])));
  const source = sourceAt(`${origin}/feed`);
  const ahead = contextWith({ now: () => NOON.add({ hours: 24 * 365 }) });
  const { state } = await collectSource(source, undefined, ahead);
  const outcome = await collectSource(source, state, contextWith());
  expect(outcome.kind).toBe('unchanged');
  expect(outcome.state.dueAt).toEqual(NOON.add({ hours: 1 }));
});

test('a source is not asked in an hour that it would have skipped, however late it is', async () => {
  let requests = 0;
  const origin = await serve((_, response) => {
    requests += 1;
    response.end(rss(['One'], '<skipHours><hour>12</hour></skipHours>'));
  });
  const source = sourceAt(`${origin}/feed`);
  const askedAfter = async (hours: number, state: SourceState) =>
    collectSource(source, state, contextWith({ now: () => NOON.add({ hours }) }));
  const { state } = await collectSource(source, undefined, contextWith());
  expect((await askedAfter(24, state)).kind).toBe('not-due');
  expect((await askedAfter(25, state)).kind).toBe('unchanged');
  expect(requests).toBe(2);
});

test.each([
  ['itself', [], true],
  ['where a permanent redirect leads', [301], true],
  ['where permanent redirects lead', [308, 301], true],
  ['where a temporary redirect leads', [302], false],
  ['where a permanent and a temporary redirect lead', [301, 302], false],
])('a source that is gone %s: asked no more, or later', async (_, redirects, isGone) => {
  const origin = await serve((request, response) => {
    const hop = Number(request.url?.slice(1));
    const status = redirects[hop] ?? 410;
    response.writeHead(status, { location: `/${hop + 1}` }).end();
  });
  const { state } = await collectSource(sourceAt(`${origin}/0`), undefined, contextWith());
  expect(state.lastFailure).toContain('410 Gone');
  expect(state.isGone ?? false).toBe(isGone);
  expect(state.dueAt).toEqual(NOON.add({ hours: 1 }));
});

test('a source is gone at an address without a path, too', async () => {
  const origin = await serve((_, response) => response.writeHead(410).end());
  const { state } = await collectSource(sourceAt(origin), undefined, contextWith());
  expect(state.isGone).toBe(true);
});

test('a source that is gone stays so when it is asked by force and fails otherwise', async () => {
  let status = 410;
  const origin = await serve((_, response) => response.writeHead(status).end());
  const source = sourceAt(`${origin}/feed`);
  const { state } = await collectSource(source, undefined, contextWith());
  status = 500;
  const again = await collectSource(source, state, contextWith({ force: true }));
  expect(again).toMatchObject({ kind: 'failed', state: { isGone: true } });
});

test('a source that is gone is asked again at another URL of its configuration', async () => {
  const origin = await serve((request, response) => {
    response.writeHead(request.url === '/old' ? 410 : 200).end(rss(['One']));
  });
  const { state } = await collectSource(sourceAt(`${origin}/old`), undefined, contextWith());
  const moved = await collectSource(sourceAt(`${origin}/new`), state, contextWith());
  expect(moved.kind).toBe('collected');
});
