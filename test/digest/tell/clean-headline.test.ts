import { expect, test } from 'vitest';
import { cleanHeadline } from '../../../src/digest/tell/clean-headline.ts';

test.each([
  ['XCP-ng 8.3 is out | XCP-ng Blog', 'XCP-ng', 'XCP-ng 8.3 is out'],
  ['Broadcom ends free ESXi - The Register', 'The Register', 'Broadcom ends free ESXi'],
  ['[TAM Blog] What is new in VCF 9', 'VMware Blogs', 'What is new in VCF 9'],
  ['Hyper-V – what is next', 'The Register', 'Hyper-V – what is next'],
  ['[Proxmox VE 9.2.2] Reload interfaces', 'Forum', '[Proxmox VE 9.2.2] Reload interfaces'],
  ['Blog', 'Blog', 'Blog'],
  ['acme-manager (1.1.2) trixie; urgency=medium', 'Git', 'acme-manager 1.1.2'],
  ['acme (2:9.0-1~deb13) bookworm trixie; urgency=high', 'Git', 'acme 2:9.0-1~deb13'],
  [
    'A patch (urgent) for all; urgency stays high',
    'Git',
    'A patch (urgent) for all; urgency stays high',
  ],
  ['[PATCH v2 storage 07/13] api: add an endpoint', 'Mails', 'api: add an endpoint'],
  ['[acme-devel] [PATCH storage 08/26] prepare types', 'Mails', 'prepare types'],
  ['[PATCHED] ESXi is safe again', 'Mails', '[PATCHED] ESXi is safe again'],
  ['acme-tool (1.2-1) trixie; urgency=medium', 'git', 'acme-tool 1.2-1'],
  ['acme-tool (beta) trixie; urgency=medium', 'git', 'acme-tool (beta) trixie; urgency=medium'],
  ['Acme (1.2) trixie is out', 'git', 'Acme (1.2) trixie is out'],
])('"%s" of %s reads "%s"', (title, sourceName, headline) => {
  expect(cleanHeadline(title, sourceName)).toBe(headline);
});
