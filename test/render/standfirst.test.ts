import { describe, expect, test } from 'vitest';
import type { Edition, EditionSection, QuietNotice } from '../../src/model/edition.ts';
import { figures } from '../../src/render/figures.ts';
import { description, lastingDescription, standfirst } from '../../src/render/standfirst.ts';
import { sampleEdition } from '../fixtures/sample-edition.ts';

const plain: Edition = {
  ...sampleEdition,
  patchNow: [],
  sections: sampleEdition.sections
    .filter(({ quiet }) => !quiet)
    .map(({ changes: _, ...section }) => ({ ...section, quietMonths: [] })),
};

function quietSection(name: string, reason: QuietNotice['reason']): EditionSection {
  const notice = { reason };
  const named = { hypervisorId: name, name, vendor: name };
  return { ...named, storyIds: [], briefIds: [], quiet: notice, quietMonths: ['2024-05'] };
}

describe('what an edition comes to', () => {
  test('is what is urgent, what moved, whose support ends, and who was quiet', () => {
    expect(standfirst(sampleEdition)).toBe(
      'One update for XCP-ng should not wait. CVE-2024-1001 and CVE-2024-1002, told before, ' +
        'are exploited by now. New since Early Spring 2024: Proxmox VE 8.2 and ' +
        'Proxmox Backup Server 3.2.2. Support has ended for XCP-ng 8.1. Support ends soon for ' +
        'XCP-ng 8.2. Harvester was quiet; May had no major story about XCP-ng.',
    );
  });

  test('is nothing when nothing of it is the case', () => {
    expect(standfirst(plain)).toBe('');
    expect(description(plain)).toBe(figures(plain));
  });

  test('counts updates and names each platform once, in the order of the sections', () => {
    const patchNow = ['computershare', 'vmware-portal', 'xcp-smapiv3'].map((storyId) => ({
      storyId,
      reason: 'critical' as const,
      cves: [],
      fixed: ['A 1.2'],
    }));
    expect(standfirst({ ...plain, patchNow })).toBe(
      '3 updates for XCP-ng, Nutanix AHV and VMware should not wait.',
    );
  });

  test('promises no update where one of the lines names none', () => {
    const story = {
      storyId: 'computershare',
      reason: 'critical' as const,
      cves: [],
    };
    expect(standfirst({ ...plain, patchNow: [story] })).toBe(
      'One warning about Nutanix AHV and VMware should not wait.',
    );
    const fixed = { ...story, storyId: 'vmware-portal', fixed: ['A 1.2'] };
    expect(standfirst({ ...plain, patchNow: [fixed, story] })).toMatch(/^2 warnings about /);
  });

  test('leaves out what is urgent where an edition is no longer the newest', () => {
    expect(lastingDescription(sampleEdition)).toMatch(/^New since Early Spring 2024/);
  });

  test('says which flaws told before are exploited by now', () => {
    const flaw = {
      source: 'KEV',
      url: 'https://kev.example',
      earlier: { editionId: 'w', editionName: 'Winter', storyId: 's', headline: 'A flaw' },
    };
    const say = (...cves: string[]) => {
      const changes = {
        versions: [],
        support: [],
        continuedIds: [],
        exploited: [{ ...flaw, cves }],
      };
      const sections = plain.sections.map((section) => ({ ...section, changes }));
      return standfirst({ ...plain, sections });
    };
    expect(say('CVE-2024-1')).toBe('CVE-2024-1, told before, is exploited by now.');
    expect(say('CVE-2024-1', 'CVE-2024-2')).toBe(
      'CVE-2024-1 and CVE-2024-2, told before, are exploited by now.',
    );
  });

  test('names four versions that moved and counts the others', () => {
    const versions = ['1', '2', '3', '4', '5', '6'].map((to) => ({
      product: 'ESXi',
      to,
      source: 'x',
    }));
    const changes = { since: 'Winter', versions, support: [], continuedIds: [] };
    const sections = plain.sections.map((section) => ({ ...section, changes }));
    expect(standfirst({ ...plain, sections })).toBe(
      'New since Winter: ESXi 1, ESXi 2, ESXi 3, ESXi 4 and 2 more.',
    );
  });

  test('tells those that were quiet apart from those that could not be read', () => {
    const sections = [
      quietSection('A', 'nothing-new'),
      quietSection('B', 'sources-unreadable'),
      quietSection('C', 'nothing-new'),
      quietSection('D', 'only-minor'),
    ];
    expect(standfirst({ ...plain, sections })).toBe(
      'A and C were quiet. The sources on B could not be read.',
    );
  });

  test('groups platforms by the months in which they were quiet', () => {
    const months = [['2024-04'], ['2024-04', '2024-05'], ['2024-04']];
    const sections = plain.sections
      .slice(0, 3)
      .map((section, at) => ({ ...section, quietMonths: months[at] ?? [] }));
    expect(standfirst({ ...plain, sections })).toBe(
      'April had no major story about XCP-ng and Nutanix AHV; April and May had no major story about Proxmox VE.',
    );
  });
});

describe('the figures of an edition', () => {
  test('count what is named, and say which topics several stories share', () => {
    expect(figures(sampleEdition)).toBe(
      '14 stories about 5 platforms, above all on releases, licensing and migration, chosen from what 28 sources published.',
    );
  });

  test('do not count what stands behind a fold', () => {
    expect(sampleEdition.stories).toHaveLength(16);
    expect(figures(sampleEdition)).toMatch(/^14 stories /);
  });

  test('say it when all of it is minor, or when there is nothing', () => {
    const minor = plain.sections.map((section) => ({ ...section, storyIds: [] }));
    expect(figures({ ...plain, sections: minor })).toBe(
      'Only minor news: 4 stories about 4 platforms, chosen from what 28 sources published.',
    );
    const sections = [quietSection('A', 'nothing-new')];
    expect(figures({ ...plain, sections })).toBe('No news in what 28 sources published.');
  });
});
