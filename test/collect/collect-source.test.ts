import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { collectSource } from '../../src/collect/collect-source.ts';
import { contextWith, NOON, sourceAt } from './support/context.ts';
import { rss } from './support/rss.ts';
import { serve } from './support/serve.ts';

test('a feed becomes entries, and its validators are kept as they came', async () => {
  const origin = await serve((_, response) => {
    response.setHeader('etag', 'W/"abc"');
    response.setHeader('last-modified', 'yesterday, more or less');
    response.end(rss(['One', 'Two']));
  });
  const source = sourceAt(`${origin}/feed`);
  const outcome = await collectSource(source, undefined, contextWith());
  expect(outcome).toMatchObject({
    kind: 'collected',
    entries: [{ title: 'One' }, { title: 'Two' }],
    state: { etag: 'W/"abc"', lastModified: 'yesterday, more or less', failuresInARow: 0 },
  });
  expect(outcome.state.firstCollectedAt).toEqual(NOON);
  expect(outcome.state.dueAt).toEqual(NOON.add({ hours: 1 }));
});

test('the next request is conditional, and a 304 means unchanged', async () => {
  const seen: IncomingHttpHeaders[] = [];
  const origin = await serve((request, response) => {
    seen.push(request.headers);
    if (request.headers['if-none-match']) response.statusCode = 304;
    response.setHeader('etag', '"1"');
    response.end(response.statusCode === 304 ? undefined : rss(['One']));
  });
  const source = sourceAt(`${origin}/feed`);
  const first = await collectSource(source, undefined, contextWith());
  const later = contextWith({ now: () => NOON.add({ hours: 1 }) });
  const second = await collectSource(source, first.state, later);
  expect(second.kind).toBe('unchanged');
  expect(seen.map((headers) => headers['if-none-match'])).toEqual([undefined, '"1"']);
});

test('a source that is not due is not asked, unless forced, and then conditionally', async () => {
  const seen: IncomingHttpHeaders[] = [];
  const origin = await serve((request, response) => {
    seen.push(request.headers);
    response.setHeader('last-modified', 'Wed, 05 Jun 2024 10:00:00 GMT');
    response.end(rss(['One']));
  });
  const source = sourceAt(`${origin}/feed`);
  const first = await collectSource(source, undefined, contextWith());
  const second = await collectSource(source, first.state, contextWith());
  expect(second).toEqual({ kind: 'not-due', state: first.state });
  const third = await collectSource(source, first.state, contextWith({ force: true }));
  // The same bytes again: a server that ignores conditions is found out by the fingerprint.
  expect(third.kind).toBe('unchanged');
  expect(seen.map((headers) => headers['if-modified-since'])).toEqual([
    undefined,
    'Wed, 05 Jun 2024 10:00:00 GMT',
  ]);
});

test('a long ETag is sent back whole', async () => {
  const etag = `"${'version '.repeat(500)}"`;
  const seen: (string | undefined)[] = [];
  const origin = await serve(({ headers }, response) => {
    seen.push(headers['if-none-match']);
    response.setHeader('etag', etag).end(rss(['One']));
  });
  const first = await collectSource(sourceAt(origin), undefined, contextWith());
  await collectSource(sourceAt(origin), first.state, contextWith({ force: true }));
  expect(seen).toEqual([undefined, etag]);
});
