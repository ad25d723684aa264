import { describe, expect, test } from 'vitest';
import {
  findVersions,
  nameDifferentVersions,
} from '../../../../src/digest/facts/versions/find-versions.ts';

const texts = (title: string) => findVersions(title).map(({ text }) => text);
const apart = (a: string, b: string) => nameDifferentVersions(findVersions(a), findVersions(b));

describe('versions in a title', () => {
  test.each([
    ['Proxmox VE 24/7 support', []],
    ['Proxmox Virtual Environment 8.2 released', ['Proxmox VE 8.2']],
    ['Announcing Proxmox VE 8.2', ['Proxmox VE 8.2']],
    ['ESXi 8.0 U3e is out', ['ESXi 8.0 Update 3e']],
    ['Windows Server 2025 now generally available', ['Windows Server 2025']],
    ['XCP-ng 8.3 beta 2', ['XCP-ng 8.3 beta 2']],
    ['From ESXi 8.0 to Proxmox VE 8.2', ['ESXi 8.0', 'Proxmox VE 8.2']],
  ])('"%s" names %j', (title, expected) => {
    expect(texts(title)).toEqual(expected);
  });

  test.each([
    'Computershare moves 24,000 VMs',
    'VMware in 2024',
    'Ten of 100 hosts fail',
    '$8.2 billion',
  ])('"%s" names none', (title) => {
    expect(texts(title)).toEqual([]);
  });

  test.each([
    [
      'Veeam Backup & Replication 13 with support for Proxmox VE 9 and vSphere 9',
      [false, true, true],
    ],
    ['Zerto 10.1 for vSphere 8 released', [false, true]],
    ['Proxmox Backup Server 4.0 and Proxmox VE 9.0 are out', [false, false]],
    ['Gain performance with Windows Server 2025', [false]],
    ['Agentless backup now supports Proxmox VE 9', [true]],
  ])('"%s" tells the product from what it is for: %j', (title, expected) => {
    expect(findVersions(title).map(({ isObject = false }) => isObject)).toEqual(expected);
  });

  test('a known product is told from a word that happens to stand before a number', () => {
    const [known] = findVersions('Proxmox VE 8.2');
    const [unknown] = findVersions('Gizmo 8.2');
    expect([known?.isKnown, unknown?.isKnown]).toEqual([true, false]);
  });
});

describe('titles that name one product in different versions', () => {
  test.each([
    ['Proxmox VE 8.3 released', 'Proxmox VE 8.4 released'],
    ['ESXi 8.0 U3e', 'ESXi 8.0 Update 3f'],
    ['XCP-ng 8.3 beta', 'XCP-ng 8.3 is available'],
    ['Windows Server 2022', 'Windows Server 2025'],
    ['terraform-provider-proxmox v0.59.0', 'terraform-provider-proxmox v0.59.1'],
    ['Security updates, June 2025', 'Security updates, July 2025'],
    ['Firewalls, part I', 'Firewalls, part II'],
  ])('"%s" and "%s" do', (a, b) => {
    expect(apart(a, b)).toBe(true);
  });

  test.each([
    ['Proxmox VE 8.4 released', 'Proxmox Virtual Environment 8.4 available'],
    ['ESXi 8.0 U3e', 'ESXi 8.0 Update 3e'],
    ['Xen Orchestra 6.1', 'Xen Orchestra 6.1.0'],
    ['Windows Server 2025', 'Windows Server 2025 preview'],
    ['Proxmox VE 8.4', 'Proxmox Backup Server 3.4'],
  ])('"%s" and "%s" do not', (a, b) => {
    expect(apart(a, b)).toBe(false);
  });
});

test.each([
  ['Azure Local 24H1 released', 'Azure Local 24H2 released'],
  ['Windows Server 2012 gets a patch', 'Windows Server 2012 R2 gets a patch'],
])('"%s" is about another version than "%s"', (one, other) => {
  expect(nameDifferentVersions(findVersions(one), findVersions(other))).toBe(true);
});
