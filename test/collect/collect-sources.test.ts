import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { collectSources } from '../../src/collect/collect-sources.ts';
import { rerouteTo } from '../../src/collect/fetch/reroute-to.ts';
import { contextWith, sourceAt } from './support/context.ts';
import { rss } from './support/rss.ts';
import { serve } from './support/serve.ts';

function sourcesAt(origin: string, count: number) {
  return Array.from({ length: count }, (_, index) =>
    sourceAt(`${origin}/${index}`, { id: `source-${index}` }),
  );
}

test('ten sources on one host share two connections', async () => {
  let connections = 0;
  const server = createServer((request, response) => response.end(rss([String(request.url)])));
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const titles: string[] = [];
  await collectSources(sourcesAt(origin, 10), new Map(), contextWith(), async (_, outcome) => {
    if (outcome.kind === 'collected') titles.push(...outcome.entries.map(({ title }) => title));
  });
  expect(titles).toHaveLength(10);
  expect(connections).toBeLessThanOrEqual(2);
});

/** A network of many hosts, all of them played by one server, with sources on them. */
async function serveHosts(
  names: readonly string[],
  handle: (host: string, request: IncomingMessage, response: ServerResponse) => void,
) {
  const origin = await serve((request, response) =>
    handle(request.headers.host ?? '', request, response),
  );
  const sources = (count: number) =>
    names.flatMap((name) =>
      sourcesAt(`http://${name}`, count).map((source) => ({ ...source, id: name + source.id })),
    );
  return { sources, dispatcher: rerouteTo(origin) };
}

/** How many requests run at once, each of them for a moment. */
function countOpen(): { most: number; answer: (response: ServerResponse) => void } {
  let open = 0;
  const count = {
    most: 0,
    answer: (response: ServerResponse) => {
      open += 1;
      count.most = Math.max(count.most, open);
      setTimeout(() => {
        open -= 1;
        response.end(rss(['One']));
      }, 5);
    },
  };
  return count;
}

test('a bound on all requests holds over many hosts', async () => {
  const open = countOpen();
  const names = Array.from({ length: 6 }, (_, index) => `host-${index}.example`);
  const hosts = await serveHosts(names, (_, __, response) => open.answer(response));
  const context = contextWith({
    dispatcher: hosts.dispatcher,
    limits: { requestsAtOnce: 3 },
  });
  let outcomes = 0;
  await collectSources(hosts.sources(1), new Map(), context, async () => {
    outcomes += 1;
  });
  expect(outcomes).toBe(6);
  expect(open.most).toBe(3);
});

test('the ports of a host are one host', async () => {
  const open = countOpen();
  const names = ['one.example:81', 'one.example:82', 'one.example:83'];
  const hosts = await serveHosts(names, (_, __, response) => open.answer(response));
  const context = contextWith({ dispatcher: hosts.dispatcher });
  await collectSources(hosts.sources(2), new Map(), context, async () => {});
  expect(open.most).toBe(2);
});

test('redirects between two hosts that are both busy do not lock each other out', async () => {
  const names = ['one.example', 'two.example'];
  const hosts = await serveHosts(names, (host, { url }, response) => {
    const other = names.find((name) => name !== host);
    if (url?.startsWith('/there')) response.end(rss(['There']));
    else response.writeHead(302, { location: `http://${other}/there${url}` }).end();
  });
  const context = contextWith({
    dispatcher: hosts.dispatcher,
    limits: { requestsAtOnce: 2, requestsPerHost: 1 },
  });
  const kinds: string[] = [];
  await collectSources(hosts.sources(6), new Map(), context, async (_, { kind }) => {
    kinds.push(kind);
  });
  expect(kinds).toEqual(Array(12).fill('collected'));
});

test('a busy host does not hold up the others', async () => {
  const { promise: quietWasAsked, resolve: releaseBusy } = Promise.withResolvers<void>();
  const names = ['busy.example', 'quiet.example'];
  const hosts = await serveHosts(names, async (host, _, response) => {
    if (host === 'quiet.example') releaseBusy();
    else await quietWasAsked;
    response.end(rss([host]));
  });
  const context = contextWith({
    dispatcher: hosts.dispatcher,
    limits: { requestsAtOnce: 2, requestsPerHost: 1 },
  });
  const kinds: string[] = [];
  await collectSources(hosts.sources(4), new Map(), context, async (_, { kind }) => {
    kinds.push(kind);
  });
  expect(kinds).toEqual(Array(8).fill('collected'));
});

test('when an outcome cannot be saved, nothing more is asked and the cause is thrown', async () => {
  let requests = 0;
  const origin = await serve((_, response) => {
    requests += 1;
    response.end(rss(['One']));
  });
  const full = new Error('disk full');
  const run = collectSources(sourcesAt(origin, 50), new Map(), contextWith(), async () => {
    throw full;
  });
  await expect(run).rejects.toBe(full);
  expect(requests).toBeLessThan(10);
});

test('an interrupted run is no failure of its sources', async () => {
  const stop = new AbortController();
  const origin = await serve((_, response) => {
    response.write('<rss');
    stop.abort(new Error('interrupted'));
  });
  const outcomes: unknown[] = [];
  const context = contextWith({ signal: stop.signal });
  const run = collectSources(sourcesAt(origin, 5), new Map(), context, async (_, outcome) => {
    outcomes.push(outcome);
  });
  await expect(run).rejects.toThrow('interrupted');
  expect(outcomes).toEqual([]);
});
