import { describe, expect, test } from 'vitest';
import { labelTopics } from '../../src/digest/label-topics.ts';
import type { Label } from '../../src/model/classification.ts';
import { entry, source } from './build.ts';

const vmware: Label = { hypervisor: 'vmware', score: 6, because: '', isSideProduct: false };

function topics(title: string, text = '', from = 'Press', about: readonly Label[] = []): string[] {
  return labelTopics(entry('one', title, { text }), source('press', { name: from }), about);
}

describe('topics', () => {
  test.each([
    ['CISA warns of VMware ESXi bug exploited in ransomware attacks', ['security']],
    ['Kritische Sicherheitslücke in vCenter', ['security']],
    ['Proxmox Virtual Environment 9.0 released', ['release']],
    ['Xen Orchestra 5.95', ['release']],
    ['KubeVirt 1.6 adds live migration between clusters', ['release']],
    ['XCP-ng 8.3 release candidate 1', ['release', 'preview']],
    ['Windows Server 2025 vs Windows Server 2022', []],
    ['Workstation Pro is now free for personal use', ['licensing']],
    ['Broadcom raises VMware prices', ['licensing']],
    ['vSphere 7 reaches end of general support', ['lifecycle']],
    ['Nutanix and Dell announce partnership', ['partnership']],
    ['Computershare moves 24,000 VMs from VMware to Nutanix', ['migration']],
    ['Nutanix third quarter results', ['business']],
    ['Registration opens for .NEXT 2025', ['event']],
    ['How to install Proxmox on a NUC', ['how-to']],
    ['terraform-provider-proxmox v0.59.0', ['release', 'point-release', 'tooling']],
  ])('%s: %j', (title, expected) => {
    expect(topics(title)).toEqual(expected);
  });

  test('come from the opening where it says them outright', () => {
    expect(topics('VMSA', 'Fixes CVE-2024-22273 in the storage controller.')).toContain('security');
    expect(topics('Good news', 'We are happy to announce the release of version 4.')).toContain(
      'release',
    );
    expect(topics('Monthly notes', 'This release adds two drivers.')).toContain('release');
  });

  test('come from the name of a source that has no other', () => {
    expect(topics('XSA-470', '', 'Xen Security Advisories')).toEqual(['security']);
    expect(topics('v2.4.0', '', 'terraform-provider-nutanix releases')).toContain('tooling');
    expect(topics('Town hall', '', 'Proxmox press releases')).toEqual([]);
  });

  test('a security update is no release', () => {
    expect(topics('Fortinet releases security updates')).toEqual(['security']);
    expect(topics('VMware releases security advisory for multiple products')).toEqual(['security']);
  });

  test('the same words about another matter do not count', () => {
    expect(topics('Faster live migration of large machines')).toEqual([]);
    expect(topics('Licence portability explained', '', 'Press')).toContain('licensing');
    expect(topics('FreeBSD guests', 'A use-after-free in ZFS.')).not.toContain('licensing');
  });

  test('a fight in court with the maker of a hypervisor is about licensing, patents aside', () => {
    expect(topics('AT&T settles with Broadcom', '', 'Press', [vmware])).toContain('licensing');
    expect(topics('AT&T settles with Broadcom')).not.toContain('licensing');
    expect(topics('Jury in patent lawsuit', '', 'Press', [vmware])).not.toContain('licensing');
  });
});
