import { describe, expect, test } from 'vitest';
import { findAnnounced } from '../../../../src/digest/facts/versions/find-announced.ts';
import { productsOf } from '../../../../src/digest/facts/versions/product-names.ts';
import { configured } from '../../../support/configured.ts';

const announced = (title: string) =>
  findAnnounced(title, productsOf(configured.hypervisors)).map(
    ({ product, shown }) => `${product} ${shown}`,
  );

describe('a title announces', () => {
  test.each([
    ['Proxmox VE 8.2 released', 'Proxmox VE 8.2'],
    ['Xen Orchestra 5.104', 'Xen Orchestra 5.104'],
    ['Nutanix AOS 7.0: What’s New', 'Nutanix AOS 7.0'],
    ['What’s new in AOS 7.3', 'Nutanix AOS 7.3'],
    ['Meet the general availability of Windows Server 2025', 'Windows Server 2025'],
    ['ESXi 8.0 U3e now available with a free licence', 'ESXi 8.0 Update 3e'],
    ['Desk: Proxmox Backup Server 4.0 debuts on tape', 'Proxmox Backup Server 4.0'],
    ['Proxmox Mail Gateway 9.0 based on a new Debian', 'Proxmox Mail Gateway 9.0'],
    ['XCP-ng 8.3 is now LTS', 'XCP-ng 8.3 LTS'],
    ['Proxmox VE 9.0 BETA 2 released!', 'Proxmox VE 9.0 BETA 2'],
    ['XCP-ng 8.4 public preview: a first look', 'XCP-ng 8.4 preview'],
    ['Announcing the beta of XCP-ng 8.4', 'XCP-ng 8.4 beta'],
    ['XCP-ng 8.3 RC2 is available', 'XCP-ng 8.3 RC 2'],
    ['XCP-ng 8.3rc2 is available', 'XCP-ng 8.3 rc 2'],
    ['XCP-ng 8.3 Beta2 is available', 'XCP-ng 8.3 Beta 2'],
    ['Azure Stack HCI 23H2 is generally available', 'Azure Local 23H2'],
    ['VMware Workstation 25H2 is available', 'VMware Workstation 25H2'],
    ['Windows Server 2012 R2 is available', 'Windows Server 2012 R2'],
  ])('%s', (title, version) => {
    expect(announced(title)).toEqual([version]);
  });

  test('several versions, each at its own stage', () => {
    expect(announced('Announcing AOS 7.3 and AHV 10.3')).toEqual([
      'Nutanix AOS 7.3',
      'Nutanix AHV 10.3',
    ]);
    expect(announced('Proxmox Backup Server 4.0 released, and Proxmox VE 9.0 beta')).toEqual([
      'Proxmox Backup Server 4.0',
      'Proxmox VE 9.0 beta',
    ]);
    expect(announced('Availability of ESXi 8.0 U3e and 7.0 U3s announced')).toEqual([
      'ESXi 8.0 Update 3e',
      'ESXi 7.0 Update 3s',
    ]);
  });
});

describe('a title only names', () => {
  test.each([
    'Paid hotpatches for Windows Server 2025 are generally available',
    'New storage drivers for Windows Server 2022: a release',
    'XCP-ng 8.3 reaches general availability for LINSTOR',
    'Backup suite released with support for Proxmox VE 9 and vSphere 9',
    'Memory tiering in VMware Cloud Foundation 9.0 is available',
    'A new agent runs on Proxmox VE 8.4, released today',
    'Windows Server 2025 hotpatching becomes generally available',
    'Drivers released for ESXi 8.0 and 7.0',
    'Proxmox VE 9.0 will be released in August',
    'vSphere 7 reaches end of general support',
    'Is Proxmox VE 9 worth it?',
    'Patches released for ESXi before 8.0 Update 3e',
  ])('%s', (title) => {
    expect(announced(title)).toEqual([]);
  });
});
