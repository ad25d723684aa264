import { parseAtomFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/model/edition.ts';
import { renderAtomFeed } from '../../src/render/atom-feed.ts';
import { loadTemplates } from '../../src/render/load-templates.ts';
import { sampleEdition } from '../fixtures/sample-edition.ts';
import { smallEdition } from '../fixtures/small-edition.ts';

const templates = loadTemplates();

function feedOf(...editions: readonly Edition[]): string {
  const [document] = renderAtomFeed(editions, templates);
  return String(document?.body);
}

const two = feedOf(sampleEdition, smallEdition);

describe('the Atom feed', () => {
  test('is read back by feedsmith, field for field', () => {
    const feed = parseAtomFeed(two);
    expect(feed).toMatchObject({
      id: 'tag:virtualization.example,2024-07-01:/feed.xml',
      title: { value: 'State of Virtualization' },
      subtitle: {
        value: 'News of XCP-ng, Proxmox VE, Nutanix AHV, Hyper-V, VMware and Harvester.',
      },
      updated: '2024-06-05T07:00:00.000Z',
      generator: { text: 'State of Virtualization' },
      authors: [{ name: 'The Editors', email: 'editors@virtualization.example' }],
      links: [
        { rel: 'alternate', href: 'https://virtualization.example/digest/' },
        { rel: 'self', href: 'https://virtualization.example/digest/feed.xml' },
      ],
    });
    expect(feed.entries).toHaveLength(2);
    expect(feed.entries?.[0]).toMatchObject({
      id: 'tag:virtualization.example,2024-06-05:/digest/editions/late-spring-2024/',
      title: { type: 'html', value: 'State of Virtualization: Late Spring 2024' },
      links: [{ href: 'https://virtualization.example/digest/editions/late-spring-2024/' }],
      updated: '2024-06-05T07:00:00.000Z',
      published: '2024-06-05T07:00:00.000Z',
      authors: [{ name: 'The Editors', email: 'editors@virtualization.example' }],
    });
    expect(feed.entries?.[1]).toMatchObject({
      id: 'tag:virtualization.example,2024-07-01:/editions/june-2024/',
      categories: [
        { term: 'vmware', label: 'VMware', scheme: 'https://virtualization.example/hypervisors' },
        { term: 'xcp-ng', label: 'XCP-ng', scheme: 'https://virtualization.example/hypervisors' },
      ],
    });
  });

  test('is read back by rss-parser, field for field', async () => {
    const feed = await new RssParser().parseString(two);
    expect(feed).toMatchObject({
      title: 'State of Virtualization',
      link: 'https://virtualization.example/digest/',
      feedUrl: 'https://virtualization.example/digest/feed.xml',
      lastBuildDate: '2024-06-05T07:00:00.000Z',
    });
    expect(feed.items[1]).toMatchObject({
      id: 'tag:virtualization.example,2024-07-01:/editions/june-2024/',
      title: 'State of Virtualization: June 2024',
      link: 'https://virtualization.example/editions/june-2024/',
      author: 'The Editors',
      pubDate: '2024-07-01T06:00:00.000Z',
      summary:
        'One update for VMware should not wait. CVE-2024-2002, told before, is exploited by now. New since May 2024: ESXi 8.0 U3. Support ends soon for ESXi 7.0. 2 stories about 2 platforms, chosen from what 3 sources published. Ransomware gangs walk around the sign-in of ESXi',
    });
  });

  test('carries the whole digest, with absolute links only', () => {
    const content = parseAtomFeed(two).entries?.[0]?.content?.value ?? '';
    const folded = sampleEdition.sections.flatMap(({ restIds }) => restIds ?? []);
    const named = sampleEdition.stories.filter(({ id }) => ![...folded, 'hostile'].includes(id));
    for (const { headline } of named) expect(content).toContain(headline);
    expect(content).toContain('Version 8.2 brings a wizard');
    const links = [...content.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
    expect(links.filter((link) => !link?.startsWith('https://'))).toEqual([]);
  });

  test('carries the words of the editor, what changed, the facts, and a link to the rest', () => {
    const content = parseAtomFeed(two).entries?.[1]?.content?.value ?? '';
    const page = 'https://virtualization.example/editions';
    for (const part of [
      '<strong>From the editor</strong></p>\n<p>A <em>short</em> month',
      '<strong>Editor’s note</strong></p>\n<p>Look for a group called <strong>ESX Admins</strong>',
      '<h3>What changed since May 2024</h3>\n<ul>\n<li><strong>Exploited by now:</strong> <a href="',
      '/may-2024/#story-heap">A heap that overflows</a> (May 2024). CVE-2024-2002, listed as',
      '<li>ESXi: from 8.0 U2 to 8.0 U3 (Vendor Blog)',
      '<li>Support of ESXi 7.0 ends in August 2024 (The Press)</li>',
      `continues <a href="${page}/may-2024/#story-groups">A group name opens doors</a> (May 2024)`,
      ', fixed in <strong>ESXi 8.0 U3</strong>',
      '<li>Affected: ESXi 8.0 U2</li>',
      'listed as exploited since 30 June 2024 (<a href="https://kev.example/">CISA KEV</a>)',
      `<a href="${page}/june-2024/#about-xcp-ng">1 more minor story on the page</a>`,
      '<a href="https://kev.example/">CISA KEV</a> as of 30 June 2024',
    ])
      expect(content).toContain(part);
    expect(content).not.toContain('How to label it again');
  });

  test('brings hostile text back as it was written', () => {
    const title = ']]> & <b> &amp; "quotes" ]]> \u0007\u202Eend';
    const cleaned = ']]&gt; &amp; &lt;b&gt; &amp;amp; &quot;quotes&quot; ]]&gt; end';
    const site = { ...smallEdition.site, title, author: { name: 'A &amp; <B>' } };
    const [vmware, ...others] = smallEdition.sections;
    const sections = vmware ? [{ ...vmware, name: 'A "quoted" & <b> name' }, ...others] : [];
    const feed = parseAtomFeed(feedOf({ ...smallEdition, name: title, site, sections }));
    expect(feed.authors).toEqual([{ name: 'A &amp; <B>' }]);
    expect(feed.title?.value).toBe(']]> & <b> &amp; "quotes" ]]> end');
    expect(feed.entries?.[0]?.title?.value).toBe(`${cleaned}: ${cleaned}`);
    expect(feed.entries?.[0]?.categories?.[0]?.label).toBe('A "quoted" & \u2039b> name');
  });

  test('keeps its ids when the site moves to another address', () => {
    const moved = { ...smallEdition, id: 'july-2024', number: 2, issuedAt: '2024-08-01T06:00:00Z' };
    const site = { ...smallEdition.site, baseUrl: 'https://elsewhere.example' };
    const before = parseAtomFeed(feedOf(smallEdition));
    const after = parseAtomFeed(feedOf({ ...moved, site }, smallEdition));
    expect(after.id).toBe(before.id);
    expect(after.entries?.[1]?.id).toBe(before.entries?.[0]?.id);
    expect(after.links?.[1]?.href).toBe('https://elsewhere.example/feed.xml');
  });

  test('holds the newest twenty editions and no more', () => {
    const editions = Array.from({ length: 25 }, (_, index) => ({
      ...smallEdition,
      id: `edition-${25 - index}`,
      number: 25 - index,
    }));
    const entries = parseAtomFeed(feedOf(...editions)).entries ?? [];
    expect(entries).toHaveLength(20);
    expect(entries[0]?.id).toContain('edition-25');
    expect(entries[19]?.id).toContain('edition-6');
  });
});
