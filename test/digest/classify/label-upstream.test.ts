import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../../src/digest/compose-edition.ts';
import type { EditionInput } from '../../../src/model/edition-input.ts';
import { HYPERVISORS, input, post } from '../build.ts';

const hypervisors = HYPERVISORS.map((each) =>
  each.id === 'xcp-ng'
    ? { ...each, upstream: ['Xen', 'KVM'], negativeContexts: ['KVM switch'] }
    : each,
);
const edition = (title: string, text: string, given: Partial<EditionInput> = {}) =>
  composeEdition(
    input([post('x', '2024-05-14', 'xen', title, text)], {
      hypervisors,
      adjacent: ['Veeam', 'KubeVirt'],
      ...given,
    }),
  );
const told = (title: string, text: string, given: Partial<EditionInput> = {}) =>
  edition(title, text, given).stories.map(({ why }) => why.labels[0]?.text);

/** Open data that knows one flaw to be exploited. */
const exploited = (cve: string): Partial<EditionInput> => ({
  facts: {
    flaws: [{ source: 'KEV', url: 'https://kev.example', facts: [{ cve, isExploited: true }] }],
    cycles: [],
  },
});

describe('what a hypervisor is built on', () => {
  test('is told under it when a flaw there is grave, and says why', () => {
    const why = told('XSA-999: guest escape', 'A critical vulnerability in Xen, CVE-2024-1234.');
    expect(why).toEqual(['upstream: a grave flaw in Xen, which XCP-ng is built on']);
  });

  test('is told when open data knows the flaw to be exploited', () => {
    const flaw = ['Linux fixes a flaw in KVM', 'CVE-2024-1238 is scored 8.8 (CVSS).'] as const;
    expect(told(...flaw)).toEqual([]);
    expect(told(...flaw, exploited('CVE-2024-1238'))).toEqual([
      'upstream: a grave flaw in KVM, which XCP-ng is built on',
    ]);
  });

  test('is told when it lets guests out, though nobody has rated it yet', () => {
    const text = 'CVE-2024-1239 is in all its versions.';
    expect(told('Guest-to-host escape in KVM', text)).toHaveLength(1);
    expect(told('KVM flaw lets guests escape to the host', text)).toHaveLength(1);
    expect(told('KVM flaw lets guests crash the host', text)).toEqual([]);
  });

  test.each([
    ['XSA-998: denial of service', 'A vulnerability in Xen, CVE-2024-1235.'],
    ['Xen 4.19 is released', 'Xen has new drivers, and critical fixes came before.'],
    ['Flaw in a KVM switch', 'A critical vulnerability, CVE-2024-1237, with CVSS 9.8.'],
    ['Xenon headlights', 'A critical vulnerability in Xenon lamps, CVE-2024-1236.'],
  ])('"%s" is not', (title, text) => {
    expect(told(title, text)).toEqual([]);
  });
});

describe('what stands around the hypervisors', () => {
  const FLAW = [
    'Veeam mends remote code execution',
    'A flaw in the backup server, CVE-2024-2001, is scored 9.9 (CVSS).',
  ] as const;

  test('has a section of its own, and is one to patch now, when a flaw there is grave', () => {
    const { sections, patchNow, stories } = edition(...FLAW);
    expect(sections.map(({ name }) => name).slice(-2)).toEqual([
      'vSphere',
      'Around the hypervisors',
    ]);
    expect(sections.at(-1)).toMatchObject({
      isAdjacent: true,
      storyIds: [stories[0]?.id],
      quietMonths: [],
    });
    expect(patchNow[0]).toMatchObject({ storyId: stories[0]?.id, reason: 'critical' });
    expect(stories[0]?.why.labels[0]?.text).toBe('a grave flaw in Veeam');
  });

  test.each([
    ['called critical', 'KubeVirt has a hole', 'CVE-2024-2002 is a critical vulnerability.'],
    [
      'said to be exploited',
      'Flaw lets guests out',
      'CVE-2024-2003 in KubeVirt is exploited in attacks.',
    ],
    ['known to be exploited', 'Flaw in KubeVirt', 'CVE-2024-2004 has CVSS 6.5.'],
  ])('is told when a flaw is %s', (_, title, text) => {
    expect(told(title, text, exploited('CVE-2024-2004'))).toEqual(['a grave flaw in KubeVirt']);
  });

  test.each([
    ['a lesser flaw', 'Flaw in KubeVirt', 'CVE-2024-2005 has CVSS 6.5.'],
    ['a release', 'KubeVirt 1.3 is released', 'It fixes critical bugs of last year.'],
    ['a survey', 'Veeam on ransomware', 'Most attackers exploited known critical vulnerabilities.'],
    [
      'a name further down',
      'A critical firewall flaw',
      'CVE-2024-2006 has CVSS 9.8. Thieves went for Veeam.',
    ],
    ['a denial', 'Critical flaw in Bacula', 'CVE-2024-2008 has nothing to do with Veeam.'],
    ['an unknown name', 'Critical flaw in Bacula', 'CVE-2024-2007 has CVSS 9.8.'],
  ])('is not told for %s', (_, title, text) => {
    const { sections, stories } = edition(title, text);
    expect(stories).toEqual([]);
    expect(sections).toHaveLength(HYPERVISORS.length);
  });

  test('is told under the hypervisor that it touches', () => {
    const [title, text] = FLAW;
    const press = post('y', '2024-05-15', 'press', `${title} in Proxmox and VMware backups`, text);
    const vendor = post('x', '2024-05-14', 'veeam', title, text);
    const { sections, stories } = composeEdition(
      input([vendor, press], { hypervisors, adjacent: ['Veeam'] }),
    );
    expect(stories).toHaveLength(1);
    expect(stories[0]?.hypervisors).not.toContain('adjacent');
    expect(sections).toHaveLength(HYPERVISORS.length);
  });
});
