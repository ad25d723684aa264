import { expect, test } from 'vitest';
import { cleanHeadline } from '../../../src/digest/tell/clean-headline.ts';

test.each([
  ['XCP-ng 8.3 is out | XCP-ng Blog', 'XCP-ng', 'XCP-ng 8.3 is out'],
  ['Broadcom ends free ESXi - The Register', 'The Register', 'Broadcom ends free ESXi'],
  ['[TAM Blog] What is new in VCF 9', 'VMware Blogs', 'What is new in VCF 9'],
  ['Hyper-V – what is next', 'The Register', 'Hyper-V – what is next'],
  ['[Proxmox VE 9.2.2] Reload interfaces', 'Forum', '[Proxmox VE 9.2.2] Reload interfaces'],
  ['Blog', 'Blog', 'Blog'],
])('"%s" of %s reads "%s"', (title, sourceName, headline) => {
  expect(cleanHeadline(title, sourceName)).toBe(headline);
});
