import { describe, expect, test } from 'vitest';
import { type Discovery, findFeeds } from '../../src/cli/find-feeds.ts';
import type { Source } from '../../src/model/source.ts';
import { contextWith, sourceAt } from '../collect/support/context.ts';
import { rss } from '../collect/support/rss.ts';
import { serve } from '../collect/support/serve.ts';

type Page = string | { status?: number; location?: string; body?: string };

interface Seen {
  readonly path: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** A site on loopback with these pages; every request to it is kept. */
async function openSite(pages: Readonly<Record<string, Page>>) {
  const seen: Seen[] = [];
  const origin = await serve(({ url = '', headers }, response) => {
    seen.push({ path: url, headers });
    const page = pages[url] ?? { status: 404 };
    const { status = 200, location, body = '' } = typeof page === 'string' ? { body: page } : page;
    response.writeHead(status, location ? { location } : {}).end(body);
  });
  return { origin, seen };
}

async function discover(page: Source): Promise<Extract<Discovery, { kind: 'found' }>> {
  const discovery = await findFeeds(page, contextWith());
  if (discovery.kind === 'failed') throw new Error(discovery.reason);
  return discovery;
}

const announce = (...urls: string[]) =>
  urls.map((url) => `<link rel="alternate" type="application/rss+xml" href="${url}">`).join('');

describe('finding the feeds of a page', () => {
  test('what it announces is asked for, read and told, and nothing is guessed', async () => {
    const { origin, seen } = await openSite({
      '/blog': announce('/all.xml', '/gone.xml'),
      '/all.xml': rss(['One', 'Two']),
    });
    const found = await discover(sourceAt(`${origin}/blog`));
    expect(found).toEqual({
      kind: 'found',
      areAnnounced: true,
      feeds: [
        {
          url: `${origin}/all.xml`,
          title: 'A blog',
          format: 'RSS 2.0',
          entries: 2,
          newestAt: Temporal.Instant.from('2024-04-02T10:00:00Z'),
        },
      ],
      broken: [{ url: `${origin}/gone.xml`, reason: '404 Not Found' }],
    });
    expect(seen.map(({ path }) => path).toSorted()).toEqual(['/all.xml', '/blog', '/gone.xml']);
  });

  test('a feed is its own answer', async () => {
    const { origin, seen } = await openSite({ '/rss': rss(['One']) });
    expect((await discover(sourceAt(`${origin}/rss`))).feeds).toMatchObject([
      { url: `${origin}/rss`, entries: 1 },
    ]);
    expect(seen).toHaveLength(1);
  });

  test('without an announcement, what it links to and the usual places are tried', async () => {
    const { origin } = await openSite({
      '/blog': '<a href="/news.rss">RSS</a>',
      '/news.rss': rss(['Linked']),
      '/blog/feed/': rss(['Usual']),
      '/feed/': '<html>Not found, said with 200</html>',
    });
    const { feeds, areAnnounced } = await discover(sourceAt(`${origin}/blog`));
    expect(areAnnounced).toBe(false);
    expect(feeds.map(({ url }) => url)).toEqual([`${origin}/news.rss`, `${origin}/blog/feed/`]);
  });

  test('an empty feed is told when it is announced, and not when it is guessed', async () => {
    const { origin } = await openSite({
      '/blog': announce('/empty.xml'),
      '/bare': '<p>Nothing.',
      '/empty.xml': rss([]),
      '/bare/feed/': rss([]),
    });
    expect((await discover(sourceAt(`${origin}/blog`))).feeds).toMatchObject([{ entries: 0 }]);
    expect((await discover(sourceAt(`${origin}/bare`))).feeds).toEqual([]);
  });

  test('one feed at several addresses is told once, beyond permanent redirects', async () => {
    const { origin } = await openSite({
      '/blog': announce('/old.xml', '/new.xml', '/copy.xml'),
      '/old.xml': { status: 301, location: '/new.xml' },
      '/new.xml': rss(['One']),
      '/copy.xml': rss(['One']),
    });
    expect((await discover(sourceAt(`${origin}/blog`))).feeds).toMatchObject([
      { url: `${origin}/new.xml` },
    ]);
  });

  test('a temporary redirect does not change the address', async () => {
    const { origin } = await openSite({
      '/blog': announce('/feed.xml'),
      '/feed.xml': { status: 302, location: '/today.xml' },
      '/today.xml': rss(['One']),
    });
    expect((await discover(sourceAt(`${origin}/blog`))).feeds).toMatchObject([
      { url: `${origin}/feed.xml` },
    ]);
  });

  test('of a thousand announced feeds, only some are asked', async () => {
    const tags = Array.from({ length: 1000 }, (_, index) => `/tag/${index}.xml`);
    const { origin, seen } = await openSite({
      '/blog': announce('/all.xml', ...tags),
      '/all.xml': rss(['One']),
    });
    expect((await discover(sourceAt(`${origin}/blog`))).feeds).toHaveLength(1);
    expect(seen.length).toBeLessThan(30);
  });

  test('the secrets of a source go to its own site and no further', async () => {
    const other = await openSite({ '/feed': rss(['Elsewhere']) });
    const own = await openSite({
      '/blog': announce('/feed', `${other.origin}/feed`),
      '/feed': rss(['Here']),
    });
    const request = {
      headers: { 'X-Key': 'secret' },
      basicAuth: { username: 'me', password: 'x' },
    };
    await discover(sourceAt(`${own.origin}/blog`, { request }));
    const keys = (seen: readonly Seen[]) =>
      seen.map(({ headers }) => [headers['x-key'], headers.authorization !== undefined]);
    expect(keys(own.seen)).toEqual([
      ['secret', true],
      ['secret', true],
    ]);
    expect(keys(other.seen)).toEqual([[undefined, false]]);
  });

  test('a page that cannot be read is a failure with its reason', async () => {
    const { origin } = await openSite({});
    expect(await findFeeds(sourceAt(`${origin}/none`), contextWith())).toEqual({
      kind: 'failed',
      reason: `[GET] ${origin}/none: 404 Not Found`,
    });
  });
});
