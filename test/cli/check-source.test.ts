import { describe, expect, test } from 'vitest';
import { checkSource } from '../../src/cli/check-source.ts';
import { contextWith, sourceAt } from '../collect/support/context.ts';
import { rss } from '../collect/support/rss.ts';
import { serve } from '../collect/support/serve.ts';

describe('checking a source', () => {
  test('tells what it holds', async () => {
    const origin = await serve((_, response) => response.end(rss(['One', 'Two', 'Three'])));
    const source = sourceAt(`${origin}/feed`);
    expect(await checkSource(source, contextWith())).toEqual({
      kind: 'holds',
      source,
      format: 'RSS 2.0',
      entries: 3,
      newestAt: Temporal.Instant.from('2024-04-03T10:00:00Z'),
      at: `${origin}/feed`,
      movedTo: undefined,
    });
  });

  test('reads a list by its field map, and names its kind', async () => {
    const list = [{ t: 'A', on: '2024-05-01' }, { t: 'B' }];
    const origin = await serve((_, response) => response.end(JSON.stringify({ list })));
    const json = { items: 'list', title: 't', publishedAt: 'on' };
    expect(
      await checkSource(sourceAt(origin, { kind: 'json', json }), contextWith()),
    ).toMatchObject({
      format: 'JSON list',
      entries: 2,
      newestAt: Temporal.Instant.from('2024-05-01T00:00:00Z'),
    });
  });

  test('tells releases without their pre-releases, as they are collected', async () => {
    const origin = await serve((_, response) => response.end(rss(['v1.0', 'v1.1-rc1'])));
    expect(
      await checkSource(sourceAt(origin, { kind: 'github-releases' }), contextWith()),
    ).toMatchObject({ format: 'GitHub releases, RSS 2.0', entries: 1 });
  });

  test('says where a source moved', async () => {
    const origin = await serve(({ url }, response) =>
      url === '/new'
        ? response.end(rss(['One']))
        : response.writeHead(301, { location: '/new' }).end(),
    );
    expect(await checkSource(sourceAt(`${origin}/old`), contextWith())).toMatchObject({
      at: `${origin}/new`,
      movedTo: `${origin}/new`,
    });
  });

  test('a page instead of a feed is a failure that names the feeds it offers', async () => {
    const html = '<html><link rel=alternate type=application/atom+xml href=/blog.atom></html>';
    const origin = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(html),
    );
    expect(await checkSource(sourceAt(`${origin}/blog`), contextWith())).toMatchObject({
      kind: 'failed',
      reason: `[GET] ${origin}/blog: an HTML page instead of a feed; it offers ${origin}/blog.atom`,
    });
  });

  test('a failure behind a redirect names both places', async () => {
    const origin = await serve(({ url }, response) =>
      url === '/new'
        ? response.writeHead(503).end()
        : response.writeHead(302, { location: '/new' }).end(),
    );
    expect(await checkSource(sourceAt(`${origin}/old`), contextWith())).toMatchObject({
      kind: 'failed',
      reason: `[GET] ${origin}/old: 503 Service Unavailable (at ${origin}/new)`,
    });
  });
});
