import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../../src/digest/compose-edition.ts';
import type { EditionInput } from '../../../src/model/edition-input.ts';
import { input, post, source } from '../build.ts';

const HEAD =
  'VMware Product Version Running On CVE CVSSv3 Severity Fixed Version [1] Workarounds Additional Documentation';
const MATRIX = post(
  'matrix',
  '2024-05-14',
  'broadcom',
  'VMSA-2024-0006: VMware ESXi, Workstation, and Fusion updates',
  [
    'VMware ESXi, Workstation, and Fusion have several flaws.',
    '',
    HEAD,
    'ESXi 8.0 Any CVE-2024-22252, CVE-2024-22253 8.4, 8.4 Critical ESXi80U2sb-23305545 KB96682 FAQ',
    'Workstation 17.x Any CVE-2024-22252 9.3 Critical 17.5.1 KB96682 FAQ',
    'Cloud Foundation (ESXi) 5.x Any CVE-2024-22252 8.4 Critical 5.2.1 None FAQ',
  ].join('\n'),
);
const CALLED = post(
  'called',
  '2024-05-20',
  'vates',
  'XCP-ng security update',
  'XCP-ng has a flaw that we rate as critical. XCP-ng 8.2 is affected. It is fixed in XCP-ng 8.2.1.',
);
const EXPLOITED = post(
  'exploited',
  '2024-05-21',
  'press',
  'Attackers exploit a flaw in Proxmox VE',
  'A flaw in Proxmox VE, CVE-2024-1111, is actively exploited. Proxmox VE 8.1 is affected.',
);
const SOURCES = [
  source('broadcom', { isVendor: true, hypervisor: 'vmware' }),
  source('vates', { isVendor: true, hypervisor: 'xcp-ng' }),
  source('press'),
];

const compose = (given: Partial<EditionInput> = {}) =>
  composeEdition(input([MATRIX, CALLED, EXPLOITED], { sources: SOURCES, ...given }));

describe('patch now', () => {
  test('has what is exploited first', () => {
    const { patchNow, stories } = compose();
    const entries = patchNow.map(
      ({ storyId }) => stories.find(({ id }) => id === storyId)?.reports[0]?.entryId,
    );
    expect(entries[0]).toBe('exploited');
    expect(entries.toSorted()).toEqual(['called', 'exploited', 'matrix']);
  });

  test('has a flaw once, whatever stories it comes up in, unless there is another fix', () => {
    const again = post(
      'again',
      '2024-06-02',
      'press',
      'Whoever let the subscription lapse gets no updates for Proxmox VE',
      `${'A contract is due, says the maker. '.repeat(15)}They stay open to CVE-2024-1111, which attackers exploit in Proxmox VE.`,
    );
    const fixed = {
      ...again,
      id: 'fixed',
      text: `${again.text} CVE-2024-1111 is fixed in Proxmox VE 8.2.2.`,
    };
    const toldBy = (entries: EditionInput['entries']) => {
      const { patchNow, stories } = compose({ entries });
      expect(stories.filter(({ facts }) => facts.isExploited)).toHaveLength(entries.length);
      return patchNow.map(
        ({ storyId }) => stories.find(({ id }) => id === storyId)?.reports[0]?.entryId,
      );
    };
    expect(toldBy([EXPLOITED, again])).toEqual(['exploited']);
    expect(toldBy([EXPLOITED, fixed]).toSorted()).toEqual(['exploited', 'fixed']);
  });

  test('names each product of an advisory with its own fix, and the highest score of its table', () => {
    const notice = compose().patchNow.find(({ cvss }) => cvss !== undefined);
    expect(notice).toMatchObject({
      reason: 'critical',
      cvss: 9.3,
      cves: ['CVE-2024-22252', 'CVE-2024-22253'],
      fixed: ['ESXi80U2sb-23305545', 'VMware Workstation 17.5.1'],
    });
  });

  test('takes the word of the vendor for what is critical, without any score', () => {
    const notice = compose().patchNow.find(({ cves }) => cves.length === 0);
    expect(notice).toMatchObject({ reason: 'critical', fixed: ['XCP-ng 8.2.1'] });
    const [, ...others] = SOURCES.map((each) => ({ ...each, isVendor: false }));
    const press = compose({ sources: others });
    expect(press.patchNow.some(({ cves }) => cves.length === 0)).toBe(false);
  });

  test('knows the affected versions where no report names a fix', () => {
    const { patchNow, stories } = compose();
    expect(patchNow[0]?.fixed).toBeUndefined();
    const story = stories.find(({ id }) => id === patchNow[0]?.storyId);
    expect(story?.facts.affected).toEqual(['Proxmox VE 8.1']);
  });

  describe('has nothing of a post', () => {
    const facts = {
      flaws: [
        {
          source: 'KEV',
          url: 'https://kev.example',
          facts: [{ cve: 'CVE-2024-6387', isExploited: true }],
        },
      ],
      cycles: [],
    };
    const composeOne = (site: string, title: string, text: string) =>
      composeEdition(
        input([post('one', '2024-05-14', site, title, text)], { sources: SOURCES, facts }),
      );

    test.each([
      ['XCP-ng is not affected by CVE-2024-6387', 'It scores CVSS 9.8, and no action is needed.'],
      ['OpenSSH, CVE-2024-6387 and XCP-ng', 'None of our products is affected by it.'],
      ['CVE-2024-6387 and XCP-ng: nothing to do', 'The critical flaw is in a part we do not have.'],
      [
        'VSA-2026-020: mismatched metadata, CVE-2024-6387',
        'For our products there is no impact. XCP-ng 8.3: not affected. The xen packages for XCP-ng 8.3 include the fix:\nxen-4.17.6-9.2.xcpng8.3',
      ],
      ['A critical flaw and you', 'CVE-2024-6387 does not affect XCP-ng. No update is required.'],
    ])('that says its product is spared: %s', (title, text) => {
      const { patchNow, sections, stories } = composeOne('vates', title, text);
      expect(patchNow).toEqual([]);
      expect(stories[0]).toMatchObject({ hypervisors: ['xcp-ng'], facts: { isExploited: false } });
      expect(stories[0]?.facts.stated?.[0]).toMatchObject({ text: 'Not affected' });
      expect(stories[0]?.facts.affected).toBeUndefined();
      const fixed = text.includes('include the fix')
        ? ['xen-4.17.6-9.2.xcpng8.3 (XCP-ng 8.3)']
        : [];
      expect(stories[0]?.facts.fixed ?? []).toEqual(fixed);
      expect(sections.find(({ hypervisorId }) => hypervisorId === 'xcp-ng')?.quiet).toBeUndefined();
    });

    test.each([
      ['XCP-ng and CVE-2024-6387', 'XCP-ng 8.1 is not affected. Update to XCP-ng 8.2.1.'],
      ['XCP-ng flaw: XCP-ng 8.1 is not affected', 'CVE-2024-6387 is in XCP-ng 8.2.'],
      [
        'XCP-ng hosts and CVE-2024-6387',
        'No customer is known to be affected by the critical flaw.',
      ],
    ])('but has that of one who is not: %s', (title, text) => {
      expect(composeOne('vates', title, text).patchNow).toHaveLength(1);
    });

    test.each([
      ['Critical FortressOS flaw CVE-2024-6387 exploited', 'It runs on VMware ESXi hosts, too.'],
      ['Critical flaw in Vaultbox lets thieves into VMware backups', 'CVE-2024-6387, in the wild.'],
      ['Gang uses FortressOS flaw CVE-2024-6387 to encrypt VMware ESXi hosts', 'It is exploited.'],
    ])('on the flaw of another maker: %s', (title, text) => {
      expect(composeOne('press', title, text).patchNow).toEqual([]);
    });

    test.each([
      ['Linux kernel flaw CVE-2024-6387 hits VMware ESXi', 'It is exploited.'],
      ['Exploited VMware ESXi flaw CVE-2024-6387', 'It is in the wild.'],
      ['OpenSSH flaw CVE-2024-6387 affects VMware vCenter', 'It is exploited.'],
      ['Broadcom warns of zero-day CVE-2024-6387', 'VMware ESXi has it.'],
    ])('but has that of one who tells of its own: %s', (title, text) => {
      expect(composeOne('press', title, text).patchNow).toHaveLength(1);
    });
  });

  test.each([
    ['Malware on VMware ESXi hosts', 'Spies have exploited VMware ESXi hosts in attacks.', 0],
    ['VMware ESXi zero-day exploited', 'It is exploited in the wild. See VMSA-2024-0011.', 1],
    ['VMware ESXi zero-day exploited', 'It is exploited. It is fixed in ESXi 8.0 U3b.', 1],
    ['Broadcom patches exploited ESXi zero-day', 'It is exploited in the wild.', 1],
  ])('has only what can be patched: %s', (title, text, count) => {
    const { patchNow } = compose({
      entries: [post('one', '2024-05-14', 'press', title, text)],
    });
    expect(patchNow).toHaveLength(count);
  });

  test('leaves the press and the vendor their own words, each under its name', () => {
    const title = 'ESXi heap overflow CVE-2024-22999';
    const { stories, patchNow } = composeEdition(
      input(
        [
          post('v', '2024-05-14', 'broadcom', title, 'Advisory severity: Moderate. CVSS 5.9.'),
          post('p', '2024-05-15', 'press', title, 'A critical flaw in VMware ESXi.'),
        ],
        { sources: SOURCES },
      ),
    );
    expect(stories[0]?.facts.stated?.map(({ text, source: by }) => `${by}: ${text}`)).toEqual([
      'broadcom: CVSS up to 5.9',
      'broadcom: Severity Moderate',
      'press: Called critical',
    ]);
    expect(patchNow).toEqual([]);
  });
});

describe('a fix that an earlier edition told', () => {
  const cve = 'CVE-2024-37085';
  const advisory = post(
    'advisory',
    '2024-02-14',
    'broadcom',
    `VMSA-2024-0013: VMware ESXi and vCenter flaws (${cve}, CVE-2024-37086)`,
    `${cve} and CVE-2024-37086 are critical. Fixed in ESXi 8.0 U3 and vCenter Server 8.0 U3a.`,
  );
  const earlier = compose({ entries: [advisory] });
  const press = (title: string, text: string) => [
    post('press', '2024-05-20', 'press', title, text),
  ];
  const noticeOf = (entries: EditionInput['entries'], before = [earlier]) =>
    compose({ entries, earlier: before }).patchNow[0];
  const title = 'VMware ESXi flaw now used by ransomware gangs';
  const text = `The flaw in VMware ESXi, ${cve}, is exploited in the wild by ransomware gangs.`;

  test('stands for that of the product, under the name of the edition', () => {
    expect(noticeOf(press(title, text))).toMatchObject({
      reason: 'exploited',
      fixedEarlier: {
        editionId: earlier.id,
        editionName: earlier.name,
        storyId: earlier.stories[0]?.id,
        fixed: ['ESXi 8.0 Update 3'],
      },
    });
    expect(noticeOf(press(title, text), [])).not.toHaveProperty('fixedEarlier');
  });

  test.each([
    'In other news, a new update of Browserly is out.',
    'The vendor has published no new update.',
    'There is a new update for Proxmox VE.',
  ])('stands beside what is said of other fixes: %s', (aside) => {
    expect(noticeOf(press(title, `${text} ${aside}`))).toHaveProperty('fixedEarlier');
  });

  test.each([
    ['a report names one itself', title, `${text} It is fixed in ESXi 8.0 U3b.`],
    ['there is a flaw that it did not tell', title, `${text} So is CVE-2024-99999 in VMware ESXi.`],
    ['there is a second one', title, `${text} The vendor has published a new patch.`],
    ['it has failed', title, `${text} The patch was incomplete, researchers say.`],
    [
      'the platform is another',
      'Proxmox VE flaw used',
      `${cve} in Proxmox VE is exploited in the wild.`,
    ],
  ])('does not where %s', (_, headline, body) => {
    const notice = noticeOf(press(headline, body));
    expect(notice?.reason).toBe('exploited');
    expect(notice).not.toHaveProperty('fixedEarlier');
  });
});
