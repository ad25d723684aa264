import { expect, test } from 'vitest';
import { findFixes } from '../../src/digest/find-fixes.ts';

test.each([
  ['The flaw is fixed in ESXi 8.0 U3e.', [], ['ESXi 8.0 Update 3e']],
  ['Upgrade to vCenter Server 8.0 U3d.', [], ['vCenter Server 8.0 Update 3d']],
  ['It affects Proxmox VE 8.1.', ['Proxmox VE 8.1'], []],
  ['XCP-ng 8.2 is affected. It is patched in XCP-ng 8.3.', ['XCP-ng 8.2'], ['XCP-ng 8.3']],
  ['Proxmox VE 8.2 brings a wizard.', [], []],
  ['Gizmo 1.2 is affected.', [], []],
])('"%s" affects %j and is fixed in %j', (text, affected, fixed) => {
  expect(findFixes(text)).toEqual({ affected, fixed });
});
