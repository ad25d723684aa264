import { EventEmitter } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** Feeds that have more in every round, and something edited; some answer fast, some late or slowly. */
export interface GrowingSite {
  readonly urls: readonly string[];
  /** Starts a round: what came before is forgotten. */
  begin(round: number): void;
  /** What it had to do in this round. */
  readonly requests: number;
  readonly answers: number;
  /** When so many requests have come, or answers are out, in this round. */
  reached(what: 'request' | 'answer', count: number): Promise<void>;
  close(): Promise<void>;
}

/** The items of a feed in a round, as they ought to be stored. */
export function itemsOf(feed: number, round: number): readonly { title: string; text: string }[] {
  return Array.from({ length: 10 + 5 * round }, (_, index) => {
    // What was new five rounds ago has been edited since.
    const edition = index < 5 * (round - 5) ? 'corrected' : 'first';
    const title = `Proxmox VE part ${index} of series ${feed}`;
    return {
      title,
      text: `${title}, ${edition} version. ${'It takes some room. '.repeat(15)}`.trim(),
    };
  });
}

export async function openGrowingSite(feeds: number): Promise<GrowingSite> {
  const seen = { round: 0, request: 0, answer: 0 };
  const events = new EventEmitter().setMaxListeners(0);
  const note = (what: 'request' | 'answer', round: number) => {
    if (round !== seen.round) return;
    seen[what] += 1;
    events.emit(what);
  };
  const server = createServer(async (request, response) => {
    const feed = Number(/\d+/.exec(request.url ?? '')?.[0]);
    const { round } = seen;
    note('request', round);
    response.on('finish', () => note('answer', round));
    await answer(response, feed, Buffer.from(toRss(feed, round)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    urls: Array.from({ length: feeds }, (_, feed) => `http://127.0.0.1:${port}/feed-${feed}.xml`),
    begin: (round) => Object.assign(seen, { round, request: 0, answer: 0 }),
    get requests() {
      return seen.request;
    },
    get answers() {
      return seen.answer;
    },
    reached: (what, count) =>
      new Promise((resolve) => {
        const look = () => {
          if (seen[what] < count) return;
          events.off(what, look);
          resolve();
        };
        events.on(what, look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(response: ServerResponse, feed: number, body: Buffer): Promise<void> {
  const manner = feed % 4;
  if (manner === 1) return void response.setHeader('content-encoding', 'gzip').end(gzipSync(body));
  if (manner === 2) await sleep(30);
  if (manner === 3) {
    const piece = Math.ceil(body.length / 6);
    for (let at = 0; at < body.length; at += piece) {
      response.write(body.subarray(at, at + piece));
      await sleep(8);
    }
    return void response.end();
  }
  response.end(body);
}

function toRss(feed: number, round: number): string {
  const items = itemsOf(feed, round).map(({ title, text }, index) => {
    const id = `https://news.example/${feed}/${index}`;
    const date = new Date(Date.UTC(2024, 4, 1, index)).toUTCString();
    return `<item><title>${title}</title><link>${id}</link><guid>${id}</guid><pubDate>${date}</pubDate><description>${text}</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Series ${feed}</title>${items.reverse().join('')}</channel></rss>`;
}
