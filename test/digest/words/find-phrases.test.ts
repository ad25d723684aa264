import { describe, expect, test } from 'vitest';
import { findPhrases, indexPhrases } from '../../../src/digest/words/find-phrases.ts';
import { Words } from '../../../src/digest/words/words.ts';

/** What each match covers, in the words of the text. */
function find(phrases: readonly string[], text: string): string[] {
  const words = new Words(text);
  const index = indexPhrases(phrases.map((phrase) => ({ phrase, value: phrase })));
  return findPhrases(index, words).map(({ from, to }) => words.join(from, to));
}

describe('finding phrases', () => {
  test.each([
    ['whole words in any case', 'vSphere', 'VSPHERE and vspheres', ['vsphere']],
    ['hyphens and spaces alike', 'Hyper-V', 'Hyper V, Hyper-V and HyperV', ['hyper v', 'hyper v']],
    ['words in capitals only as capitals', 'AOS', 'AOS is not aos', ['aos']],
    ['a beginning', 'migrat*', 'Migrating after a migration', ['migrating', 'migration']],
    ['a beginning of three letters', 'late fee*', 'Late fees, late feature', ['late fees']],
    ['two letters as a word', 'go*', 'Go going', ['go']],
    ['a number', 'ESXi #', 'ESXi 8 and ESXi now', ['esxi 8']],
    ['a gap of four words', 'import * from', 'import a b c d from', ['import a b c d from']],
    ['no gap of five', 'import * from', 'import a b c d e from', []],
    ['a leading dot as part of a name', '.NEXT', 'the next .NEXT 2025', ['.next']],
    ['Latin words between Japanese', 'VCF', 'VCFの新機能', ['vcf']],
    ['Japanese without spaces', '脆 弱 性', '重大な脆弱性', ['脆 弱 性']],
  ])('matches %s', (_, phrase, text, expected) => {
    expect(find([phrase], text)).toEqual(expected);
  });

  test('does not reach over the end of a sentence', () => {
    expect(find(['Windows Server'], 'It runs Windows. Server rooms are cold.')).toEqual([]);
    expect(find(['import * VMware'], 'You can import.\nVMware is gone.')).toEqual([]);
    expect(find(['vSphere 8 0'], 'vSphere 8.0 is here')).toEqual(['vsphere 8 0']);
  });

  test('gives the longest first where several begin', () => {
    expect(find(['VMware', 'VMware Cloud Foundation'], 'VMware Cloud Foundation')).toEqual([
      'vmware cloud foundation',
      'vmware',
    ]);
  });

  test('gives every value of a phrase that stands for several', () => {
    const index = indexPhrases([
      { phrase: 'patch', value: 1 },
      { phrase: 'patch', value: 2 },
    ]);
    expect(findPhrases(index, new Words('a patch')).map(({ value }) => value)).toEqual([1, 2]);
  });
});
