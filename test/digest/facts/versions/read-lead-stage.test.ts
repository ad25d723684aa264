import { expect, test } from 'vitest';
import { WELL_KNOWN_PRODUCTS } from '../../../../src/digest/facts/versions/product-names.ts';
import { readLeadStage } from '../../../../src/digest/facts/versions/read-lead-stage.ts';

test.each([
  ['What is new in AOS 7.3', 'It has been a while. AOS 7.3 is generally available now.', 'ga'],
  ['Hello, AOS 7.3', 'We announce AOS 7.3 and AHV 10.3, now generally available.', 'ga'],
  ['A look at XCP-ng 8.3', 'XCP-ng 8.3 is now LTS, and 8.2 goes.', 'lts'],
  ['First look at Proxmox VE 9.0', 'The beta of Proxmox VE 9.0 is here.', 'beta'],
  ['A look at VCF 9.1', 'VCF 9.1 is now in public preview.', 'preview'],
  ['A look at VCF 9.1', 'VCF 9.1 is generally available, with GPUs in tech preview.', 'ga'],
  ['A look at VCF 9.1', 'VCF 9.1 has a preview of GPUs.', undefined],
  ['A look at VCF 9.1', 'VCF 9.0 is generally available.', undefined],
  ['A look at VCF 9.1', 'VCF 9.1 will be generally available in fall.', undefined],
  ['A look at VCF', 'VCF 9.1 is generally available.', undefined],
  ['Opt-in kernel for Proxmox VE 8.4', 'Proxmox VE 8.4 is available.', undefined],
  ['A look at VCF 9.1', 'One. Two. Three. VCF 9.1 is generally available.', undefined],
])('"%s" with the lead "%s" is %s', (title, lead, stage) => {
  expect(readLeadStage(title, lead, WELL_KNOWN_PRODUCTS)).toBe(stage);
});
