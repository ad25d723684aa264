import { expect, test } from 'vitest';
import { normalizeText } from '../../../src/digest/words/normalize-text.ts';

test.each([
  ['entities, also those escaped twice', 'R&amp;amp;D &#8211; &#x41; &lt;b&gt;', 'R&D – A <b>'],
  ['hyphens of all kinds', 'XCP\u2011ng, Hyper\u2010V', 'XCP-ng, Hyper-V'],
  ['hidden characters and signs', 'VM\u00adware® vSphere™\u200b', 'VMware vSphere'],
  ['spaces, quotes and width', 'a\u00a0b “c” ‘d’ ＶＣＦ', 'a b "c" \'d\' VCF'],
  ['ends of lines and tabs to blanks', 'Proxmox&#10;VE&#x9;8.2', 'Proxmox VE 8.2'],
  ['what is no character', 'a&#0;b&#xd800;c&unknown;', 'abc&unknown;'],
  ['nothing in plain text', 'Proxmox VE 8.2', 'Proxmox VE 8.2'],
])('unifies %s', (_, text, expected) => {
  expect(normalizeText(text)).toBe(expected);
});
