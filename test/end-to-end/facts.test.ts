import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Edition } from '../../src/model/edition.ts';
import { serve } from '../collect/support/serve.ts';
import { type FeedServer, openFeedServer } from '../support/feed-server.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const at = (day: string) => ['--as-of', `${day}T12:00:00Z`];
const advisory = {
  id: 'vmsa',
  title: 'VMSA-2024-0011: VMware ESXi updates address CVE-2024-22273',
  text: 'VMware ESXi has a flaw in a storage controller. ESXi 8.0 U2b holds the fix.',
  publishedOn: '2024-05-31',
};
const catalog = {
  vulnerabilities: [
    { cveID: 'CVE-2024-22273', dateAdded: '2024-05-31', knownRansomwareCampaignUse: 'Known' },
  ],
};
const lifecycle = {
  result: {
    releases: [
      { name: '7', eolFrom: '2024-07-31', latest: { name: '7.4', date: '2023-03-22' } },
      { name: '8', eolFrom: null, latest: { name: '8.2', date: '2024-04-24' } },
    ],
  },
};

describe('open data, by the real command', () => {
  let server: FeedServer;
  let workspace: Workspace;
  let answers: Map<string, object>;
  beforeEach(async () => {
    server = await openFeedServer();
    server.feeds.set('/news.xml', [advisory]);
    answers = new Map<string, object>([
      ['/kev.json', catalog],
      ['/proxmox-ve/', lifecycle],
    ]);
    const origin = await serve((request, response) => {
      const answer = answers.get(request.url ?? '');
      response.writeHead(answer === undefined ? 503 : 200).end(JSON.stringify(answer));
    });
    const request = { allowsPrivate: true };
    const versions = { kind: 'end-of-life', hypervisor: 'proxmox', product: 'Proxmox VE' };
    const facts = [
      { id: 'kev', name: 'CISA KEV', kind: 'kev', url: `${origin}/kev.json`, request },
      { id: 'eol', name: 'endoflife.date', url: `${origin}/proxmox-ve/`, request, ...versions },
    ];
    const url = `${server.origin}/news.xml`;
    workspace = await openWorkspace([{ id: 'news', name: 'News', url, request }], { facts });
  });
  afterEach(async () => {
    await Promise.all([server.close(), workspace.remove()]);
  });

  async function issued(args: readonly string[]): Promise<Edition> {
    const { stdout } = await workspace.run(['digest', '--json', ...args]);
    const { id } = JSON.parse(stdout).edition;
    const file = join(workspace.output, 'editions', id, 'edition.json');
    return JSON.parse(await readFile(file, 'utf8'));
  }

  test('a flaw that no report calls exploited is one to patch now, because the catalog says so', async () => {
    const edition = await issued(at('2024-06-01'));
    expect(edition.patchNow).toMatchObject([{ reason: 'exploited', cves: ['CVE-2024-22273'] }]);
    expect(edition.stories[0]?.facts.stated).toContainEqual(
      expect.objectContaining({
        source: 'CISA KEV',
        text: expect.stringContaining('exploited since 2024-05-31'),
      }),
    );
    expect(edition.factSources?.map(({ source, asOf }) => `${source} ${asOf}`)).toEqual([
      'CISA KEV 2024-06-01',
      'endoflife.date 2024-06-01',
    ]);
  });

  test('support that ends soon is told for its hypervisor', async () => {
    const edition = await issued(at('2024-06-01'));
    const proxmox = edition.sections.find(({ hypervisorId }) => hypervisorId === 'proxmox');
    expect(proxmox?.changes?.support).toMatchObject([
      { product: 'Proxmox VE', version: '7', on: '2024-07-31', source: 'endoflife.date' },
    ]);
  });

  test('without it the same flaw is one among others', async () => {
    answers.clear();
    const edition = await issued(at('2024-06-01'));
    expect(edition.stories).toHaveLength(1);
    expect(edition.patchNow).toEqual([]);
    expect(edition.factSources).toEqual([
      { source: 'CISA KEV', url: expect.any(String) },
      { source: 'endoflife.date', url: expect.any(String) },
    ]);
  });

  test('a list that fails is told in one line and fails no run; what it said before still counts, with its date', async () => {
    server.feeds.set('/news.xml', []);
    const first = await workspace.run(['collect', ...at('2024-06-01')]);
    expect(first.stdout).toContain('Open data: asked for 2 documents of 2 lists (2 new).');
    answers.clear();
    server.feeds.set('/news.xml', [advisory]);
    const second = await workspace.run(['collect', ...at('2024-06-03')]);
    expect(second.code).toBe(0);
    expect(second.stderr).toMatch(
      /^Failed: endoflife\.date \(Proxmox VE\): .*503 Service Unavailable\nFailed: CISA KEV: .*kev\.json: 503 Service Unavailable$/m,
    );
    const edition = await issued(['--no-collect', ...at('2024-06-03')]);
    expect(edition.patchNow).toMatchObject([{ reason: 'exploited' }]);
    expect(edition.factSources?.map(({ asOf }) => asOf)).toEqual(['2024-06-01', '2024-06-01']);
  });

  /** `sources list` and `sources check`, as JSON. */
  async function sources(command: string, ...args: string[]) {
    const store = `sqlite:${join(workspace.folder, 'digest.db')}`;
    const config = join(workspace.folder, 'feeds.config.json');
    const common = ['--json', '--config', config, '--store', store];
    const { code, stdout, stderr } = await runInProcess(['sources', command, ...common, ...args]);
    return { code, stderr, ...JSON.parse(stdout) };
  }

  test('sources list tells of each list how it is, how old its facts are, and when it is asked next', async () => {
    await workspace.run(['collect', ...at('2024-06-01')]);
    answers.delete('/kev.json');
    await workspace.run(['collect', ...at('2024-06-03')]);
    const { facts } = await sources('list', ...at('2024-06-03'));
    expect(facts).toMatchObject([
      {
        id: 'kev',
        kind: 'kev',
        facts: 1,
        factsFrom: '2024-06-01T12:00:00Z',
        lastSuccessAt: '2024-06-01T12:00:00Z',
        failuresInARow: 1,
        lastFailure: expect.stringContaining('503 Service Unavailable'),
        isDue: false,
        dueWhy: expect.stringMatching(/fail/),
      },
      { id: 'eol', facts: 2, factsFrom: '2024-06-03T12:00:00Z', failuresInARow: 0, isDue: false },
    ]);
  });

  test('sources check tells what each list holds now, and saves nothing', async () => {
    expect((await sources('check', 'kev')).facts).toMatchObject([
      { id: 'kev', isReadable: true, contents: '1 flaw' },
    ]);
    answers.set('/proxmox-ve/', { result: {} });
    const { code, checked, facts, stderr } = await sources('check');
    expect(code).toBe(1);
    expect(checked).toHaveLength(1);
    expect(facts).toMatchObject([{ isReadable: true }, { id: 'eol', isReadable: false }]);
    expect(stderr).toMatch(
      /^Failed: endoflife\.date \(Proxmox VE\): .*its form seems to have changed.*\n$/,
    );
    expect((await sources('list')).facts[0].lastAttemptAt).toBeUndefined();
  });

  test('open data alone makes no edition when no source can be reached', async () => {
    server.feeds.set('/news.xml', 503);
    const { code, stderr } = await workspace.run(['digest', ...at('2024-06-01')]);
    expect(code).toBe(1);
    expect(stderr.match(/^Failed: /gm)).toHaveLength(1);
    expect(stderr).toContain('npm run demo');
  });
});
