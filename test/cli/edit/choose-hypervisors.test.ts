import { expect, test } from 'vitest';
import { chooseHypervisors } from '../../../src/cli/edit/choose-hypervisors.ts';
import { HYPERVISORS } from '../../digest/build.ts';

test.each([
  ['vmware', ['vmware']],
  ['vmware,nutanix', ['vmware', 'nutanix']],
  [' nutanix , VMware,nutanix', ['nutanix', 'vmware']],
  ['Proxmox VE,ahv', ['proxmox', 'nutanix']],
  ['none', []],
  ['None', []],
])('"%s" is %j', (list, ids) => {
  expect(chooseHypervisors(list, HYPERVISORS)).toEqual(ids);
});

test('an unknown one is refused with those that are known, and the nearest', () => {
  expect(() => chooseHypervisors('proxmox,vmwear', HYPERVISORS)).toThrow(
    'unknown hypervisor "vmwear", expected some of xcp-ng, proxmox, nutanix, vmware, or none\n(Did you mean vmware?)',
  );
  for (const list of ['', 'vmware,', 'none,vmware'])
    expect(() => chooseHypervisors(list, HYPERVISORS)).toThrow('unknown hypervisor');
});
