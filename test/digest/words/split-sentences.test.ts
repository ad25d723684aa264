import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/digest/words/split-sentences.ts';

/** Sentences as they should come out, written with a bar between them. */
const cases = [
  'We ship XCP-ng 8.3 LTS.|It is stable.',
  'Broadcom Inc. bought VMware.|It closed in 2023.',
  'He joined Broadcom Inc.|The deal closed.',
  'Update to ESXi 8.0 U3e.|The fix is urgent.',
  'At .NEXT 2024, Nutanix spoke.|Then .NEXT ended.',
  'NFS works.|iSCSI works too.|vSphere does not.',
  'Use e.g. Ceph or ZFS, i.e. local storage.|Done now.',
  'The U.S. Army uses it.|Sold in the U.S.|The end.',
  'J. Smith wrote it.|Plan it.',
  '1. Install it.|2. Run it.',
  'Am 5. Juni 2024 erschien Version 8.2.|Sie ist neu.',
  'See the note (KB. 12 has more) now.|Next one.',
  'VMware vs. Nutanix is hot.|Yes!',
  'The version is 9.0.1.|And more.',
  '"It is done."|"Really?"|Yes.',
  'Node.js is used.|ASP.NET too.',
  'これはテストです。|次の文です。',
  'Dell, HPE, Lenovo, etc. support it.|Others do not.',
  'The price is $1.50 per core.|That is much.',
  'It was released on Jan. 5, 2025.|Enjoy.',
  'Visit xcp-ng.org.|It helps.',
  'Ready?|Go!|Now.',
  'CVE-2024-1234 (CVSS 9.8) is fixed.|Patch.',
  'No. 1 is Proxmox.|He said no.|Then he left.',
  'It costs approx. 50 EUR.|Buy.',
  'Z. B. Proxmox geht.|Oder z. B. Ceph.',
];

describe('splitting sentences', () => {
  test.each(cases)('%s', (marked) => {
    const sentences = marked.split('|');
    const joiner = /[。]$/.test(sentences[0] ?? '') ? '' : ' ';
    expect(splitSentences(sentences.join(joiner))).toEqual(sentences);
  });

  test('a line ends a sentence, also a heading without a stop', () => {
    expect(splitSentences('What is new\nIt is fast.')).toEqual(['What is new', 'It is fast.']);
  });

  test('a long line that goes on in lower case was wrapped', () => {
    const wrapped =
      'Certain registers are not cleared when a guest leaves,\nand the host can crash.';
    expect(splitSentences(wrapped)).toEqual([wrapped.replace('\n', ' ')]);
  });

  test('short lines in lower case are a list', () => {
    expect(splitSentences('faster backup\nless memory')).toEqual(['faster backup', 'less memory']);
  });

  test('nothing is lost, added or reordered', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const plain = (words: string) => words.replace(/\s+/g, '');
        expect(plain(splitSentences(text).join(''))).toBe(plain(text));
      }),
    );
  });
});
