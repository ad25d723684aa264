import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rss } from '../collect/support/rss.ts';
import { serve } from '../collect/support/serve.ts';
import { openWorkspace } from '../support/workspace.ts';

const request = { allowsPrivate: true };
const asOf = ['--as-of', '2024-04-08T12:00:00Z'];
const env = { FEED_KEY: 'only-for-the-server' };

test('the secret of a URL reaches the server, and no report, list, export or reader', async () => {
  const asked: (string | undefined)[] = [];
  const origin = await serve(({ url }, response) => {
    asked.push(url);
    if (url === '/feed') response.end(rss(['Proxmox VE 8.2 is out']));
    else response.writeHead(404).end();
  });
  const failing = `${origin}/broken?key=\${FEED_KEY}`;
  const workspace = await openWorkspace([
    { id: 'good', name: 'The good one', url: `${origin}/feed`, hypervisor: 'proxmox', request },
    { id: 'bad', name: 'The bad one', url: failing, hypervisor: 'proxmox', request },
  ]);
  try {
    const told = [];
    for (const args of [['digest'], ['sources', 'list', '--json'], ['sources', 'export']])
      told.push(await workspace.run([...args, ...asOf], { env }));
    const files = await readdir(workspace.output, { recursive: true, withFileTypes: true });
    const published = files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
    const everything = [
      ...told.map((one) => JSON.stringify(one)),
      ...(await Promise.all(published)),
    ];
    expect(asked).toContain('/broken?key=only-for-the-server');
    expect(everything.filter((text) => text.includes('only-for-the-server'))).toEqual([]);
    expect(everything.filter((text) => text.includes('FEED_KEY')).length).toBeGreaterThan(3);
  } finally {
    await workspace.remove();
  }
});
