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

/** A source of demo/sources.json, with what it answered. */
type RecordedSource = Config['sources'][number] & {
  readonly file?: string;
  readonly contentType?: string;
  readonly status?: number;
};

const folder = new URL('../../demo/', import.meta.url);

/**
 * Serves the recorded feeds over HTTP on loopback. The configuration is the given one with the
 * recorded sources: they keep their real URLs, and the network leads every request here.
 */
export async function openRecording(config: Config): Promise<Recording> {
  const recorded: RecordedSource[] = JSON.parse(
    readFileSync(new URL('sources.json', folder), 'utf8'),
  );
  const server = createServer((request, response) => answer(recorded, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    config: {
      ...config,
      sources: recorded.map(({ file, contentType, status, ...source }) => source),
    },
    network: rerouteTo(`http://127.0.0.1:${port}`),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function answer(
  recorded: readonly RecordedSource[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const asked = `${request.headers.host}${request.url}`;
  const source = recorded.find(({ url }) => url.replace(/^https?:\/\//, '') === asked);
  if (source?.file === undefined) {
    response.writeHead(source?.status ?? 404, { 'content-type': 'text/plain' }).end();
    return;
  }
  const body = readFileSync(fileURLToPath(new URL(source.file, folder)));
  response.writeHead(200, { 'content-type': source.contentType ?? 'application/xml' }).end(body);
}
