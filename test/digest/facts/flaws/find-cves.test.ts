import { describe, expect, test } from 'vitest';
import { compareCves, findCves } from '../../../../src/digest/facts/flaws/find-cves.ts';

describe('CVE ids of a text', () => {
  test.each([
    ['CVE-2024-22273, -22274 and -22275', ['22273', '22274', '22275']],
    ['CVE-2024-22252 to 22255', ['22252', '22253', '22254', '22255']],
    ['CVE-2024-22252 through CVE-2024-22254', ['22252', '22253', '22254']],
    ['CVE-2024-48983 and 48984', ['48983', '48984']],
    ['CVE-2024-22273/22274', ['22273', '22274']],
    ['cve-2024-37085 is known', ['37085']],
    ['CVE‑2024‑37085 with hyphens that do not break', ['37085']],
  ])('"%s" is read in full', (text, numbers) => {
    expect(findCves(text)).toEqual(numbers.map((number) => `CVE-2024-${number}`));
  });

  test('a year or a count after an id is no further id', () => {
    expect(findCves('CVE-2024-3400, 2024 and 1500 more hosts')).toEqual(['CVE-2024-3400']);
  });

  test.each([
    ['CVE-2024-2001 - 2024 was its year', ['2001']],
    ['CVE-2024-2001, 2024 being its year', ['2001']],
    ['CVE-2024-1234, 1240 VMs are affected', ['1234']],
    ['CVE-2024-1234 and 1300 more hosts', ['1234']],
    ['CVE-2024-1234 - 1240 ESXi servers', ['1234']],
    ['CVE-2024-1234, 1240 people wait', ['1234']],
    ['CVE-2024-2020 to 2022', ['2020', '2021', '2022']],
    ['CVE-2024-1234, 1240 in ESXi hosts', ['1234', '1240']],
    ['CVE-2024-1234 and 1235 affect hosts', ['1234', '1235']],
    ['the CVE-2024-41236, 41237 flaws', ['41236', '41237']],
    ['CVE-2024-22250 – 22251 is a range', ['22250', '22251']],
  ])('"%s" is told from years and counts', (text, numbers) => {
    expect(findCves(text)).toEqual(numbers.map((number) => `CVE-2024-${number}`));
  });

  test.each([
    ['https://blog.example/july-fixes-138-flaws-cve-2024-38080-cve-2024-38112', ['38080', '38112']],
    ['https://blog.example/cve-2024-38080-38090-hosts-exposed', ['38080']],
    ['https://blog.example/cve-2024-38080/38081', ['38080']],
    ['CVE-2024-38080-CVE-2024-38112', ['38080', '38112']],
    ['See https://blog.example/fix and CVE-2024-22252 to 22254', ['22252', '22253', '22254']],
    ['CVE-2024-22252 - CVE-2024-22254', ['22252', '22253', '22254']],
  ])('hyphens of an address make no range in "%s"', (text, numbers) => {
    expect(findCves(text)).toEqual(numbers.map((number) => `CVE-2024-${number}`));
  });

  test('a range that would hold thousands is taken for a misreading', () => {
    expect(findCves('CVE-2024-20000 to 29999')).toEqual(['CVE-2024-20000']);
  });

  test('ids come in order of year and number, each once', () => {
    const text = 'CVE-2024-10000, CVE-2023-99999 and CVE-2024-9999 and CVE-2024-9999';
    expect(findCves(text)).toEqual(['CVE-2023-99999', 'CVE-2024-9999', 'CVE-2024-10000']);
    expect(compareCves('CVE-2024-9999', 'CVE-2024-10000')).toBeLessThan(0);
  });
});
