import { describe, expect, test } from 'vitest';
import type { Edition, EditionSection } from '../../src/model/edition.ts';
import { renderEditionPages } from '../../src/render/edition-page.ts';
import { loadTemplates } from '../../src/render/load-templates.ts';
import { sampleEdition } from '../fixtures/sample-edition.ts';

const templates = loadTemplates();

function pageOf(changes: Partial<Edition> = {}): string {
  const [page] = renderEditionPages([{ ...sampleEdition, ...changes }], templates);
  return String(page?.body);
}

/** The words a reader sees, apart from what is folded away or read aloud only. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|details|head)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<span class="unseen">[\s\S]*?<\/span>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');
}

function withSection(id: string, changes: Partial<EditionSection>): Pick<Edition, 'sections'> {
  const { sections } = sampleEdition;
  return {
    sections: sections.map((one) => (one.hypervisorId === id ? { ...one, ...changes } : one)),
  };
}

describe('the page of an edition', () => {
  test('tells its parts in order: patches, leads, the sections as configured, the sources', () => {
    const headings = [...pageOf().matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, heading]) => heading);
    expect(headings).toEqual([
      ...['Patch now', 'The lead stories', 'XCP-ng', 'Proxmox VE', 'Nutanix AHV', 'Hyper-V'],
      ...['VMware', 'Harvester', 'The sources'],
    ]);
  });

  test('gives the day and the period in the time zone of the site', () => {
    expect(wordsOf(pageOf())).toContain('No. 3 5 June 2024 Covers 1 April – 5 June 2024');
  });

  test('opens with the figures of the edition', () => {
    expect(wordsOf(pageOf())).toContain(
      '14 stories about 5 platforms, chosen from what 28 sources published; Harvester was quiet.',
    );
  });

  test('has no link within itself that leads nowhere, and no id twice', () => {
    const page = pageOf();
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(12);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('tells a story of two sections in full where it ranks higher, and points to it in the other', () => {
    const page = pageOf();
    expect(page.match(/id="story-computershare"/g)).toHaveLength(1);
    const [, nutanix = '', vmware = ''] =
      page.match(
        /id="about-nutanix"([\s\S]*?)id="about-hyper-v"[\s\S]*?id="about-vmware"([\s\S]*?)<\/section>/,
      ) ?? [];
    expect(vmware).toContain('id="story-computershare"');
    expect(wordsOf(vmware)).toContain('Also about Nutanix AHV');
    expect(nutanix).not.toContain('24,000 virtual machines and takes them off');
    expect(nutanix).toMatch(
      /Also about Nutanix AHV: <a href="#story-computershare">Computershare .*<\/a>, told under VMware\./,
    );
  });

  test('says which months were quiet', () => {
    expect(wordsOf(pageOf())).toContain('May was a quiet month for XCP-ng.');
    const two = withSection('nutanix', { quietMonths: ['2024-04', '2024-05'] });
    expect(wordsOf(pageOf(two))).toContain('April and May were quiet months for Nutanix AHV.');
  });

  test('says when the last story was where nothing is new, and links to it', () => {
    expect(pageOf()).toMatch(
      /Nothing new from SUSE about Harvester in this period\. The last story worth telling was <a href="https:\/\/harvester\.example\/blog\/1-3\/">Harvester 1\.3 is generally available<\/a>, on <time datetime="2024-03-22">22 March 2024<\/time>\./,
    );
  });

  test('tells a hypervisor without news apart from one whose sources could not be read', () => {
    const unreadable = withSection('harvester', { quiet: { reason: 'sources-unreadable' } });
    const words = wordsOf(pageOf(unreadable));
    expect(words).toContain(
      'The sources dedicated to Harvester could not be read: there may be news that this edition does not know of.',
    );
    expect(words).not.toContain('Harvester was quiet');
    const minor = withSection('harvester', { quiet: { reason: 'only-minor' } });
    expect(wordsOf(pageOf(minor))).toContain(
      'Only minor news from SUSE about Harvester in this period.',
    );
  });

  test('names the sources that failed, with the reason, and those that were silent', () => {
    const words = wordsOf(pageOf());
    expect(words).toContain(
      '28 of 30 sources were read; 2 could not be. Of those read, 2 published nothing in this period.',
    );
    expect(words).toContain(
      'Broadcom security advisories [GET] https://advisories.example/rss: 403 Forbidden',
    );
    expect(words).toContain('Harvester Blog last on 22 March 2024 A blog that never wrote');
  });

  test('says which report the summary is taken from when there are several', () => {
    const words = wordsOf(pageOf());
    expect(words).toContain(
      'Sources Proxmox press releases (vendor), quoted here, 24 April 2024; The Register, 26 April 2024;',
    );
    expect(words).toContain('Source XCP-ng Blog (vendor), 19 April 2024');
  });

  test('explains under a fold why a story is there, why its reports are one, and each point', () => {
    const [, fold = ''] =
      pageOf().match(
        /id="story-proxmox-ve-8-2"[\s\S]*?<details class="why">([\s\S]*?)<\/details>/,
      ) ?? [];
    const words = fold.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    expect(words).toContain('About Proxmox VE “Proxmox Virtual Environment” stands in the title.');
    expect(words).toContain(
      'Told as one story All three titles name Proxmox 8.2. They appeared within two days.',
    );
    expect(words).toContain('Ranked at 7.3 points +2.5 general release of a flagship');
    expect(words).toContain('−0.6 a third party’s how-to is part of it');
  });

  test('says how many stories are too minor to be named', () => {
    expect(wordsOf(pageOf())).toContain('7 more stories are too minor to name.');
    const one = withSection('vmware', { leftOut: 1 });
    expect(wordsOf(pageOf(one))).toContain('1 more story is too minor to name.');
  });

  test('names the author once where the site is its own author', () => {
    expect(wordsOf(pageOf())).toMatch(/The Editors $/);
    const site = { ...sampleEdition.site, author: { name: 'State of Virtualization' } };
    expect(wordsOf(pageOf({ site }))).not.toMatch(/State of Virtualization $/);
  });

  test('has no box and no link to one when nothing has to be patched', () => {
    const words = pageOf({ patchNow: [] });
    expect(words).not.toContain('Patch now');
    expect(words).not.toContain('id="patch-now"');
  });

  test('shows six of a hundred CVEs and says how many more there are', () => {
    const cves = Array.from({ length: 100 }, (_, index) => `CVE-2024-${10_000 + index}`);
    const notice = { storyId: 'xcp-security-april', reason: 'exploited', cves } as const;
    const page = pageOf({ patchNow: [notice] });
    expect(page).toContain('CVE-2024-10005');
    expect(page).not.toContain('CVE-2024-10006');
    expect(wordsOf(page)).toContain('and 94 more');
    expect(wordsOf(page)).toContain('Being exploited');
  });
});
