import { describe, expect, test } from 'vitest';
import { classifyEntry } from '../../../src/digest/classify/classify-entry.ts';
import { isWeighing } from '../../../src/digest/classify/passing-mention.ts';
import type { Hypervisor } from '../../../src/model/hypervisor.ts';
import type { Source } from '../../../src/model/source.ts';
import { configured } from '../../support/configured.ts';
import { entry, source } from '../build.ts';

const { hypervisors } = configured;

interface Case {
  readonly title: string;
  readonly text?: string;
  readonly url?: string;
  readonly from?: Source;
}

function labels({ title, text = '', url = 'https://press.example/post', from }: Case): string[] {
  const found = classifyEntry(entry('one', title, { text, url }), from, hypervisors);
  return found.map(({ hypervisor }) => hypervisor);
}

/** Cases of one rule: what the title and the opening say, and what the entry is about. */
function rule(
  name: string,
  cases: readonly (readonly [string, string, readonly string[]])[],
): void {
  describe(name, () => {
    test.each(cases)('%s | %s', (title, text, expected) => {
      expect(labels({ title, text }).sort()).toEqual([...expected].sort());
    });
  });
}

rule('a product name in the title suffices', [
  ['Proxmox VE 9.0 released', '', ['proxmox']],
  ['VMSA-2025-0013: ESXi and Workstation updates', '', ['vmware']],
  ['What is new in AHV', '', ['nutanix']],
  ['SCVMM 2025 drops legacy protocols', '', ['hyper-v']],
  ['XOSTOR leaves beta', '', ['xcp-ng']],
]);

rule('spelling does not matter: signs, hyphens, entities, width', [
  ['VMware vSphere® Foundation', '', ['vmware']],
  ['XCP‑ng 8.3 est disponible', '', ['xcp-ng']],
  ['VMware&amp;#39;s new price', '', ['vmware']],
  ['ＶＭｗａｒｅの新ライセンス', '', ['vmware']],
  ['VMware Cloud Foundationのライフサイクル管理', '', ['vmware']],
  ['Hyper\u00ad-V Replica', '', ['hyper-v']],
]);

rule('an abbreviation matches in capitals only', [
  ['Why AOS 7.0 and AHV matter', '', ['nutanix']],
  ['Windows on ahv paths and aos files', '', []],
]);

rule('the company is not the product', [
  ['Broadcom beats estimates on chip demand', '', []],
  ['Microsoft raises prices of Microsoft 365', '', []],
  ['Windows Server 2019 updates fail with an error', 'Windows Server 2019 needs a restart.', []],
]);

rule('a vendor at odds with those who use its software is its product', [
  ['City settles lawsuit over access to Broadcom software', '', ['vmware']],
  ['Broadcom sued by a railway over support', 'The contract runs to 2026.', ['vmware']],
  ['Ministry wins summary proceedings against Broadcom on support', '', ['vmware']],
  ['Hospital group and Broadcom settle over perpetual licences', '', ['vmware']],
  ['Broadcom loses appeal in a court of The Hague', '', ['vmware']],
  ['Broadcom ends support for small customers', '', ['vmware']],
  ['Broadcom ends renewals for resellers', '', ['vmware']],
  ['Broadcom sues streaming service over patents', 'Its customers pay licences.', []],
  ['Court lets Broadcom contract stand', 'The chip maker has to deliver wafers.', []],
  ['Customers of Broadcom wait for AI accelerators, and renew contracts', '', []],
  ['Broadcom settles with its shareholders over software deal', '', []],
  ['Broadcom complaint rejected', 'Workers had gone to a judge.', []],
  ['Broadcom sells software', '', []],
  ['A blow for Broadcom', 'A judge finds that rental bundles break its contracts.', ['vmware']],
  ['A blow for Broadcom', 'A judge finds that its chips are late.', []],
  ['Microsoft settles lawsuit over licences', '', []],
]);

rule('a patch day is about the hypervisor that its opening tells of', [
  [
    "Microsoft's May 2024 Patch Tuesday mends 60 flaws",
    'Both critical ones sit in the hypervisor and let a guest run code on its host.',
    ['hyper-v'],
  ],
  [
    'Patch Tuesday: 60 flaws, two of them critical',
    'Microsoft has a long list this time. The hypervisor has the worst: a way out of the guest.',
    ['hyper-v'],
  ],
  ['Microsoft May security updates', 'Exploited: a flaw in Hyper-V, and no other.', ['hyper-v']],
  ['Patch Tuesday, May', 'Microsoft mends Windows, Office, Hyper-V and Exchange.', []],
  ['Patch Tuesday, July', 'A zero-day makes a user SYSTEM through the hypervisor.', ['hyper-v']],
  ['Patch day of a router maker', 'A zero-day leads through the hypervisor.', []],
  ['Patch Tuesday, June', 'Flaws in Hyper-V, Office and Azure were mended by Microsoft.', []],
  [
    'February 2024 security update review',
    'The month in short: two bugs are under attack, and there is a flaw in Hyper-V with which guests reach the host.',
    ['hyper-v'],
  ],
  [
    'July 2024 security update review',
    'One flaw is in Hyper-V, which hands over the host; gangs like that, and they pay for it.',
    ['hyper-v'],
  ],
  ['Microsoft closes 67 holes', 'Windows, Office, Hyper-V, and Azure have some.', []],
  ['Patch day at SAP', 'No hypervisor in sight, only a portal.', []],
  ['Hyper-V leads Patch Tuesday', 'Microsoft mends Windows, Office and Hyper-V.', ['hyper-v']],
]);

rule('a negative context is cut out first', [
  ['Broadcom ships new Wi-Fi chips', 'The company that bought VMware has a radio.', []],
  ['VMware Tanzu RabbitMQ advisory', 'A flaw in the VMware message broker.', []],
  ['Kerberos hardening in Windows Server 2025', 'Microsoft turns off RC4.', []],
  ['Windows Server 2025 domain controllers unreachable', '', []],
]);

rule('another platform as the subject', [
  ['OpenStack release expands VMware migration', '', []],
  ['HPE takes on VMware with VM Essentials', 'HPE attacks VMware with its KVM hypervisor.', []],
  ['XSA-470', 'Upstream advisory for the crash fixed in the July update of XCP-ng.', []],
  ['VMware customers look at OpenShift Virtualization', '', ['vmware']],
  ['Ceph Squid arrives in Proxmox VE', '', ['proxmox']],
]);

rule('what is named in passing beside a subject counts little', [
  ['Nutanix gains partners as it takes on VMware', '', ['nutanix']],
  ['Proxmox, the rival of VMware, grows', '', ['proxmox']],
  ['Review of a palm-sized server that runs Proxmox', '', []],
  ['VMware alternatives: five to look at', '', ['vmware']],
]);

rule('what a text denies is no subject', [
  ['Citrix bleeds again, and it has nothing to do with VMware', 'NetScaler leaks memory.', []],
  ['A flaw in switches, no, not in Proxmox', 'Proxmox is not affected.', []],
  ['NetScaler flaw: Hyper-V is not affected', '', []],
  ['Not just VMware: Oracle raises prices too', '', []],
  ['Unlike VMware, this one keeps its free edition', 'Oracle stays generous.', []],
  ['A hole in Oracle VM', 'VMware and Nutanix are not affected.', []],
  ['The hole is not in VMware', '', []],
  ['This is no VMware bug', 'Fortinet has it.', []],
  ['Why Nutanix, and not VMware', '', ['nutanix', 'vmware']],
  ['Why not Proxmox?', '', ['proxmox']],
  ['vCenter flaw: ESXi is not affected', '', ['vmware']],
  ['A flaw in ESXi 7.0', 'ESXi 8.0 is not affected. ESXi 7.0 needs the patch.', ['vmware']],
]);

rule('a title that weighs two is about both', [
  ['Evaluating XCP-ng as an alternative to VMware ESXi', '', ['xcp-ng', 'vmware']],
  ['Hyper-V vs Proxmox VE', '', ['hyper-v', 'proxmox']],
  ['Server licences: Standard vs Datacenter', 'How many guests each may run.', ['hyper-v']],
  ['XCP-NG vs Xen vs XenServer vs KVM vs Proxmox', '', ['xcp-ng', 'proxmox']],
  ['OpenStack vs Hyper-V: a comparison', '', ['hyper-v']],
  ['XenServer 8 versus vSphere 8 versus AHV 10', '', ['vmware', 'nutanix']],
  ['Moving to OpenStack: compared vs VMware', '', []],
  ['OpenStack vs CloudStack, seen by VMware users', '', []],
]);

rule('a move from one to another is about both', [
  ['Computershare moves 24,000 VMs from VMware to Nutanix', '', ['vmware', 'nutanix']],
]);

rule('a release is about who releases it', [
  ['Proxmox VE 8.2 released with VMware ESXi import wizard', '', ['proxmox']],
]);

rule('a name in the opening alone needs to be the subject there', [
  ['A big customer leaves', 'The bank takes its machines off VMware.', ['vmware']],
  [
    'Desktops without vSphere: Horizon runs on AHV',
    'No more vSphere underneath.',
    ['nutanix', 'vmware'],
  ],
  ['A hobbyist program ends', 'OpenVMS users are upset. It recalls, they say, ESXi.', []],
]);

describe('where an entry was published', () => {
  test('counts when everything there is about one hypervisor', () => {
    expect(labels({ title: 'Noisy neighbours', url: 'https://www.nutanix.dev/2025/post' })).toEqual(
      ['nutanix'],
    );
  });

  test('reaches no further than the configured path', () => {
    expect(labels({ title: 'Agents', url: 'https://blogs.vmware.com/cloud-foundation/a' })).toEqual(
      ['vmware'],
    );
    expect(labels({ title: 'Agents', url: 'https://blogs.vmware.com/tanzu/a' })).toEqual([]);
    expect(labels({ title: 'Agents', url: 'https://notnutanix.dev/a' })).toEqual([]);
  });

  test('does not count for a title about something else', () => {
    const url = 'https://blogs.vmware.com/cloud-foundation/spring';
    expect(labels({ title: 'Spring Boot 3.5 released', url })).toEqual([]);
  });

  test('counts by the source that is dedicated to a hypervisor', () => {
    const from = source('notes', { hypervisor: 'proxmox' });
    expect(labels({ title: 'Cannot boot after the upgrade', from })).toEqual(['proxmox']);
  });

  test('does not count by a name that only resembles it', () => {
    const from = source('vmware-blogs', { name: 'VMware Blogs' });
    expect(labels({ title: 'How to read a threat report', from })).toEqual([]);
  });
});

describe('a label', () => {
  test('says in words where it comes from, strongest first', () => {
    const [label] = classifyEntry(
      entry('one', 'Proxmox VE 9.0 released', {
        url: 'https://www.proxmox.com/en/news',
        text: 'Proxmox of Vienna has a new version.',
      }),
      undefined,
      hypervisors,
    );
    expect(label?.because).toBe(
      '"Proxmox VE" in the title; published on proxmox.com; "Proxmox" in the opening',
    );
  });

  test('marks a side product, unless the title names a real one too', () => {
    const isSide = (title: string) =>
      classifyEntry(entry('one', title), undefined, hypervisors)[0]?.isSideProduct;
    expect(isSide('Proxmox Mail Gateway 9.0 released')).toBe(true);
    expect(isSide('VMware Aria Operations command injection')).toBe(true);
    expect(isSide('VMware fixes flaw in Aria Automation')).toBe(true);
    expect(isSide('VMware vCenter and Aria Operations updates')).toBe(false);
  });

  test('marks a side product that a bare number leaves to the opening', () => {
    const isSide = (title: string, text: string) =>
      classifyEntry(entry('one', title, { text }), undefined, hypervisors)[0]?.isSideProduct;
    expect(isSide('VMSA-2024-0001', 'VMware Aria Automation updates fix a flaw.')).toBe(true);
    expect(isSide('VMSA-2024-0012', 'vCenter and Aria Operations updates.')).toBe(false);
    expect(isSide('VMware prices rise', 'Aria Automation costs more.')).toBe(false);
  });

  test('comes strongest first', () => {
    const title = 'Why the city moved from VMware to Nutanix';
    const text = 'Nutanix AHV replaces ESXi. Nutanix won the tender.';
    const scores = classifyEntry(entry('one', title, { text }), undefined, hypervisors);
    expect(scores.map(({ score }) => score)).toEqual(
      scores.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(scores).toHaveLength(2);
  });
});

describe('a sixth hypervisor', () => {
  const harvester: Hypervisor = {
    id: 'harvester',
    name: 'Harvester',
    vendor: 'SUSE',
    terms: [
      { term: 'Harvester', weight: 1.6 },
      { term: 'SUSE Virtualization', weight: 2 },
    ],
    negativeContexts: ['combine harvester'],
    flagships: ['Harvester'],
  };
  const all = [...hypervisors, harvester];
  const about = (title: string, list: readonly Hypervisor[]) =>
    classifyEntry(entry('one', title), undefined, list).map(({ hypervisor }) => hypervisor);

  test('needs nothing but its block', () => {
    expect(about('Harvester 1.5 is generally available', hypervisors)).toEqual([]);
    expect(about('Harvester 1.5 is generally available', all)).toEqual(['harvester']);
  });

  test('is no longer another platform that takes a title away', () => {
    expect(about('Harvester 1.5 imports machines of VMware users', all)).toEqual([
      'harvester',
      'vmware',
    ]);
  });

  test('has its own negative contexts', () => {
    expect(about('A combine harvester with lidar', all)).toEqual([]);
  });
});

rule('candidates of a comparison are its subject', [
  [
    'Replacements for VMware vSphere compared: XCP-ng and Proxmox VE',
    '',
    ['vmware', 'xcp-ng', 'proxmox'],
  ],
]);

rule('an association that has a vendor looked into means its software', [
  ['CISPE calls for inquiry into Broadcom’s lockdown', '', ['vmware']],
  ['Watchdog calls for inquiry into Broadcom’s chips', '', []],
]);

test('a title that weighs one against the other is known by its words in any script', () => {
  expect(isWeighing('Proxmox VE versus vSphere')).toBe(true);
  expect(isWeighing('Proxmox VE と vSphere の比較')).toBe(true);
  expect(isWeighing('Proxmox VE and vSphere')).toBe(false);
});
