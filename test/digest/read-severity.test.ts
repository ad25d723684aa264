import { describe, expect, test } from 'vitest';
import { readCvss, saysCritical, saysExploited } from '../../src/digest/read-severity.ts';

describe('CVSS scores', () => {
  test.each([
    ['CVSS 9.8', 9.8],
    ['CVSSv3 base score of 9.3', 9.3],
    ['CVSS v3.1 base score: 8.1', 8.1],
    ['CVSSv3 range: 7.1 to 9.3', 9.3],
    ['The flaw is rated 7.8.', 7.8],
    ['scores range up to 8.5', 8.5],
    ['CVSS 5.3 and, for the worst, CVSS 9.1', 9.1],
  ])('"%s" is %d', (text, score) => {
    expect(readCvss(text)).toBe(score);
  });

  test.each(['CVSS v3.1', 'rated 11.2 by readers', 'Proxmox VE 8.2', 'scored a deal of 250 units'])(
    '"%s" states none',
    (text) => {
      expect(readCvss(text)).toBeUndefined();
    },
  );
});

describe('exploited or not', () => {
  test.each([
    'The flaw is exploited in the wild.',
    'CISA lists an exploited Hyper-V kernel bug.',
    'Broadcom has confirmed that it is actively exploited.',
    'The vCenter flaw is now exploited in attacks.',
    'Ransomware crews are using the authentication bypass.',
    'Added to the Known Exploited Vulnerabilities catalogue.',
  ])('"%s" says so', (text) => {
    expect(saysExploited(text)).toBe(true);
  });

  test.each([
    'No exploitation seen so far.',
    'We are not aware of exploitation in the wild.',
    'There is no evidence that the flaw was exploited in the wild.',
    'It could be exploited by an attacker in a guest.',
    'If exploited in attacks, it gives root.',
    'Shown at Pwn2Own, where the bug was exploited.',
    'The team exploited its lead.',
  ])('"%s" does not', (text) => {
    expect(saysExploited(text)).toBe(false);
  });

  test('a denial in one sentence does not undo what another says', () => {
    expect(saysExploited('The second is not exploited. The first is exploited in the wild.')).toBe(
      true,
    );
  });
});

describe('called critical', () => {
  test.each([
    'A critical vulnerability in vCenter',
    'Severity: Critical',
    'critical-severity flaws',
    'Broadcom rates it as critical severity',
    'Critical VMware Workstation and Fusion flaw',
  ])('"%s" is', (text) => {
    expect(saysCritical(text)).toBe(true);
  });

  test.each([
    'For business-critical updates of your books',
    'mission-critical patch windows',
    'AHV adoption reaches critical mass',
    'Not a critical vulnerability',
    'critical infrastructure operators',
  ])('"%s" is not', (text) => {
    expect(saysCritical(text)).toBe(false);
  });
});
