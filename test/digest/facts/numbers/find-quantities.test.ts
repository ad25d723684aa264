import { describe, expect, test } from 'vitest';
import { findQuantities } from '../../../../src/digest/facts/numbers/find-quantities.ts';

const textsIn = (text: string): string[] => findQuantities(text).map((each) => each.text);
const keyOf = (text: string): string | undefined => findQuantities(text)[0]?.key;

describe('numbers with what they count', () => {
  test.each([
    ['A renewal now starts at 96 cores.', ['96 cores']],
    ['The 72-core minimum returns, and a 16-core chip is cheap.', ['72-core minimum']],
    ['It costs $350 per core per year.', ['$350 per core per year']],
    ['Sold for $61B, then for 4 billion dollars.', ['$61B', '4 billion dollars']],
    [
      'Moving costs $300 to $3,000 per VM, and they expect $635-645 million.',
      ['$300 to $3,000 per VM', '$635-645 million'],
    ],
    ['Prices rise by up to 1,050 percent.', ['up to 1,050 percent']],
    ['Between 800 and 1,500% more for the same.', ['Between 800 and 1,500% more']],
    ['48% of VMware customers plan to leave.', ['48% of VMware customers']],
    [
      'A guest may have 2,048 virtual processors and 240 TB of memory.',
      ['2,048 virtual processors', '240 TB of memory'],
    ],
    ['Copies are 4 times faster.', ['4 times faster']],
    [
      'More than 75,000 virtual machines on 8,600 servers',
      ['More than 75,000 virtual machines', '8,600 servers'],
    ],
    [
      'Mindestens 72 Kerne, rund 1,5 Millionen Euro',
      ['Mindestens 72 Kerne', 'rund 1,5 Millionen Euro'],
    ],
    ['Entre 800 et 1 500 % depuis un an', ['Entre 800 et 1 500 %']],
    ['72 núcleos y 20 % más', ['72 núcleos', '20 %']],
    ['2000 virtual machines', ['2000 virtual machines']],
  ])('%s', (text, expected) => {
    expect(textsIn(text)).toEqual(expected);
  });

  test.each([
    'Proxmox VE 9.3 runs on kernel 7.0 since 2026.',
    'CVE-2026-12345 and KB5070001 are out, VMSA-2026-0021 is not.',
    'Released on 12 October 2026 at 10:30.',
    'Debian 13 hosts and Ubuntu 24 servers are supported, and 2022 servers, too.',
    'Nine in 10 customers agree, and it is 100% open source.',
    'Three nodes, or 3 nodes, make a cluster.',
    'A patch for 8.0.3 hosts at https://example.org/72/cores',
  ])('finds none in: %s', (text) => {
    expect(textsIn(text)).toEqual([]);
  });

  test('knows the same in other words', () => {
    expect(keyOf('72-core minimum')).toBe(keyOf('at least 72 CPU cores'));
    expect(keyOf('$61B')).toBe(keyOf('61 billion US dollars'));
    expect(keyOf('1.050 Prozent')).toBe(keyOf('1,050%'));
    expect(keyOf('400 Linux VMs')).toBe(keyOf('400 virtual machines'));
    expect(keyOf('72 cores')).not.toBe(keyOf('96 cores'));
    expect(keyOf('$61m')).not.toBe(keyOf('$61bn'));
  });
});
