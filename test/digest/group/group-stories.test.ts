import { describe, expect, test } from 'vitest';
import type { ClassifiedEntry } from '../../../src/digest/classify/classified-entry.ts';
import { productsOf } from '../../../src/digest/facts/versions/product-names.ts';
import { groupStories } from '../../../src/digest/group/group-stories.ts';
import { classified, post } from '../build.ts';

const ids = (entries: readonly ClassifiedEntry[]) =>
  groupStories(entries)
    .map((group) =>
      group.entries
        .map(({ entry }) => entry.id)
        .sort()
        .join(' '),
    )
    .sort();

const whys = (entries: readonly ClassifiedEntry[]) =>
  groupStories(entries).flatMap(({ together }) => together.map(({ because }) => because));

describe('entries that tell one story', () => {
  test('say why in their own words, of which two', () => {
    const entries = [
      classified(post('a', '2024-05-01', 'one', 'VMware to raise prices by fifth'), ['vmware']),
      classified(post('b', '2024-05-02', 'two', 'VMware hikes price, by a desk’s count'), [
        'vmware',
      ]),
    ];
    expect(groupStories(entries).map(({ together }) => together)).toEqual([
      [{ because: 'Titles share: raise/hikes, prices/price, VMware', pair: entries }],
    ]);
  });

  test.each([
    [
      'EU opens antitrust probe into takeover of VMware',
      'European Commission investigating VMware acquisition',
    ],
    ['Broadcom kills free ESXi', 'Broadcom supprime ESXi gratuit'],
  ])('do so in other words and languages: %s', (one, other) => {
    const entries = [
      classified(post('a', '2024-05-01', 'one', one), ['vmware'], ['business']),
      classified(post('b', '2024-05-02', 'two', other), ['vmware'], ['business']),
    ];
    expect(groupStories(entries)).toHaveLength(1);
  });

  test('are not the releases of two products, though one names the version of the other', () => {
    const release = (id: string, day: string, title: string) =>
      classified(post(id, day, id, title), ['proxmox'], ['release']);
    const own = release('own', '2025-08-05', 'Proxmox VE 9.0 released');
    const backup = 'Veeam Backup & Replication 13 released with support for Proxmox VE 9';
    expect(ids([own, release('backup', '2025-08-21', backup)])).toEqual(['backup', 'own']);
    const press = release('press', '2025-08-06', 'Proxmox VE 9.0 arrives with snapshots');
    expect(ids([own, press])).toEqual(['own press']);
    const betas = [
      release('ve', '2025-07-17', 'Proxmox VE 9.0 BETA released!'),
      release('pbs', '2025-07-18', 'Proxmox Backup Server 4.0 BETA released!'),
      release('both', '2025-07-18', 'Betas released: Proxmox VE 9.0, Proxmox Backup Server 4.0'),
    ];
    expect(ids(betas)).not.toContain('both pbs ve');
    const update = [
      release('esxi', '2024-06-25', 'VMware ESXi 8.0 Update 3 release notes'),
      release('suite', '2024-06-25', 'VMware vSphere 8.0 Update 3 release is available'),
    ];
    expect(ids(update)).toEqual(['esxi suite']);
  });

  test('are those with the same address, whatever its tracking', () => {
    const a = post('a', '2024-05-01', 'one', 'First words on it');
    const b = {
      ...post('b', '2024-05-01', 'two', 'Other words'),
      url: 'https://www.one.example/a/?utm_source=x',
    };
    const entries = [classified(a, ['vmware']), classified(b, ['vmware'])];
    expect(ids(entries)).toEqual(['a b']);
    expect(whys(entries)).toEqual(['Same address']);
  });

  test('are those on one ruling of a court, in whatever words', () => {
    const orders = 'Court orders Broadcom to assist agency on the way out';
    const forces = 'Judge: two more years of VMware updates for roads ministry';
    const entries = [
      classified(post('a', '2025-06-30', 'one', orders), ['vmware'], ['licensing']),
      classified(post('b', '2025-07-02', 'two', forces), ['vmware'], ['licensing']),
    ];
    expect(ids(entries)).toEqual(['a b']);
  });

  test('are not those whose addresses differ only in the anchor', () => {
    const a = {
      ...post('a', '2024-05-01', 'log', 'Xen Orchestra 5.94'),
      url: 'https://l.example/c#594',
    };
    const b = {
      ...post('b', '2024-05-01', 'log', 'Xen Orchestra 5.95'),
      url: 'https://l.example/c#595',
    };
    expect(ids([classified(a, ['xcp-ng']), classified(b, ['xcp-ng'])])).toEqual(['a', 'b']);
  });

  test('are those on the same advisory', () => {
    const a = post('a', '2024-05-21', 'vendor', 'VMSA-2024-0011');
    const b = post('b', '2024-05-30', 'press', 'Holes closed', 'The bulletin is VMSA-2024-0011.');
    const entries = [
      classified(a, ['vmware'], ['security']),
      classified(b, ['vmware'], ['security']),
    ];
    expect(ids(entries)).toEqual(['a b']);
    expect(whys(entries)).toEqual(['Same advisory VMSA-2024-0011']);
  });

  test('are not those whose titles name one flaw of a batch each', () => {
    const about = (id: string, site: string, cve: string, words: string) =>
      classified(post(id, '2026-05-12', site, `${cve}: ${words}`), ['hyper-v'], ['security']);
    const one = about('a', 'one', 'CVE-2026-40401', 'TCP/IP stops the host');
    const two = about('b', 'two', 'CVE-2026-40402', 'Guests run code on Hyper-V');
    expect(ids([one, two])).toEqual(['a', 'b']);
  });

  test('are not two announcements of one version months apart', () => {
    const on = (id: string, day: string, title: string) =>
      classified(post(id, day, id, title), ['proxmox'], ['release']);
    const release = on('a', '2023-06-22', 'Proxmox VE 8.0 released');
    const press = on('b', '2023-06-23', 'Proxmox VE 8.0 arrives with Debian 12');
    const kernel = on('c', '2024-10-29', 'Proxmox VE 8 gets a newer kernel');
    expect(ids([release, press, kernel])).toEqual(['a b', 'c']);
  });

  test('are those on the same flaw, months apart', () => {
    const a = post('a', '2024-04-02', 'vendor', 'ESXi update', 'It fixes CVE-2024-37085.');
    const b = post('b', '2024-07-30', 'press', 'Crews break in', 'They use CVE-2024-37085.');
    const entries = [
      classified(a, ['vmware'], ['security']),
      classified(b, ['vmware'], ['security']),
    ];
    expect(ids(entries)).toEqual(['a b']);
    expect(whys(entries)).toEqual(['Both name CVE-2024-37085']);
  });

  test('are those that announce one version in other words', () => {
    const entries = [
      classified(
        post('a', '2024-04-24', 'vendor', 'Proxmox Virtual Environment 8.2 available'),
        ['proxmox'],
        ['release'],
      ),
      classified(
        post('b', '2024-04-25', 'press', 'Proxmox VE 8.2 arrives with import wizard'),
        ['proxmox'],
        ['release'],
      ),
    ];
    expect(ids(entries)).toEqual(['a b']);
    expect(whys(entries)).toEqual(['Both announce Proxmox VE 8.2']);
  });

  test('are those whose titles share names', () => {
    const entries = [
      classified(post('a', '2024-06-03', 'one', 'Computershare moves 24,000 VMs to Nutanix'), [
        'nutanix',
      ]),
      classified(post('b', '2024-06-04', 'two', 'Why Computershare put 24,000 VMs on Nutanix'), [
        'nutanix',
      ]),
      classified(post('c', '2024-06-04', 'six', 'A tour of Prism dashboards'), ['nutanix']),
    ];
    expect(ids(entries)).toEqual(['a b', 'c']);
    expect(whys(entries)[0]).toMatch(/^Titles share: .*Computershare.*/);
  });

  test('are those on one lawsuit, a month apart', () => {
    const lead = 'Lawyers for Siemens and Broadcom met in court.';
    const entries = [
      classified(
        post('a', '2024-04-02', 'one', 'VMware sues Siemens over licences', lead),
        ['vmware'],
        ['licensing'],
      ),
      classified(
        post('b', '2024-05-05', 'two', 'Siemens lawsuit moves on', lead),
        ['vmware'],
        ['licensing'],
      ),
    ];
    expect(ids(entries)).toEqual(['a b']);
    expect(whys(entries)).toEqual(['Both on the dispute with Siemens']);
  });

  test('are those on one lawsuit whose party only titles name', () => {
    const entries = [
      classified(
        post(
          'a',
          '2024-04-02',
          'one',
          'VMware sues Siemens for allegedly using software',
          'A list.',
        ),
        ['vmware'],
        ['licensing'],
      ),
      classified(
        post('b', '2024-04-20', 'two', 'Suing Siemens: The Legal Battle Heats Up', 'A complaint.'),
        ['vmware'],
        ['licensing'],
      ),
    ];
    expect(whys(entries)).toEqual(['Both on the dispute with Siemens']);
  });

  test('are the pieces of one publisher on one dispute', () => {
    const piece = (id: string, day: string, title: string) =>
      classified(post(id, day, 'one', title, 'It was heard in court.'), ['vmware'], ['licensing']);
    const entries = [
      piece('a', '2024-09-04', 'AT&T Sues Broadcom Over Renewals'),
      piece('b', '2024-09-21', 'Vendor Blames AT&T in VMware Support Fight'),
    ];
    expect(whys(entries)).toEqual(['Both on the dispute with AT&T']);
  });

  test('are those on a dispute with customers, who are no party by name', () => {
    const text = 'Letters tell them to cease and desist. A lawsuit may follow.';
    const piece = (id: string, day: string, title: string) =>
      classified(post(id, day, id, title, text), ['vmware'], ['licensing']);
    const entries = [
      piece('a', '2025-05-07', 'Broadcom targets VMware license Holders with lawsuits'),
      piece('b', '2025-05-09', 'VMware court papers: perpetual Holders have to pay'),
    ];
    expect(whys(entries).join()).not.toMatch(/dispute with Holders/);
    const later = piece(
      'c',
      '2025-08-20',
      'Lawsuit over updates: what Holders of old licenses say',
    );
    expect(ids([...entries, later])).toContain('c');
  });

  test('are those of two languages, whose little words tell nothing', () => {
    const entries = [
      classified(
        post('a', '2024-02-13', 'one', 'Broadcom met fin à l’hyperviseur gratuit de VMware'),
        ['vmware'],
        ['licensing'],
      ),
      classified(
        post('b', '2024-02-13', 'two', 'Broadcom kills off free VMware hypervisor'),
        ['vmware'],
        ['licensing'],
      ),
    ];
    expect(whys(entries)[0]).toMatch(/^Titles share: .*fin\/kills/);
  });

  test('are flaws that came as one batch', () => {
    const title = (what: string) => `VMware ESXi ${what} Vulnerability`;
    const entries = [
      classified(
        post('a', '2025-03-04', 'kev', title('Arbitrary Write'), 'CVE-2025-22225'),
        ['vmware'],
        ['security'],
      ),
      classified(
        post('b', '2025-03-04', 'cert', title('Information Disclosure'), 'CVE-2025-22226'),
        ['vmware'],
        ['security'],
      ),
    ];
    expect(whys(entries)).toEqual(['CVE-2025-22225 and CVE-2025-22226 came as one batch']);
  });
});

describe('entries that stay apart', () => {
  test.each([
    ['Proxmox', 'Proxmox'],
    ['Harvester', 'SUSE'],
  ])('are headlines that share the name of the platform, as of %s', (name, vendor) => {
    const platform = { id: 'it', name, vendor, terms: [], negativeContexts: [], flagships: [name] };
    const headlines = [
      'A hospital runs its records on *',
      'Backup for *, compared',
      '* at the edge of the network',
      'Ten questions on *',
      'Why a bank looks at *',
      'Monitoring * with open tools',
    ].map((title, at) =>
      classified(post(`e${at}`, '2024-05-02', `s${at}`, title.replace('*', name)), ['it']),
    );
    expect(groupStories(headlines, productsOf([platform]))).toHaveLength(6);
  });

  test('are two disputes of one company, of which one is about no hypervisor', () => {
    const entries = [
      classified(
        post('a', '2024-09-04', 'one', 'AT&T sues Broadcom over VMware renewals'),
        ['vmware'],
        ['licensing'],
      ),
      classified(post('b', '2024-09-17', 'two', 'AT&T pays FCC settlement over breach'), [], []),
    ];
    expect(groupStories(entries)).toHaveLength(2);
  });

  test('are those whose titles name one product in different versions, even under one address', () => {
    const a = post('a', '2024-05-01', 'one', 'Proxmox VE 8.2 released');
    const b = { ...post('b', '2024-05-01', 'one', 'Proxmox VE 8.3 released'), url: a.url ?? '' };
    const topics = ['release'] as const;
    expect(ids([classified(a, ['proxmox'], topics), classified(b, ['proxmox'], topics)])).toEqual([
      'a',
      'b',
    ]);
  });

  test('includes a third that would have joined them', () => {
    const entries = [
      classified(
        post('a', '2024-05-01', 'one', 'Gizmo Orchestra suite, edition Proxmox VE 8.2'),
        ['proxmox'],
        ['release'],
      ),
      classified(
        post('b', '2024-05-02', 'two', 'Gizmo Orchestra suite, edition Proxmox'),
        ['proxmox'],
        ['release'],
      ),
      classified(
        post('c', '2024-05-03', 'six', 'Gizmo Orchestra suite, edition Proxmox VE 8.3'),
        ['proxmox'],
        ['release'],
      ),
    ];
    for (const group of groupStories(entries)) {
      const titles = group.entries.map(({ entry }) => entry.title).join();
      expect(titles.includes('8.2') && titles.includes('8.3')).toBe(false);
    }
    expect(groupStories(entries)).toHaveLength(2);
  });

  test('are a publisher’s own series under one title', () => {
    const entries = ['2024-05-03', '2024-05-10'].map((day, at) =>
      classified(
        post(`e${at}`, day, 'one', 'Storage news ticker of the week'),
        ['vmware'],
        ['round-up'],
      ),
    );
    expect(groupStories(entries)).toHaveLength(2);
  });

  test('are pieces cut to one pattern on different hypervisors', () => {
    const entries = [
      classified(
        post('a', '2024-05-23', 'one', 'Evaluating XCP-ng as an Alternative to VMware ESXi'),
        ['xcp-ng', 'vmware'],
      ),
      classified(
        post('b', '2024-05-24', 'one', 'Evaluating Nutanix as an Alternative to VMware ESXi'),
        ['nutanix', 'vmware'],
      ),
    ];
    expect(groupStories(entries)).toHaveLength(2);
  });

  test('are two pieces of one paper, although a third report resembles both', () => {
    const entries = [
      classified(
        post(
          'a',
          '2024-05-07',
          'paper',
          'VMware customer portal closes as support moves to Broadcom',
        ),
        ['vmware'],
        ['lifecycle'],
      ),
      classified(
        post('b', '2024-05-08', 'paper', 'Broadcom moves VMware knowledge base into its portal'),
        ['vmware'],
        ['lifecycle'],
      ),
      classified(
        post('c', '2024-05-08', 'vendor', 'VMware knowledge base has moved to the Broadcom portal'),
        ['vmware'],
        ['lifecycle'],
      ),
    ];
    expect(ids(entries)).toEqual(['a', 'b c']);
  });

  test('are the results of two quarters', () => {
    const results = (id: string, day: string, title: string) =>
      classified(post(id, day, id, title), ['nutanix'], ['business']);
    const entries = [
      results('one', '2025-05-28', 'Nutanix Reports Third Quarter Fiscal 2025 Financial Results'),
      results('two', '2025-05-29', 'Nutanix Q3 2025 Earnings Call Transcript'),
      results(
        'three',
        '2025-05-30',
        'Nutanix Reports Second Quarter Fiscal 2025 Financial Results',
      ),
    ];
    expect(groupStories(entries)).toHaveLength(2);
  });

  test('are notices on the same product that name different flaws', () => {
    const entries = [
      classified(
        post('a', '2024-05-01', 'one', 'VMware vCenter flaw', 'CVE-2024-10001'),
        ['vmware'],
        ['security'],
      ),
      classified(
        post('b', '2024-05-02', 'two', 'VMware vCenter hole', 'CVE-2024-38812'),
        ['vmware'],
        ['security'],
      ),
    ];
    expect(groupStories(entries)).toHaveLength(2);
  });
});

test('the order of the entries decides nothing', () => {
  const entries = [
    classified(post('a', '2024-06-03', 'one', 'Computershare moves 24,000 VMs to Nutanix'), [
      'nutanix',
    ]),
    classified(post('b', '2024-06-04', 'two', 'Why Computershare put 24,000 VMs on Nutanix'), [
      'nutanix',
    ]),
    classified(post('c', '2024-06-03', 'six', 'Computershare, Nutanix and 24,000 VMs'), [
      'nutanix',
    ]),
    classified(post('d', '2024-06-03', 'ten', 'Proxmox VE 8.2 released'), ['proxmox'], ['release']),
  ];
  const expected = groupStories(entries);
  expect(groupStories([...entries].reverse())).toEqual(expected);
  expect(groupStories([2, 0, 3, 1].flatMap((at) => entries[at] ?? []))).toEqual(expected);
});

test('an id on the limit of what an opening is read of joins nothing', () => {
  const opening = `${'Guests are safe so far. '.repeat(20).slice(0, 386)} CVE-2024-2227`;
  const entries = [
    classified(post('a', '2024-05-01', 'one', 'Hosts at risk', `${opening}3 is new.`), ['vmware']),
    classified(post('b', '2024-05-01', 'two', 'Printers, CVE-2024-2227'), ['vmware']),
  ];
  expect(ids(entries)).toEqual(['a', 'b']);
});

test('announcements of one product within days are as many stories as they tell', () => {
  const announced = (title: string) =>
    classified(
      post(title, '2024-05-14', title.replaceAll(/\W/g, ''), title),
      ['vmware'],
      ['release'],
    );
  const others = [
    announced('vSphere learns to span thousands of hosts'),
    announced('Auditors certify vSphere for hospitals'),
    announced('Dashboards of vSphere near general availability'),
  ];
  expect(groupStories(others)).toHaveLength(3);
  const same = [announced('vSphere spans thousands of hosts'), ...others.slice(0, 1)];
  expect(groupStories(same)).toHaveLength(1);
});
