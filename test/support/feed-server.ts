import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface FeedItem {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly publishedOn: string;
}

/** A site with feeds on loopback, whose answers a test changes as it goes. */
export interface FeedServer {
  readonly origin: string;
  /** By path: the items of a feed, or the status of a refusal. */
  readonly feeds: Map<string, readonly FeedItem[] | number>;
  /** How long each answer is held back, in milliseconds. */
  delayMs: number;
  readonly requests: { readonly path: string; readonly headers: NodeJS.Dict<string | string[]> }[];
  close(): Promise<void>;
}

export async function openFeedServer(): Promise<FeedServer> {
  const feeds: FeedServer['feeds'] = new Map();
  const requests: FeedServer['requests'] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers });
    if (opened.delayMs > 0) await setTimeout(opened.delayMs);
    const feed = feeds.get(path) ?? 404;
    if (typeof feed === 'number') return response.writeHead(feed).end();
    return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(toRss(feed));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const opened: FeedServer = {
    delayMs: 0,
    origin: `http://127.0.0.1:${port}`,
    feeds,
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return opened;
}

function toRss(items: readonly FeedItem[]): string {
  const parts = items.map(
    ({ id, title, text, publishedOn }) =>
      `<item><title>${title}</title><link>https://news.example/${id}</link><guid isPermaLink="false">${id}</guid>` +
      `<pubDate>${new Date(publishedOn).toUTCString()}</pubDate><description>${text}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://news.example/</link><description>News</description>${parts.join('')}</channel></rss>`;
}

/** Feeds of a server as sources: `/press.xml` is that of `press`. */
export function feedOf({ origin }: FeedServer): (id: string, hypervisor?: string) => object {
  return (id, hypervisor) => ({
    id,
    name: `The ${id} feed`,
    url: `${origin}/${id}.xml`,
    hypervisor,
    request: { allowsPrivate: true },
  });
}
