import { describe, expect, test } from 'vitest';
import { checkSource } from '../../src/cli/check-source.ts';
import { tellChecked, tellUnreadable } from '../../src/cli/tell-checked.ts';
import { collectSource } from '../../src/collect/collect-source.ts';
import { contextWith, NOON, sourceAt } from '../collect/support/context.ts';
import { rss } from '../collect/support/rss.ts';
import { serve } from '../collect/support/serve.ts';

describe('checking a source', () => {
  test('tells what it holds', async () => {
    const origin = await serve((_, response) => response.end(rss(['One', 'Two', 'Three'])));
    const source = sourceAt(`${origin}/feed`);
    expect(await checkSource(source, undefined, contextWith())).toEqual({
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
      await checkSource(sourceAt(origin, { kind: 'json', json }), undefined, contextWith()),
    ).toMatchObject({
      format: 'JSON list',
      entries: 2,
      newestAt: Temporal.Instant.from('2024-05-01T00:00:00Z'),
    });
  });

  test('tells releases without their pre-releases, as they are collected', async () => {
    const origin = await serve((_, response) => response.end(rss(['v1.0', 'v1.1-rc1'])));
    expect(
      await checkSource(sourceAt(origin, { kind: 'github-releases' }), undefined, contextWith()),
    ).toMatchObject({ format: 'GitHub releases, RSS 2.0', entries: 1 });
  });

  test('says where a source moved', async () => {
    const origin = await serve(({ url }, response) =>
      url === '/new'
        ? response.end(rss(['One']))
        : response.writeHead(301, { location: '/new' }).end(),
    );
    expect(await checkSource(sourceAt(`${origin}/old`), undefined, contextWith())).toMatchObject({
      at: `${origin}/new`,
      movedTo: `${origin}/new`,
    });
  });

  test('a page instead of a feed is a failure that names the feeds it offers', async () => {
    const html = '<html><link rel=alternate type=application/atom+xml href=/blog.atom></html>';
    const origin = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(html),
    );
    expect(await checkSource(sourceAt(`${origin}/blog`), undefined, contextWith())).toMatchObject({
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
    expect(await checkSource(sourceAt(`${origin}/old`), undefined, contextWith())).toMatchObject({
      kind: 'failed',
      reason: `[GET] ${origin}/old: 503 Service Unavailable (at ${origin}/new)`,
    });
  });

  test('asks conditionally for what was collected, and tells that it did not change', async () => {
    const conditions: (string | undefined)[] = [];
    const origin = await serve(({ headers }, response) => {
      conditions.push(headers['if-none-match']);
      if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.setHeader('etag', '"1"').end(rss(['One']));
    });
    const source = sourceAt(`${origin}/feed`);
    const { state } = await collectSource(source, undefined, contextWith());
    const checked = await checkSource(source, state, contextWith());
    expect(checked).toMatchObject({ kind: 'unchanged', since: NOON });
    expect(conditions).toEqual([undefined, '"1"']);
    expect(tellChecked([checked], 'UTC')).toEqual([
      'blog  unchanged since it was asked on 2024-06-05',
      'Asked 1 source: 1 could be read, 0 failed.',
    ]);
  });

  test('does not ask while its server wants to be left alone, whatever failed since', async () => {
    let requests = 0;
    const origin = await serve((_, response) => {
      requests += 1;
      response.writeHead(503, requests === 1 ? { 'retry-after': '7200' } : {}).end();
    });
    const source = sourceAt(`${origin}/feed`);
    const first = await collectSource(source, undefined, contextWith());
    const { state } = await collectSource(source, first.state, contextWith({ force: true }));
    const later = (hours: number) => contextWith({ now: () => NOON.add({ hours }) });
    const checked = await checkSource(source, state, later(1));
    expect(tellUnreadable([checked])).toEqual([
      'Not asked: A blog: its server wants to be left alone until 2024-06-05T14:00:00Z (Retry-After)',
    ]);
    expect(tellChecked([checked], 'UTC')).toEqual([
      'Asked 0 sources: 0 could be read, 0 failed. 1 not asked.',
    ]);
    expect(requests).toBe(2);
    expect((await checkSource(source, state, later(2))).kind).toBe('failed');
    expect(requests).toBe(3);
  });

  test('notices a form that changed since it was collected', async () => {
    let field = 'on';
    const origin = await serve((_, response) => {
      response.end(JSON.stringify([{ t: 'A', [field]: '2024-05-01' }]));
    });
    const json = { items: '', title: 't', publishedAt: 'on' };
    const source = sourceAt(origin, { kind: 'json', json });
    const { state } = await collectSource(source, undefined, contextWith());
    field = 'date';
    expect(await checkSource(source, state, contextWith())).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('0 of 1 items have a publishedAt'),
    });
  });
});
