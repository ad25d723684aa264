import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/load-config.ts';
import { planImport } from '../../src/config/plan-import.ts';
import { readOpml } from '../../src/config/read-opml.ts';
import { writeOpml } from '../../src/config/write-opml.ts';

const shipped = parseConfig(
  'feeds.config.json',
  JSON.parse(await readFile('feeds.config.json', 'utf8')),
);

const feed = (title: string | undefined, url: string | undefined, folders: string[] = []) => ({
  title,
  url,
  folders,
  isComment: false,
});
const plan = (...feeds: ReturnType<typeof feed>[]) => planImport(shipped, feeds);

describe('planning an import', () => {
  test('a feed becomes a source that is named and identified by its title', () => {
    expect(plan(feed('Émile’s  VM\nBlog', 'https://emile.example/feed')).added).toEqual([
      {
        id: 'emiles-vm-blog',
        name: 'Émile’s VM Blog',
        url: 'https://emile.example/feed',
        kind: 'feed',
      },
    ]);
  });

  test('ids are unique, also among those that are configured', () => {
    const { added } = plan(
      feed('News', 'https://a.example/'),
      feed('news!', 'https://b.example/'),
      feed('QEMU Blog', 'https://c.example/'),
    );
    expect(added.map(({ id }) => id)).toEqual(['news', 'news-2', 'qemu-blog-2']);
  });

  test('without a title that makes an id, the host does', () => {
    const { added } = plan(
      feed(undefined, 'https://www.a.example/feed'),
      feed('仮想化', 'https://b.example/feed'),
      feed('', 'https://日本/feed'),
    );
    expect(added.map(({ id, name }) => [id, name])).toEqual([
      ['a-example', 'a.example'],
      ['b-example', '仮想化'],
      ['source', '日本'],
    ]);
  });

  test('the releases of a repository are told from other feeds', () => {
    const { added } = plan(
      feed('R', 'https://github.com/proxmox/qemu/releases.atom'),
      feed('C', 'https://github.com/proxmox/qemu/commits/main.atom'),
    );
    expect(added.map(({ kind }) => kind)).toEqual(['github-releases', 'feed']);
  });

  test('a folder that is named like a hypervisor says what its feeds are about', () => {
    const { added } = plan(
      feed('A', 'https://a.example/', ['Vendors', 'hyper-v', 'Blogs']),
      feed('B', 'https://b.example/', ['VMWARE']),
      feed('C', 'https://c.example/', ['VMware and others']),
    );
    expect(added.map(({ hypervisor }) => hypervisor)).toEqual(['hyper-v', 'vmware', undefined]);
  });

  test.each([
    [
      'http://www.xcp-ng.org/blog/rss',
      'already configured as xcp-ng-blog (https://xcp-ng.org/blog/rss/)',
    ],
    [undefined, 'it has no xmlUrl'],
    ['feed://a.example/', 'its xmlUrl is no http or https URL: feed://a.example/'],
    ['blog/feed', 'its xmlUrl is no http or https URL: blog/feed'],
    [
      'https://me:secret@a.example/',
      'its xmlUrl holds a password: add it by hand, with request.basicAuth',
    ],
    [
      'https://a.example/?key=${SMTP_URL}',
      'its xmlUrl names an environment variable: add it by hand',
    ],
  ])('%j is skipped with the reason', (url, reason) => {
    expect(plan(feed('A', url))).toEqual({ added: [], skipped: [{ title: 'A', reason }] });
  });

  test('what is in the file twice is added once', () => {
    const { added, skipped } = plan(
      feed('A', 'https://a.example/feed'),
      feed('Again', 'http://a.example/feed/#top'),
    );
    expect(added).toHaveLength(1);
    expect(skipped).toEqual([
      { title: 'Again', reason: 'it is in the file twice, and added as a' },
    ]);
  });

  test('what is commented out is skipped', () => {
    const off = { ...feed('A', 'https://a.example/'), isComment: true };
    expect(plan(off).skipped).toEqual([{ title: 'A', reason: 'it is commented out' }]);
  });

  test('what was exported comes back with the same addresses and hypervisors', () => {
    const [first] = shipped.sources;
    if (first === undefined) throw new Error('no source');
    const other = { ...first, id: 'other', url: 'https://other.example/' };
    const { added } = planImport({ ...shipped, sources: [other] }, readOpml(writeOpml(shipped)));
    const about = ({ url, hypervisor }: { url: string; hypervisor?: string }) => [url, hypervisor];
    expect(added.map(about).toSorted()).toEqual(shipped.sources.map(about).toSorted());
  });
});
