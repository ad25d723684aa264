import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Dispatcher } from 'undici';
import { rerouteTo } from '../collect/fetch/reroute-to.ts';
import type { Config } from '../config/config.ts';

/** A network whose sources answer as they did when they were recorded. */
export interface Recording {
  readonly config: Config;
  readonly network: Dispatcher;
  close(): Promise<void>;
}

/** What an address answered. */
interface Recorded {
  readonly url: string;
  readonly file?: string;
  readonly contentType?: string;
  readonly status?: number;
}

const folder = new URL('../../demo/', import.meta.url);

/**
 * Serves the recorded feeds and open data over HTTP on loopback. The configuration is the given one
 * with the recorded sources: they keep their real URLs, and the network leads every request here.
 */
export async function openRecording(config: Config): Promise<Recording> {
  const sources = readRecorded<Config['sources'][number]>('sources.json');
  const facts = readRecorded<Config['facts'][number]>('facts.json');
  const recorded = [...sources, ...facts];
  const server = createServer((request, response) => answer(recorded, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    config: {
      ...config,
      sources: sources.map(({ file, contentType, status, ...source }) => source),
      facts: facts.map(({ file, contentType, status, ...list }) => list),
    },
    network: rerouteTo(`http://127.0.0.1:${port}`),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readRecorded<Configured extends object>(file: string): (Configured & Recorded)[] {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
}

function answer(
  recorded: readonly Recorded[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const asked = `${request.headers.host}${request.url}`;
  const found = recorded.find(({ url }) => url.replace(/^https?:\/\//, '') === asked);
  if (found?.file === undefined) {
    response.writeHead(found?.status ?? 404, { 'content-type': 'text/plain' }).end();
    return;
  }
  const body = readFileSync(fileURLToPath(new URL(found.file, folder)));
  response.writeHead(200, { 'content-type': found.contentType ?? 'application/xml' }).end(body);
}
