import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { collectSources } from '../../src/collect/collect-sources.ts';
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

test('a bound on all requests holds over many hosts', async () => {
  let open = 0;
  let most = 0;
  const handle = () => {
    open += 1;
    most = Math.max(most, open);
  };
  const origins = await Promise.all(
    Array.from({ length: 6 }, () =>
      serve((_, response) => {
        handle();
        setTimeout(() => {
          open -= 1;
          response.end(rss(['One']));
        }, 5);
      }),
    ),
  );
  const sources = origins.map((origin, index) => sourceAt(origin, { id: `source-${index}` }));
  const context = contextWith({ limits: { requestsAtOnce: 3 } });
  let outcomes = 0;
  await collectSources(sources, new Map(), context, async () => {
    outcomes += 1;
  });
  expect(outcomes).toBe(6);
  expect(most).toBe(3);
});

test('redirects between two hosts that are both busy do not lock each other out', async () => {
  const targets: string[] = [];
  const handle = (here: number) => (request: { url?: string }, response: ServerResponse) => {
    if (request.url?.startsWith('/there')) response.end(rss(['There']));
    else response.writeHead(302, { location: `${targets[1 - here]}/there${request.url}` }).end();
  };
  targets.push(await serve(handle(0)), await serve(handle(1)));
  const sources = targets.flatMap((origin, host) =>
    sourcesAt(origin, 6).map((source) => ({ ...source, id: `${host}-${source.id}` })),
  );
  const context = contextWith({ limits: { requestsAtOnce: 2, requestsPerHost: 1 } });
  const kinds: string[] = [];
  await collectSources(sources, new Map(), context, async (_, { kind }) => {
    kinds.push(kind);
  });
  expect(kinds).toEqual(Array(12).fill('collected'));
});

test('a busy host does not hold up the others', async () => {
  let releaseBusy = () => {};
  const quietWasAsked = new Promise<void>((release) => {
    releaseBusy = release;
  });
  const busy = await serve(async (_, response) => {
    await quietWasAsked;
    response.end(rss(['Busy']));
  });
  const quiet = await serve((_, response) => {
    releaseBusy();
    response.end(rss(['Quiet']));
  });
  const sources = [...sourcesAt(busy, 4), sourceAt(`${quiet}/feed`, { id: 'quiet' })];
  const context = contextWith({ limits: { requestsAtOnce: 2, requestsPerHost: 1 } });
  const kinds: string[] = [];
  await collectSources(sources, new Map(), context, async (_, { kind }) => {
    kinds.push(kind);
  });
  expect(kinds).toEqual(Array(5).fill('collected'));
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
