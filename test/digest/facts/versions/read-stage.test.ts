import { describe, expect, test } from 'vitest';
import { stageOf } from '../../../../src/digest/facts/versions/find-versions.ts';
import { readStage } from '../../../../src/digest/facts/versions/read-stage.ts';

describe('the stage that a title claims', () => {
  test.each([
    // Proxmox
    ['Proxmox VE 8.2 released!', 'ga'],
    ['Proxmox Virtual Environment 9.0 Beta released!', 'beta'],
    ['Proxmox Virtual Environment 9.0 with Debian 13 released', 'ga'],
    ['Proxmox Backup Server 3.2 available', 'ga'],
    ['Proxmox Datacenter Manager - First Alpha Release', 'preview'],
    ['Proxmox Mail Gateway 8.1 is now available', 'ga'],
    ['Proxmox VE 7.4 reaches end of life in July', 'eol'],
    ['Proxmox releases Proxmox VE 8.4 with live migration of mediated devices', 'ga'],
    // Vates
    ['XCP-ng 8.3 beta 2', 'beta'],
    ['XCP-ng 8.3 Release Candidate 2', 'rc'],
    ['XCP-ng 8.3 RC1 is out', 'rc'],
    ['XCP-ng 8.3 is here', 'ga'],
    ['XCP-ng 8.3 is now LTS', 'lts'],
    ['XCP-ng 8.2 LTS', 'lts'],
    ['XCP-ng 8.2 LTS: end of life on September 16', 'eol'],
    ['First SMAPIv3 driver is available in preview', 'preview'],
    ['Xen Orchestra 6 leaves beta', 'ga'],
    // Nutanix
    ['Nutanix AOS 6.8 is generally available', 'ga'],
    ['Announcing General Availability of Nutanix Cloud Platform for Dell PowerFlex', 'ga'],
    ['AHV 10.3 reaches GA', 'ga'],
    ['Nutanix AOS 6.5 End of Life', 'eol'],
    ['Nutanix Kubernetes Platform on bare metal: early access', 'preview'],
    ['NCP 7.5 is now available', 'ga'],
    // Microsoft
    ['Windows Server 2025 now generally available', 'ga'],
    ['Announcing Windows Server Preview Build 26040', 'preview'],
    ['Announcing Windows Server Insider Build 26085', 'preview'],
    ['Azure Local 23H2 now generally available', 'ga'],
    ['Hyper-V Server 2019: end of mainstream support', 'eol'],
    ['Windows Server 2012 R2 is no longer supported', 'eol'],
    ['Hotpatching for Windows Server 2025, now in public preview', 'preview'],
    // Broadcom
    ['VMware Cloud Foundation 9.0 is now available', 'ga'],
    ['Announcing the General Availability of VMware vSphere Foundation 5.2', 'ga'],
    ['VMware vSphere 8 Update 3 released', 'ga'],
    ['End of General Support for vSphere 7.0', 'eol'],
    ['vSphere 6.7 EOL: what now?', 'eol'],
    ['VMware Workstation 25H2 is out', 'ga'],
    ['VMware Fusion Tech Preview 2023', 'preview'],
    ['VCF 9.1 release candidate for partners', 'rc'],
  ])('"%s" claims %s', (title, stage) => {
    expect(readStage(title)).toBe(stage);
  });

  test.each([
    // Offered beside the product.
    'Opt-in Linux 6.8 Kernel for Proxmox VE 8 available',
    'Opt-in Linux 6.14 Kernel for Proxmox VE 8 available on test & no-subscription',
    'Optional 6.11 kernel for Proxmox VE 8 released',
    'Veeam plug-in for Proxmox VE 8 available',
    'Updated ISO images for XCP-ng 8.3 available',
    'New templates for Proxmox VE 8.2 released',
    // Not yet.
    'Countdown to the general availability of Windows Server 2025',
    'Windows Server 2025 will be generally available in the fall',
    'The road to XCP-ng 8.3 GA',
    'Upcoming: Proxmox VE 9.0 released this summer?',
    'vSphere 8 does not reach its end of support in 2025',
    // The words of a stage, about something else.
    'High availability in Proxmox VE 8.2',
    'Stretched clusters and availability zones in VCF 9.0',
    'SQL Server availability groups on Hyper-V',
    'Kerberos: RC4 deprecation on Windows Server 2025',
    'GA tracker: Azure Local features',
    'Ubuntu 24.04 LTS guests on Proxmox VE 8.2',
    'Proxmox VE 8.2: cloud images for Ubuntu 22.04 LTS',
    'Linux 6.12 LTS kernel in XCP-ng',
    'January 2026 security and maintenance updates for XCP-ng 8.3 LTS',
    'Security patches released for VMware ESXi',
    'VMware releases security updates for vCenter Server',
    'Patches available for critical flaws in ESXi 8.0',
    'VMware Workstation Pro: now available for free for personal use',
    'Recordings of .NEXT are now available',
    'Preview of .NEXT 2024',
    'CentOS 7 end of life: what it means for AHV',
    'User group meets in Atlanta, GA',
    'How to migrate from ESXi 7.0 to Proxmox VE 8.2',
    'Announcing Windows Server 2025',
  ])('"%s" claims none', (title) => {
    expect(readStage(title)).toBeUndefined();
  });
});

test.each([
  ['XCP-ng 8.3 Beta2 released', 'beta', 'beta'],
  ['XCP-ng 8.3 rc1 released', 'rc', 'rc'],
  ['XCP-ng 8.3rc2 released', 'rc', 'rc'],
  ['XCP-ng 8.3 alpha 2 released', 'preview', 'preview'],
  ['Proxmox VE 9 leaving beta', 'ga', 'ga'],
  ['RC4 is gone from Windows Server 2025', undefined, undefined],
])('both readers of stages agree on "%s"', (title, announced, claimed) => {
  expect(readStage(title)).toBe(announced);
  expect(stageOf(title)).toBe(claimed);
});
