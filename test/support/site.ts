import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves what stands in `pages`, by path, on loopback; anything else is not found. */
export async function openSite(
  pages: ReadonlyMap<string, string>,
): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = createServer(({ url = '' }, response) => {
    const page = pages.get(url);
    response.writeHead(page === undefined ? 404 : 200).end(page);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
