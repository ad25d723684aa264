import { expect, test } from 'vitest';
import { ownProducts } from '../../../src/digest/changes/own-products.ts';
import type { Hypervisor } from '../../../src/model/hypervisor.ts';
import { configured } from '../../support/configured.ts';

const PRODUCTS = [
  'XCP-ng',
  'Xen Orchestra',
  'Proxmox VE',
  'Proxmox Backup Server',
  'Nutanix AOS',
  'Prism Central',
  'Windows Server',
  'vSphere',
  'vCenter Server',
  'VMware Tools',
  'Veeam Backup & Replication',
];
const own = (hypervisor: Hypervisor) =>
  PRODUCTS.filter(ownProducts(hypervisor, configured.hypervisors));

test('a product belongs to the hypervisor that is configured with it, a third party’s to none', () => {
  expect(configured.hypervisors.map(own)).toEqual([
    ['XCP-ng', 'Xen Orchestra'],
    ['Proxmox VE', 'Proxmox Backup Server'],
    ['Nutanix AOS', 'Prism Central'],
    ['Windows Server'],
    ['vSphere', 'vCenter Server', 'VMware Tools'],
  ]);
});

test('a product that stands in an operator’s configuration only belongs there', () => {
  const sixth: Hypervisor = {
    id: 'sixth',
    name: 'Sixth',
    vendor: 'Somebody',
    terms: [{ term: 'Sixth', weight: 2 }],
    negativeContexts: [],
    flagships: ['Cattle Drive 3'],
  };
  const isOwn = ownProducts(sixth, [...configured.hypervisors, sixth]);
  expect(['Cattle Drive', 'Sixth', 'vSphere'].filter(isOwn)).toEqual(['Cattle Drive', 'Sixth']);
});
