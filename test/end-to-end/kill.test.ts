import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Edition } from '../../src/model/edition.ts';
import { type FeedItem, openFeedServer } from '../support/feed-server.ts';
import { openMailSink } from '../support/mail-sink.ts';
import { openWorkspace } from '../support/workspace.ts';

const rounds = 12;
const readers = ['a@example.org', 'b@example.org', 'c@example.org'];

function item(round: number): FeedItem {
  return {
    id: `update-${round}`,
    title: `Proxmox VE update number ${round} for cluster ${round * 7919}`,
    text: `Proxmox VE gains part ${round} of a change to its clusters.`,
    publishedOn: '2024-05-24',
  };
}

/** When the clock stands in a round: two hours apart, so that the source is due. */
const clock = (round: number) =>
  Temporal.Instant.from('2024-06-01T00:00:00Z')
    .add({ hours: 2 * round })
    .toString();

test('killed at any moment and run again, it loses nothing and tells nothing twice', {
  timeout: 180_000,
}, async () => {
  const server = await openFeedServer();
  const sink = await openMailSink();
  const url = `${server.origin}/feed.xml`;
  const source = {
    id: 'news',
    name: 'News',
    url,
    hypervisor: 'proxmox',
    request: { allowsPrivate: true },
  };
  const email = { from: 'digest@example.org', recipients: readers, onUncertain: 'hold' };
  const workspace = await openWorkspace([source], { email });
  const env = { SMTP_URL: sink.url };
  const moments: number[] = [];
  const setFeed = (round: number) =>
    server.feeds.set(
      '/feed.xml',
      Array.from({ length: round + 1 }, (_, index) => item(index)),
    );
  // The first round is left alone: how long it takes here and now says when to kill the others.
  setFeed(0);
  const started = performance.now();
  await workspace.run(['digest', '--as-of', clock(0)], { env });
  const wholeMs = performance.now() - started;
  for (let round = 1; round < rounds; round += 1) {
    setFeed(round);
    const killAfterMs = Math.floor(wholeMs * (0.2 + Math.random()));
    moments.push(killAfterMs);
    await workspace.run(['digest', '--as-of', clock(round)], { env, killAfterMs });
  }
  const last = await workspace.run(['digest', '--as-of', clock(rounds + 1)], { env });
  const context = `killed after ${moments.join(', ')} ms`;
  expect(last.stderr.replace(/^Mail uncertain: .*\n/gm, ''), context).toBe('');

  const editions = await readEditions(join(workspace.output, 'editions'));
  const told = editions.flatMap(({ stories }) =>
    stories.flatMap(({ reports }) => reports.map(({ title }) => title)),
  );
  const expected = Array.from({ length: rounds }, (_, index) => item(index).title);
  expect(told.toSorted(), context).toEqual(expected.toSorted());

  const mailed = sink.taken.map(({ to, mail }) => `${mail.messageId} ${to}`);
  expect(new Set(mailed).size, context).toBe(mailed.length);
  // At most the one message that was on its way at each kill is held back as uncertain.
  expect(mailed.length, context).toBeGreaterThanOrEqual(editions.length * readers.length - rounds);
  const again = await workspace.run(['digest', '--as-of', clock(rounds + 2)], { env });
  expect(again.stdout).toContain('Nothing new');
  expect(sink.taken).toHaveLength(mailed.length);
  await Promise.all([server.close(), sink.close(), workspace.remove()]);
});

async function readEditions(folder: string): Promise<Edition[]> {
  const ids = await readdir(folder);
  return Promise.all(
    ids.map(async (id) => JSON.parse(await readFile(join(folder, id, 'edition.json'), 'utf8'))),
  );
}
