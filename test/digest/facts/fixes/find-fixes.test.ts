import { describe, expect, test } from 'vitest';
import { findFixes } from '../../../../src/digest/facts/fixes/find-fixes.ts';

test.each([
  ['The flaw is fixed in ESXi 8.0 U3e.', [], ['ESXi 8.0 Update 3e']],
  ['Upgrade to vCenter Server 8.0 U3d.', [], ['vCenter Server 8.0 Update 3d']],
  ['It affects Proxmox VE 8.1.', ['Proxmox VE 8.1'], []],
  ['XCP-ng 8.2 is affected. It is patched in XCP-ng 8.3.', ['XCP-ng 8.2'], ['XCP-ng 8.3']],
  ['Proxmox VE 8.2 brings a wizard.', [], []],
  ['Nutanix fixed CVE-2025-30001 in AOS 7.0.1.5.', [], ['Nutanix AOS 7.0.1.5']],
  [
    'VMware patches CVE-2025-30001 and CVE-2025-30002 with ESXi 8.0 U3f.',
    [],
    ['ESXi 8.0 Update 3f'],
  ],
  ['Nutanix fixed CVE-2025-30001 in AOS 7.0, too.', [], []],
  ['Gizmo 1.2 is affected.', [], []],
])('"%s" affects %j and is fixed in %j', (text, affected, fixed) => {
  expect(findFixes(text)).toEqual({ affected, fixed });
});

describe('a sentence', () => {
  test.each([
    ['A flaw in ESXi 7.0 is fixed in ESXi 8.0 U3e.', ['ESXi 7.0'], ['ESXi 8.0 Update 3e']],
    ['Resolved in AOS 6.8.1, 6.5.6.', [], ['Nutanix AOS 6.8.1', 'Nutanix AOS 6.5.6']],
    ['ESXi 8.0 U3e and 7.0 U3w hold the fix.', [], ['ESXi 8.0 Update 3e', 'ESXi 7.0 Update 3w']],
    ['ESXi versions prior to 8.0 U3e are affected.', ['ESXi before 8.0 Update 3e'], []],
    ['It affects Proxmox VE 8.0 to 8.2.', ['Proxmox VE 8.0 to 8.2'], []],
    [
      'Windows Server 2012 R2 and 2016 are affected.',
      ['Windows Server 2012 R2', 'Windows Server 2016'],
      [],
    ],
    [
      'Veeam Backup & Replication 12.1.2 and earlier is vulnerable.',
      ['Veeam Backup & Replication 12.1.2 and earlier'],
      [],
    ],
    ['Fixed in ESXi 8.0 U3e-24674464.', [], ['ESXi 8.0 Update 3e']],
    ['Broadcom has ESXi 8.0 U3e, which fixes CVE-2024-1234.', [], ['ESXi 8.0 Update 3e']],
    ['ESXi 7.0 is affected, which is fixed in ESXi 8.0 U3e.', ['ESXi 7.0'], ['ESXi 8.0 Update 3e']],
    [
      'It affects Hyper-V on Windows Server 2022 and 2025.',
      ['Windows Server 2022', 'Windows Server 2025'],
      [],
    ],
    ['XCP-ng 8.2 is affected; it is fixed in 8.2.1.', ['XCP-ng 8.2'], ['XCP-ng 8.2.1']],
    ['Proxmox VE 8.1 is affected, but Proxmox VE 8.2 is not affected.', ['Proxmox VE 8.1'], []],
    ['Proxmox VE 8.1 is affected, 7.4 gets no patch any more.', ['Proxmox VE 8.1'], []],
    ['Unlike ESXi 7.0, ESXi 8.0 is affected.', ['ESXi 8.0'], []],
    [
      'AOS 6.5.x is affected; fixed in 6.5.6 and 6.5.7.1.',
      ['Nutanix AOS 6.5.x'],
      ['Nutanix AOS 6.5.6', 'Nutanix AOS 6.5.7.1'],
    ],
    [
      'ESXi 8.0 and 9.0 are affected; it is fixed in 8.0 U3h and 9.0.2.',
      ['ESXi 8.0', 'ESXi 9.0'],
      ['ESXi 8.0 Update 3h', 'ESXi 9.0.2'],
    ],
    [
      'ESXi before 8.0 U3e is vulnerable to CVE-2024-1234, as is Workstation 17.x before 17.6.3.',
      ['ESXi before 8.0 Update 3e', 'VMware Workstation before 17.6.3'],
      [],
    ],
    [
      'It is fixed in pve-firewall 5.1.2 and libpve-rs-perl 0.9.4.',
      [],
      ['pve-firewall 5.1.2', 'libpve-rs-perl 0.9.4'],
    ],
    [
      'Fixed in pc.2024.3.1.1 and pc.7.3.1.',
      [],
      ['Prism Central pc.2024.3.1.1', 'Prism Central pc.7.3.1'],
    ],
    [
      'Customers with pc.2024.2 should upgrade to pc.2024.3.1.1.',
      [],
      ['Prism Central pc.2024.3.1.1'],
    ],
    [
      'It is fixed in xen 4.17.5-20.1 for XCP-ng 8.3 and xen 4.13.5-10.1.xcpng8.2 for XCP-ng 8.2.',
      [],
      ['xen 4.17.5-20.1 (XCP-ng 8.3)', 'xen 4.13.5-10.1.xcpng8.2 (XCP-ng 8.2)'],
    ],
    ['Security fix for libvirt: upgrade to libvirt 11.5.0.', [], ['libvirt 11.5.0']],
    [
      'Versions before pc.2024.3.1.1 are affected; AOS 7.3.1.1 and pc.7.3.1 contain the fix.',
      ['Prism Central before pc.2024.3.1.1'],
      ['Nutanix AOS 7.3.1.1', 'Prism Central pc.7.3.1'],
    ],
    [
      'The flaw is fixed in xen-4.17.5-20.1.xcpng8.3.',
      [],
      ['xen-4.17.5-20.1.xcpng8.3 (XCP-ng 8.3)'],
    ],
    [
      'The security update contains xen-4.17.5-20.1.xcpng8.3 and kernel-4.19.19-8.44.1.xcpng8.3.',
      [],
      ['xen-4.17.5-20.1.xcpng8.3 (XCP-ng 8.3)', 'kernel-4.19.19-8.44.1.xcpng8.3 (XCP-ng 8.3)'],
    ],
    ['Upgrade to Xen 4.20.3.', [], ['Xen 4.20.3']],
    [
      'Xen 4.19.2 and earlier are affected; it is fixed in Xen 4.20.3 and Xen 4.19.5.',
      ['Xen 4.19.2 and earlier'],
      ['Xen 4.20.3', 'Xen 4.19.5'],
    ],
    ['The flaw is fixed in QEMU 10.2.1 and 10.1.4.', [], ['QEMU 10.2.1', 'QEMU 10.1.4']],
    ['KubeVirt 1.8.3 contains the fix.', [], ['KubeVirt 1.8.3']],
    ['It is fixed in libvirt 10.1 on Proxmox VE 8.2.', [], ['libvirt 10.1']],
    ['Fixed: pve-edk2-firmware 4.2023.08-4.', [], ['pve-edk2-firmware 4.2023.08-4']],
    ['xen 4.17.6-2.1 contains the fix.', [], ['xen 4.17.6-2.1']],
  ])('"%s" affects %j and is fixed in %j', (text, affected, fixed) => {
    expect(findFixes(text)).toEqual({ affected, fixed });
  });

  test.each([
    [
      'The July 2026 update for Windows Server 2025 fixes CVE-2026-30001.',
      ['Windows Server 2025'],
      [],
    ],
    [
      'Patches for Windows Server 2025 and Windows Server 2022 fix the flaw.',
      ['Windows Server 2025', 'Windows Server 2022'],
      [],
    ],
    ['The July update for XCP-ng 8.3 fixes three flaws.', ['XCP-ng 8.3'], []],
    ['The update to ESXi 8.0 U3f fixes CVE-2026-30001.', [], ['ESXi 8.0 Update 3f']],
    ['The fix for CVE-2026-30001 in ESXi 8.0 U3f closes it.', [], ['ESXi 8.0 Update 3f']],
    ['It is fixed in Windows Server 2025.', [], []],
    ['It is fixed in Azure Local 23H2.', [], []],
    ['It is fixed in Azure Local 2507.', [], ['Azure Local 2507']],
  ])('tells what an update is for from the fix: "%s"', (text, affected, fixed) => {
    expect(findFixes(text)).toEqual({ affected, fixed });
  });

  test.each([
    ['It is fixed by KB5060842 (OS build 26100.4349).', ['KB5060842 (build 26100.4349)']],
    [
      'Microsoft fixed the flaw in KB5060842 (OS Build 26100.4349) for Windows Server 2025 and KB5060526 for Windows Server 2022.',
      ['Windows Server 2025 KB5060842 (build 26100.4349)', 'Windows Server 2022 KB5060526'],
    ],
    [
      'The update for Windows Server 2025 (KB5060842, OS build 26100.4349) fixes it.',
      ['Windows Server 2025 KB5060842 (build 26100.4349)'],
    ],
    [
      'The updates for Windows Server 2025 and Windows Server 2022 (KB5060842, KB5060526) fix it.',
      ['KB5060842', 'KB5060526'],
    ],
    [
      'Administrators should install the July 2026 security update KB5060842. It is fixed by KB5060842 (OS Builds 26100.4349 and 26100.4061).',
      ['KB5060842 (builds 26100.4349 and 26100.4061)'],
    ],
    [
      'The vulnerability is fixed in Windows Server 2025 build 26100.4349.',
      ['Windows Server 2025 OS build 26100.4349'],
    ],
    [
      'The fix is included in the July 2026 cumulative updates: KB5060842 for Windows Server 2025, KB5060526 for Windows Server 2022.',
      ['Windows Server 2025 KB5060842', 'Windows Server 2022 KB5060526'],
    ],
    ['Fixed in OS build 26100.4349.', ['OS build 26100.4349']],
    ['Fixed in: KB5060842 and KB5060526', ['KB5060842', 'KB5060526']],
    ['It is not fixed by KB5060842.', []],
    ['Customers who installed KB5060842 see crashes.', []],
    ['Fixed in ESXi 8.0 U3f, see KB 311111.', ['ESXi 8.0 Update 3f']],
  ])('names an update of Windows by its number: "%s"', (text, fixed) => {
    expect(findFixes(text).fixed).toEqual(fixed);
  });

  test.each([
    ['of another product beside it', 'It is fixed in corosync 3.1 on Proxmox VE 8.2.'],
    ['of something made for it', 'The bug affects the plug-in for Proxmox VE 8.2.'],
    ['of an update that it gets', 'The XCP-ng 8.2 security update fixes several flaws.'],
    ['that is still to come', 'The flaw will be fixed in Proxmox VE 8.3.'],
    ['that is no fix', 'It is not fixed in XCP-ng 8.2.'],
    ['for which updates are listed', 'Security updates: XCP-ng 8.2'],
    ['with which a flaw came', 'The flaw came with xen-4.17.5-18.1.xcpng8.3.'],
    ['to which somebody moves', 'How to upgrade to Proxmox VE 9.0'],
    ['that is cut short', 'Fixed in ESXi 8.0 U3efg.'],
    ['of a whole branch', 'Fixed in ESXi 8.x.'],
  ])('states nothing of a version %s: "%s"', (_, text) => {
    expect(findFixes(text)).toEqual({ affected: [], fixed: [] });
  });

  test('may lean on the one before it, where that leaves one version to mean', () => {
    expect(findFixes('The flaw is in ESXi 8.0. Update 3d fixes it.')).toEqual({
      affected: ['ESXi 8.0'],
      fixed: ['ESXi 8.0 Update 3d'],
    });
    expect(findFixes('Proxmox VE 8.2.1 is affected. Version 8.2.4 fixes it.').fixed).toEqual([
      'Proxmox VE 8.2.4',
    ]);
  });

  test('may lean on an earlier one, as long as none between names a product', () => {
    const flaw = 'ESXi 7.0 and 8.0 are affected.';
    const fix = 'The flaw is fixed in 7.0 U3x and 8.0 U3h.';
    expect(findFixes(`${flaw} An attacker needs an account. ${fix}`).fixed).toEqual([
      'ESXi 7.0 Update 3x',
      'ESXi 8.0 Update 3h',
    ]);
    expect(findFixes(`${flaw} NSX was tested, too. ${fix}`).fixed).toEqual([]);
  });

  test.each([
    ['of two that it may mean', 'The flaw is in ESXi 7.0 and 8.0. Update 3d fixes it.'],
    ['of another branch', 'The flaw is in Proxmox VE 8.2. Version 10.1 fixes it.'],
    ['of another thing', 'The flaw is in Proxmox VE 8.2. Corosync 8.2.4 fixes it.'],
  ])('does not lean on one %s', (_, text) => {
    expect(findFixes(text).fixed).toEqual([]);
  });
});

test.each([
  ['Xen Orchestra before 6.9.0 contains an authorization bypass.', ['Xen Orchestra before 6.9.0']],
  ['ESXi 8.0 Update 2 has a heap overflow.', ['ESXi 8.0 Update 2']],
  ['ESXi 8.0 Update 3 contains the fix.', []],
])('what has a flaw is affected: %s', (text, affected) => {
  expect(findFixes(text).affected).toEqual(affected);
});

test.each([
  [
    'Proxmox VE 8.2.4 and every earlier version 8 build is affected.',
    ['Proxmox VE 8.2.4 and earlier'],
  ],
  ['Proxmox VE 8.2.4 and any older 8 releases are affected.', ['Proxmox VE 8.2.4 and earlier']],
  ['AOS versions less than 7.3.1.18 are affected.', ['Nutanix AOS before 7.3.1.18']],
  ['Who runs vCenter below version 8.0.3.5 is vulnerable.', ['vCenter Server before 8.0.3.5']],
  ['Hosts that run ESXi below version 8.0.3 are exposed.', ['ESXi before 8.0.3']],
  ['The version of AOS on the host is prior to 6.7.1.6.', []],
  ['The version of AOS installed on the host is prior to 6.7.1.6.', ['Nutanix AOS before 6.7.1.6']],
  ['The version of the plug-in running on AOS is prior to 6.7.1.6.', []],
  ['Many hosts with ESXi 8.0 are exposed to the internet.', []],
])('what is affected keeps its limit: %s', (text, affected) => {
  expect(findFixes(text).affected).toEqual(affected);
});

test('a limit leads to the fix that is named without its product', () => {
  const text = 'vCenter Server below version 8.0.3.5 is affected. The fixed version is 8.0.3.5.';
  expect(findFixes(text).fixed).toEqual(['vCenter Server 8.0.3.5']);
});

test.each([
  ['Upgrade the AOS install to 6.5.6.5 or higher.', ['Nutanix AOS 6.5.6.5 and later']],
  ['Administrators should update their ESXi hosts to 8.0 U3g.', ['ESXi 8.0 Update 3g']],
  ['Upgrade the AOS plug-in to 6.5.6.5.', []],
  ['How to upgrade ESXi hosts to 8.0 U3g.', []],
  ['Upgrade AOS to a version that holds the fix.', []],
])('what to upgrade may stand between: %s', (text, fixed) => {
  expect(findFixes(text).fixed).toEqual(fixed);
});

test.each([
  'Do I have to update to vSphere 8 Update 3 to receive this patch? Not necessarily.',
  'Do I need to upgrade to Proxmox VE 9.0 to get the fix? No.',
])('a question names no fix: %s', (text) => {
  expect(findFixes(text).fixed).toEqual([]);
});

describe('the only subject of a report', () => {
  const veeam = 'Veeam fixes critical RCE flaw in Backup & Replication.';

  test.each([
    [`${veeam}\nIt is fixed in version 12.3.3.100.`, ['Veeam Backup & Replication 12.3.3.100']],
    [
      'Critical flaw.\nThere are fixes for CVE-2026-70003 in Veeam Backup & Replication 12.3. It is fixed in 12.3.3.100.',
      ['Veeam Backup & Replication 12.3.3.100'],
    ],
    [
      'Critical Veeam Backup & Replication RCE vulnerability.\nFixed version: 12.3.3.100',
      ['Veeam Backup & Replication 12.3.3.100'],
    ],
    [
      'Flaw in Nutanix AHV.\nIt is fixed in builds 10.3.1 and 10.0.1.4.',
      ['Nutanix AHV 10.3.1', 'Nutanix AHV 10.0.1.4'],
    ],
  ])('needs no name beside its version: %s', (text, fixed) => {
    expect(findFixes(text).fixed).toEqual(fixed);
  });

  test.each([
    ['it is denied', `${veeam}\nIt is not fixed in version 12.3.3.100.`],
    [
      'another name stands in the sentence',
      `${veeam}\nThe flaw in Acme Agent is fixed in version 2.0.3.`,
    ],
    ['it is of a part', `${veeam}\nThe flaw is fixed in version 12.3.3.100 of the appliance.`],
    ['there are two', `${veeam}\nVeeam ONE is affected. It is fixed in version 12.3.3.100.`],
    ['it is of another branch', 'Flaws.\nAHV 10.3 has a flaw. It is fixed in version 2.4.1.'],
    [
      'it may be of what is contained',
      `${veeam}\nThe flaw is in OpenSSL. It is fixed in version 3.0.15.`,
    ],
    [
      'the flaw is in what is made for it',
      'Flaw in vCenter plug-in.\nIt is fixed in version 2.0.1.',
    ],
    [
      'it is named as what another is for',
      'Flaw in Acme Backup for Proxmox VE 8.2.\nFixed in version 8.4.1.',
    ],
    [
      'it is only where something runs',
      'Acme flaw hits ESXi guests.\nIt is fixed in version 20.0.1.',
    ],
  ])('is not guessed where %s', (_, text) => {
    expect(findFixes(text).fixed).toEqual([]);
  });
});

describe('lists', () => {
  test('behind labels', () => {
    const text =
      'Affected products: VMware ESXi 8.0, VMware ESXi 7.0\nFixed in: VMware ESXi 8.0 U3e, 7.0 U3w\nWorkaround: none';
    expect(findFixes(text)).toEqual({
      affected: ['ESXi 8.0', 'ESXi 7.0'],
      fixed: ['ESXi 8.0 Update 3e', 'ESXi 7.0 Update 3w'],
    });
  });

  test('behind labels that name the product', () => {
    const text = 'Affected AOS versions: 6.5.x, 6.8\nFixed AOS versions: 6.5.6, 6.8.1';
    expect(findFixes(text)).toEqual({
      affected: ['Nutanix AOS 6.5.x', 'Nutanix AOS 6.8'],
      fixed: ['Nutanix AOS 6.5.6', 'Nutanix AOS 6.8.1'],
    });
  });

  test('of packages under a heading, which are for a version and not that version', () => {
    const text =
      'Affected versions\n\nXCP-ng 8.2\nXCP-ng 8.3\n\nFixed packages\n\nxen-4.17.5-20.1.xcpng8.3 (XCP-ng 8.3)\nXCP-ng 8.2: xen-4.13.5-10.1.xcpng8.2\n\nHow to update\n\nUse yum on XCP-ng 8.2.';
    expect(findFixes(text)).toEqual({
      affected: ['XCP-ng 8.2', 'XCP-ng 8.3'],
      fixed: ['xen-4.17.5-20.1.xcpng8.3 (XCP-ng 8.3)', 'xen-4.13.5-10.1.xcpng8.2 (XCP-ng 8.2)'],
    });
  });

  test('of packages below the version that they are for', () => {
    const text =
      'Affected Versions\n\nXCP-ng 8.3: Affected.\nXCP-ng 8.2: Not affected, as its kernel is older.\n\nMitigation\n\nNone needed.\n\nResolution\n\nUpdates for XCP-ng 8.3 are out.\n\nList of packages fixing this issue:\n\nXCP-ng 8.3:\nxen-4.17.6-9.2.xcpng8.3\n\nCredits\n\nSomebody.';
    expect(findFixes(text)).toEqual({
      affected: ['XCP-ng 8.3'],
      fixed: ['xen-4.17.6-9.2.xcpng8.3 (XCP-ng 8.3)'],
    });
  });

  test('of packages alone, where the text is about updates and its heading not about others', () => {
    const packages = 'xen 4.17.6-2.1 for 8.3\nxapi: 24.19.3-1.2\n- qemu-4.2.1-5.3.xcpng8.3';
    const others = 'Maintenance updates\n\nblktap-3.55.5-2.1';
    expect(findFixes(`Security updates are out.\n\n${packages}\n\n${others}`).fixed).toEqual([
      'xen 4.17.6-2.1',
      'xapi 24.19.3-1.2',
      'qemu-4.2.1-5.3.xcpng8.3 (XCP-ng 8.3)',
    ]);
    expect(findFixes(`The lab runs:\n\n${packages}`).fixed).toEqual([]);
  });

  test('of packages and what they are updated to', () => {
    const security =
      'Security updates\n\nxen-* updated to 4.17.5-20.1.xcpng8.3\nkernel: Update to kernel-4.19.19-8.44.1.xcpng8.3, for XSA-480';
    const others = 'Maintenance updates\n\nblktap: updated to 3.55.5-6.5.xcpng8.3';
    expect(findFixes(`${security}\n\n${others}`).fixed).toEqual([
      'xen 4.17.5-20.1.xcpng8.3 (XCP-ng 8.3)',
      'kernel 4.19.19-8.44.1.xcpng8.3 (XCP-ng 8.3)',
    ]);
    expect(findFixes('The lab was updated to 4.17.5-20.1.xcpng8.3').fixed).toEqual([]);
  });

  test('in brackets behind the product', () => {
    const text =
      'Affected products: VMware vCenter Server (7.0 prior to 7.0 U3d, 6.7 prior to 6.7 U3p) and VMware Cloud Foundation (4.x)';
    expect(findFixes(text).affected).toEqual([
      'vCenter Server before 7.0 Update 3d',
      'vCenter Server before 6.7 Update 3p',
      'VMware Cloud Foundation 4.x',
    ]);
  });

  test('of packages with their versions', () => {
    const text =
      'Fixed in:\n\n- pve-manager 8.2.7\n- libpve-storage-perl version 8.2.6\n- proxmox-kernel-6.8 (>= 6.8.12-5)';
    expect(findFixes(text).fixed).toEqual([
      'pve-manager 8.2.7',
      'libpve-storage-perl 8.2.6',
      'proxmox-kernel-6.8 6.8.12-5',
    ]);
  });

  test('of bare versions under the name of their product', () => {
    const text = 'Fixed versions\n\nVMware ESXi\n\n8.0 U3e\n7.0 U3w\n\nVMware vCenter\n\n8.0 U3d';
    expect(findFixes(text).fixed).toEqual([
      'ESXi 8.0 Update 3e',
      'ESXi 7.0 Update 3w',
      'vCenter Server 8.0 Update 3d',
    ]);
  });

  test('of branches with their fixes', () => {
    const text =
      'Affected and fixed versions\nESXi 8.0: 8.0 U3e\nESXi 7.0: fixed in 7.0 U3w\nvCenter Server 8.0 → 8.0 U3d';
    expect(findFixes(text)).toEqual({
      affected: ['ESXi 8.0', 'ESXi 7.0', 'vCenter Server 8.0'],
      fixed: ['ESXi 8.0 Update 3e', 'ESXi 7.0 Update 3w', 'vCenter Server 8.0 Update 3d'],
    });
  });

  test('end where another heading or running text begins', () => {
    const text = 'Fixed versions\n\nProxmox VE 8.2.4\n\nCredits\n\nProxmox VE 8.1';
    expect(findFixes(text).fixed).toEqual(['Proxmox VE 8.2.4']);
    const more =
      'Fixed in:\nProxmox VE 8.2.4\nWe would like to thank everybody who runs Proxmox VE 8.1 today.';
    expect(findFixes(more).fixed).toEqual(['Proxmox VE 8.2.4']);
  });

  test('of what is not affected state nothing', () => {
    const text = 'Not affected:\nProxmox VE 8.3\n\nUnaffected versions: Proxmox VE 8.4';
    expect(findFixes(text)).toEqual({ affected: [], fixed: [] });
  });

  test('of updates for Windows Server, with their builds', () => {
    const text =
      'Windows Server 2022: KB5044281 (OS Build 20348.2762)\nWindows Server 2025 KB5044284 10.0.26100.2033\nInstall KB5044300 on Windows Server 2016.\nDo not install KB5044301 on Windows Server 2012 R2.\nKB5044277 breaks Hyper-V on Windows Server 2019.';
    expect(findFixes(text)).toEqual({
      affected: [],
      fixed: [
        'Windows Server 2022 KB5044281 (build 20348.2762)',
        'Windows Server 2025 KB5044284 (build 26100.2033)',
        'Windows Server 2016 KB5044300',
      ],
    });
  });
});

test.each([
  [
    'that its update is for',
    'XCP-ng 8.3: Not affected, as it has no such guests.\n\nThe updated packages for XCP-ng 8.3 include the fix:\nxen-4.17.6-9.2.xcpng8.3',
    [],
  ],
  [
    'beside another',
    'ESXi 8.0 is not affected. ESXi 7.0 is affected. Patches for ESXi 8.0 and 7.0 fix the flaw.',
    ['ESXi 7.0'],
  ],
])('a version %s is not affected where the text says so', (_, text, affected) => {
  expect(findFixes(text).affected).toEqual(affected);
});

describe('tables', () => {
  const head =
    'VMware Product Version Running On CVE CVSSv3 Severity Fixed Version [1] Workarounds Additional Documentation';

  test('have the fix behind the severity, and rows of other products are left out', () => {
    const rows = [
      'ESXi 8.0 Any CVE-2024-22252, CVE-2024-22253 8.4, 8.4 Critical ESXi80U2sb-23305545 KB96682 FAQ',
      'Workstation 17.x Any CVE-2024-22252 9.3 Critical 17.5.1 KB96682 FAQ',
      'vCenter Server 8.0 Any CVE-2024-37079 9.8 Critical 8.0 U2d None FAQ',
      'Cloud Foundation (vCenter Server) 5.x Any CVE-2024-37079 9.8 Critical 5.2.1 None FAQ',
      'VMware Cloud Foundation 5.x N/A CVE-2025-41236 9.3 Critical Async patch to ESXi80U3f-24784735 None None',
      'ESXi 6.7 Any CVE-2024-22252 8.4 Critical Unaffected N/A N/A',
    ];
    expect(findFixes(['Response matrix', '', head, ...rows].join('\n'))).toEqual({
      affected: ['ESXi 8.0', 'VMware Workstation 17.x', 'vCenter Server 8.0'],
      fixed: ['ESXi80U2sb-23305545', 'VMware Workstation 17.5.1', 'vCenter Server 8.0 Update 2d'],
    });
  });

  test('are read where each cell is a paragraph', () => {
    const cells =
      'VMware Product|Version|Running On|CVE|CVSSv3|Severity|Fixed Version|Workarounds|ESXi|8.0|Any|CVE-2025-22224|9.3|Critical|ESXi80U3d-24585383|None|ESXi|7.0|Any|CVE-2025-22224|9.3|Critical|ESXi70U3s-24585291|None|Notes';
    expect(findFixes(cells.replaceAll('|', '\n\n'))).toEqual({
      affected: ['ESXi 8.0', 'ESXi 7.0'],
      fixed: ['ESXi80U3d-24585383', 'ESXi70U3s-24585291'],
    });
  });

  test('end at the cell that is missing', () => {
    const cells =
      'Product|Version|CVE|Severity|Fixed Version|ESXi|8.0|CVE-2025-22224|Critical|8.0 U3d|ESXi|CVE-2025-22224|Critical|8.0 U3e|Fusion';
    expect(findFixes(cells.replaceAll('|', '\n\n')).fixed).toEqual(['ESXi 8.0 Update 3d']);
  });

  test.each([
    [
      'blanks',
      'Product Version Fixed Version\nVMware ESXi 8.0 ESXi80U3f-24784735\nVMware vCenter Server 7.0 7.0 U3w',
    ],
    [
      'bars',
      '| Product | Version | Fixed Version |\n|---|---|---|\n| VMware ESXi | 8.0 | ESXi80U3f-24784735 |\n| VMware vCenter Server | 7.0 | 7.0 U3w |',
    ],
    [
      'lines',
      'Product\n\nVersion\n\nFixed Version\n\nVMware ESXi\n\n8.0\n\nESXi80U3f-24784735\n\nVMware vCenter Server\n\n7.0\n\n7.0 U3w\n\nNotes',
    ],
    [
      'the fix in front',
      'Product Fixed Version Affected Version\nVMware ESXi ESXi80U3f-24784735\nESXi 8.0 U3f 8.0\nVMware vCenter Server 7.0 U3w 7.0',
    ],
    [
      'the severity behind',
      'Product Version Running On Fixed Version Severity\nVMware ESXi 8.0 Any ESXi80U3f-24784735 Critical\nVMware vCenter Server 7.0 Any 7.0 U3w High',
    ],
  ])('go by the names of their columns: parted by %s', (_, text) => {
    const { affected, fixed } = findFixes(text);
    expect(affected).toEqual(['ESXi 8.0', 'vCenter Server 7.0']);
    expect(fixed).toHaveLength(2);
    expect(fixed[0]).toMatch(/^ESXi80U3f-24784735$|^ESXi 8\.0 Update 3f$/);
    expect(fixed[1]).toBe('vCenter Server 7.0 Update 3w');
  });

  test('without severities have the fix behind the branch', () => {
    const text =
      'Product Affected versions Fixed version\nProxmox VE 8 < 8.2.4 8.2.4\nProxmox VE 7 proxmox-kernel 6.8.12-5\nXCP-ng 8.2 9.1';
    expect(findFixes(text)).toEqual({
      affected: ['Proxmox VE before 8.2.4'],
      fixed: ['Proxmox VE 8.2.4'],
    });
  });
});

test('a name of VMware for a version gives way to the plain one', () => {
  const text = 'Fixed in ESXi80U3e-24674464. It is fixed in ESXi 8.0 U3e.';
  expect(findFixes(text).fixed).toEqual(['ESXi 8.0 Update 3e']);
});

test('a name of VMware for a version needs no build behind it', () => {
  const text = 'Fixed in ESXi 9.0 Update 3, ESXi80U3k and ESXi70U3w-24784741.';
  expect(findFixes(text).fixed).toEqual(['ESXi 9.0 Update 3', 'ESXi80U3k', 'ESXi70U3w-24784741']);
});

test('round the clock is no version', () => {
  expect(findFixes('The flaw is fixed in Proxmox VE 24/7 support.').fixed).toEqual([]);
  expect(findFixes('Fixed in ESXi 8.0.3 / 7.0.3.').fixed).toEqual(['ESXi 8.0.3', 'ESXi 7.0.3']);
});

test.each([
  [
    'KB5087545: Windows Server 2022 Security Update (May 2026).\nIt has a fix for CVE-2026-11111.',
    ['Windows Server 2022 KB5087545'],
  ],
  ['KB5087545: Windows Server 2022 Security Update (May 2026) fails to install.', []],
  ['KB5087545: Windows Server 2022 Preview Update (May 2026).', []],
  ['The update, designated KB5061906, directly addresses a flaw.', ['KB5061906']],
  ['The update, known as KB5061906, does not address the flaw.', []],
])('an update of Windows in a title or behind its name: %s', (text, fixed) => {
  expect(findFixes(text).fixed).toEqual(fixed);
});

test('a list may tell the fix behind the name of its product', () => {
  const text = 'What to patch\nAria Operations: update to 8.18.5\nVMware Tools: fixed in 13.0.5.0';
  expect(findFixes(text).fixed).toEqual(['Aria Operations 8.18.5', 'VMware Tools 13.0.5.0']);
  expect(findFixes('Plug-in for ESXi: update to 8.18.5').fixed).toEqual([]);
  expect(findFixes('Gizmo: update to 8.18.5').fixed).toEqual([]);
});

describe('the version that a title tells is out', () => {
  const fixes = 'This release resolves CVE-2025-41244.';

  test('holds the fix where the text says that this release does', () => {
    expect(findFixes(`open-vm-tools 13.0.5 Release Notes.\n${fixes}`).fixed).toEqual([
      'open-vm-tools 13.0.5',
    ]);
    expect(findFixes(`Proxmox VE 8.2 released!\n${fixes}`).fixed).toEqual(['Proxmox VE 8.2']);
  });

  test.each([
    ['where the text says no such thing', 'Proxmox VE 8.2 released!\nIt adds a wizard.'],
    ['where it is denied', 'Proxmox VE 8.2 released!\nThis release does not fix CVE-2025-41244.'],
    ['where the title is about its flaw', `A flaw in ESXi 8.0 Update 3\n${fixes}`],
    ['where something for it is out', `Drivers for Proxmox VE 8.2 released\n${fixes}`],
    ['where two are out', `Proxmox VE 8.2 released, XCP-ng 8.3 released\n${fixes}`],
  ])('is none %s', (_, text) => {
    expect(findFixes(text).fixed).toEqual([]);
  });
});

describe('a text that says the same over and over', () => {
  const secondsFor = (text: string) => {
    const runs = [1, 2, 3, 4, 5].map(() => {
      const startedAt = performance.now();
      findFixes(text);
      return performance.now() - startedAt;
    });
    return Math.min(...runs);
  };

  test.each([
    'Affected versions: ESXi 8.0 ',
    'ESXi 8.0 is fixed in ',
    'ESXi 8.0 is affected, as are ',
    'ESXi 8.0 fixed in ESXi 8.0, ',
  ])('"%s" takes about as many times longer as there is of it', (unit) => {
    findFixes(unit.repeat(100));
    // Four times the text: 4 times as long, or 64 times where it is cubic; a busy machine adds to either.
    expect(secondsFor(unit.repeat(1600)) / secondsFor(unit.repeat(400))).toBeLessThan(24);
  });
});
