import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server saw it. */
export interface Seen {
  readonly at: Temporal.Instant;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Requests to this host that were open when it came, itself included. */
  readonly open: number;
  readonly answer: Answer;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Site = (request: { path: string; headers: IncomingHttpHeaders }) => Answer;

/** Many hosts behind one loopback server with a clock of its own; keeps a record of every request. */
export class LiveFeeds {
  readonly seen = new Map<string, Seen[]>();
  readonly #open = new Map<string, number>();
  readonly #server: Server;
  readonly #clock: () => Temporal.Instant;

  constructor(sites: Readonly<Record<string, Site>>, clock: () => Temporal.Instant) {
    this.#clock = clock;
    this.#server = createServer((request, response) => {
      const host = String(request.headers.host);
      const path = String(request.url);
      const answer = sites[host]?.({ path, headers: request.headers }) ?? { status: 404 };
      this.#note(host, path, request.headers, answer);
      // Held for a moment, so that requests at the same time meet.
      setTimeout(() => {
        this.#open.set(host, (this.#open.get(host) ?? 0) - 1);
        response.writeHead(answer.status, answer.headers).end(answer.body);
      }, 2);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** All requests to a host, or to one path of it, in order. */
  at(host: string, path?: string): readonly Seen[] {
    const seen = this.seen.get(host) ?? [];
    return path === undefined ? seen : seen.filter((one) => one.path === path);
  }

  #note(host: string, path: string, headers: IncomingHttpHeaders, answer: Answer): void {
    const open = (this.#open.get(host) ?? 0) + 1;
    this.#open.set(host, open);
    const seen = this.seen.get(host) ?? [];
    this.seen.set(host, seen);
    seen.push({ at: this.#clock(), path, headers, open, answer });
  }
}
