import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Edition } from '../../src/model/edition.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type FeedItem, type FeedServer, openFeedServer } from '../support/feed-server.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const rightTime = '2024-06-05T12:00:00Z';

/** The clock as it is set: so far from what is right, after so many hours. */
const at = (hours: number, wrongBy: { readonly hours: number }) => [
  '--as-of',
  Temporal.Instant.from(rightTime)
    .add({ minutes: hours * 60 })
    .add(wrongBy)
    .toString(),
];
const right = { hours: 0 };
const dayBack = { hours: -24 };
const yearBack = { hours: -365 * 24 };
const yearAhead = { hours: 365 * 24 };

const item = (subject: string): FeedItem => ({
  id: subject,
  title: `Proxmox VE gains ${subject}`,
  text: `Proxmox VE now has ${subject}.`,
  publishedOn: '2024-05-24',
});

describe('a clock that was wrong', () => {
  let server: FeedServer;
  let workspace: Workspace;
  beforeEach(async () => {
    server = await openFeedServer();
    server.feeds.set('/well.xml', [item('snapshots')]);
    server.feeds.set('/broken.xml', 503);
    const sources = ['well', 'broken'].map((id) => ({
      id,
      name: `The ${id} one`,
      url: `${server.origin}/${id}.xml`,
      hypervisor: 'proxmox',
      request: { allowsPrivate: true },
    }));
    workspace = await openWorkspace(sources);
  });
  afterEach(async () => {
    await Promise.all([server.close(), workspace.remove()]);
  });

  async function askedBy(command: string, ...args: string[]): Promise<string[]> {
    server.requests.length = 0;
    await workspace.run([command, ...args]);
    return server.requests.map(({ path }) => path).toSorted();
  }

  async function editions(): Promise<readonly Edition[]> {
    const store = openStore(`sqlite:${workspace.folder}/digest.db`);
    const found = await store.editions();
    await store.close();
    return found.toReversed();
  }

  test.each([
    ['a day behind', dayBack],
    ['a year behind', yearBack],
    ['a year ahead', yearAhead],
  ])(
    '%s: once it is right every source is asked again, and then at its usual pace',
    async (_, wrong) => {
      const both = ['/broken.xml', '/well.xml'];
      expect(await askedBy('collect', ...at(0, wrong))).toEqual(both);
      expect(await askedBy('collect', ...at(2, wrong))).toEqual(both);
      expect(await askedBy('collect', ...at(3, right))).toEqual(both);
      expect(await askedBy('collect', ...at(3.5, right))).toEqual([]);
      expect(await askedBy('collect', ...at(27, right))).toEqual(both);
    },
  );

  test.each([
    ['a day behind', dayBack],
    ['a year behind', yearBack],
    ['a year ahead', yearAhead],
  ])(
    '%s: an edition is issued all the same, and once it is right each item is told once',
    async (_, wrong) => {
      await workspace.run(['digest', ...at(0, right)]);
      server.feeds.set('/well.xml', [item('live migration'), item('snapshots')]);
      const meanwhile = await workspace.run(['digest', ...at(2, wrong)]);
      expect(meanwhile.code).toBe(0);
      server.feeds.set('/well.xml', [
        item('a firewall'),
        item('live migration'),
        item('snapshots'),
      ]);
      const since = await workspace.run(['digest', ...at(4, right)]);
      expect(since.code).toBe(0);
      const nothing = await workspace.run(['digest', ...at(6, right)]);
      expect(nothing.stdout).toContain('Nothing new');

      const issued = await editions();
      expect(issued.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(new Set(issued.map(({ id }) => id)).size).toBe(3);
      expect(issued.map(({ stories }) => stories.map(({ headline }) => headline))).toEqual([
        [item('snapshots').title],
        [item('live migration').title],
        [item('a firewall').title],
      ]);
      for (const { period } of issued) expect(period.from <= period.until).toBe(true);
    },
  );
});
