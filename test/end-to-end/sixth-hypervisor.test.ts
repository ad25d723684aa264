import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Edition } from '../../src/model/edition.ts';
import { type FeedItem, type FeedServer, feedOf, openFeedServer } from '../support/feed-server.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const firstOfJune = ['--as-of', '2024-06-01T12:00:00Z'];
const secondOfJune = ['--as-of', '2024-06-02T12:00:00Z'];

/** All that the program is told about a platform that it has never heard of. */
const harvester = {
  id: 'harvester',
  name: 'Harvester',
  vendor: 'SUSE',
  terms: { Harvester: 1.6, 'SUSE Virtualization': 2, hyperconverged: 0.4 },
  negativeContexts: ['combine harvester', 'credential harvester'],
  incidental: ['platforms such as Harvester'],
  sites: ['harvesterhci.io'],
  sideProducts: ['Harvester Terraform provider'],
  upstream: ['KubeVirt'],
  flagships: ['Harvester', 'SUSE Virtualization'],
};

const item = (id: string, title: string, text: string, publishedOn = '2024-05-24'): FeedItem => ({
  id,
  title,
  text,
  publishedOn,
});
const proxmox = item(
  'pve',
  'Proxmox VE 8.2 released',
  'Proxmox Virtual Environment 8.2 is available, with an import wizard.',
);
const tractor = item(
  'tractor',
  'This combine harvester steers itself',
  'A combine harvester finds its way across a field without a driver.',
);
const phishing = item(
  'phishing',
  'A new credential harvester is making the rounds',
  'The kit is a credential harvester that mimics login pages.',
);
const passing = item(
  'passing',
  'VMware customers weigh their options',
  'VMware customers look at their options, and at platforms such as Harvester among others.',
);
const old = item('old', 'Harvester 1.2 released', 'Harvester 1.2 is available.', '2023-10-01');
const release = item(
  'release',
  'Harvester 1.4 released with live storage migration',
  'Harvester 1.4 is generally available. It moves the volumes of running machines.',
  '2024-06-01',
);
const provider = item(
  'provider',
  'Harvester Terraform provider 0.6.4',
  'The Harvester Terraform provider fixes a crash.',
  '2024-06-01',
);

describe('a sixth hypervisor, added to the configuration alone', () => {
  let server: FeedServer;
  let workspace: Workspace;
  let shipped: readonly { readonly id: string }[];
  beforeEach(async () => {
    server = await openFeedServer();
    server.feeds.set('/press.xml', [proxmox, tractor, phishing, passing]);
    server.feeds.set('/harvester.xml', [old]);
    const source = feedOf(server);
    shipped = JSON.parse(await readFile('feeds.config.json', 'utf8')).hypervisors;
    workspace = await openWorkspace([source('press'), source('harvester', 'harvester')], {
      hypervisors: [...shipped, harvester],
    });
  });
  afterEach(() => Promise.all([server.close(), workspace.remove()]));

  async function issue(at: readonly string[]) {
    const { stdout } = await workspace.run(['digest', '--json', ...at]);
    const { edition: issued } = JSON.parse(stdout);
    const read = (...path: string[]) => readFile(join(workspace.output, ...path), 'utf8');
    const edition: Edition = JSON.parse(await read('editions', issued.id, 'edition.json'));
    return {
      edition,
      section: edition.sections.at(-1),
      page: await read('editions', issued.id, 'index.html'),
      feed: await read('feed.xml'),
    };
  }
  const categories = (feed: string) =>
    feed.match(/<category (?=[^>]*term="harvester")[^>]*label="Harvester"[^>]*>/g) ?? [];

  test('gets a section, a category of the feed and a quiet line, and no news that is not its own', async () => {
    const { edition, section, page, feed } = await issue(firstOfJune);
    expect(edition.sections.map(({ hypervisorId }) => hypervisorId)).toEqual([
      ...shipped.map(({ id }) => id),
      'harvester',
    ]);
    expect(section).toMatchObject({
      name: 'Harvester',
      vendor: 'SUSE',
      storyIds: [],
      briefIds: [],
    });
    expect(section?.quiet?.reason).toBe('nothing-new');
    const quiet = 'Nothing new about Harvester in this period, from SUSE or anybody else.';
    expect(page).toContain(quiet);
    expect(feed).toContain(quiet);
    expect(categories(feed)).toHaveLength(1);
    expect(edition.stories.flatMap(({ hypervisors }) => hypervisors)).not.toContain('harvester');
  });

  test('has a story that says why it is there, and its side product below that', async () => {
    await issue(firstOfJune);
    server.feeds.set('/press.xml', [release, proxmox]);
    server.feeds.set('/harvester.xml', [provider, old]);
    const { edition, section, page, feed } = await issue(secondOfJune);
    const story = edition.stories.find(({ headline }) => headline === release.title);
    expect(story?.hypervisors).toEqual(['harvester']);
    expect(story?.why.labels[0]?.text).toContain('"Harvester" in the title');
    expect(story?.why.rank.map(({ text }) => text)).toContain('A release of Harvester');
    expect(section?.storyIds).toEqual([story?.id]);
    const minor = edition.stories.find(({ headline }) => headline === provider.title);
    expect(minor?.why.rank.map(({ text }) => text)).toContain('About a side product');
    expect(section?.quiet).toBeUndefined();
    expect(edition.leads).toEqual([story?.id]);
    expect(page).toContain(release.title);
    expect(categories(feed)).toHaveLength(2);
  });

  test('is not called quiet when its own source could not be read', async () => {
    server.feeds.set('/harvester.xml', 503);
    const { section, page } = await issue(firstOfJune);
    expect(section?.quiet?.reason).toBe('sources-unreadable');
    expect(page).toContain('The source dedicated to Harvester could not be read');
  });
});
