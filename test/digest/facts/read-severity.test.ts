import { describe, expect, test } from 'vitest';
import {
  readCvss,
  readDenial,
  saysCritical,
  saysExploited,
} from '../../../src/digest/facts/read-severity.ts';

describe('CVSS scores', () => {
  test.each([
    ['CVSS 9.8', 9.8],
    ['CVSSv3 base score of 9.3', 9.3],
    ['CVSS v3.1 base score: 8.1', 8.1],
    ['CVSSv3 range: 7.1 to 9.3', 9.3],
    ['The flaw is rated 7.8.', 7.8],
    ['Both had severity ratings of 9.8 out of ten.', 9.8],
    ['CVSS:3.1 7.4 / 6.4', 7.4],
    ['CVSS (4.0): 8.7', 8.7],
    ['CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H 9.4', 9.4],
    ['9.4 (CVSS:3.1/AV:L/AC:L)', 9.4],
    ['CVSS score of 3.1', 3.1],
    ['scores range up to 8.5', 8.5],
    ['CVSS 5.3 and, for the worst, CVSS 9.1', 9.1],
    ['CVE CVSSv3 Severity\nESXi 8.0 Any CVE-2024-22252, CVE-2024-22253 8.4, 9.3 Critical', 9.3],
    ['rated 8.8 out of 10 on the CVSS scale', 8.8],
    ['It was rated 10 out of 10 on the CVSS scale.', 10],
    ['It carries an 8.8 CVSS score.', 8.8],
    ['a 9.8-rated CVSS bug', 9.8],
    ['the 9.1 CVSS v3.1 base score', 9.1],
    ['CVSS 9,8', 9.8],
    ['CVSS 8,6 von 10', 8.6],
    ['CVSS-Score: 9,1', 9.1],
    ['un score CVSS de 9,8', 9.8],
    ['einem CVSS-Wert von 7,5', 7.5],
    ['ESXi 8.0 CVSS 7.1', 7.1],
    ['CVSS 7,8, 9,3', 7.8],
    ['1,500 hosts, CVSS 7.1', 7.1],
    ['CVSSv3\n\nSeverity\n\nESXi\n\n8.0\n\nCVE-2025-22224\n\n9.3\n\nCritical', 9.3],
  ])('"%s" is %d', (text, score) => {
    expect(readCvss(text)).toBe(score);
  });

  test.each([
    'CVSS v3.1',
    'CVSS 4.0',
    'CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    'CVSS: see CVE-2024-1234, 8.2 High Availability',
    'rated 11.2 by readers',
    'Proxmox VE 8.2',
    'scored a deal of 250 units',
    'The 8.0 CVSS feed of ESXi',
    'an 8.0 release, severity unknown',
  ])('"%s" states none', (text) => {
    expect(readCvss(text)).toBeUndefined();
  });
});

describe('exploited or not', () => {
  test.each([
    'The flaw is exploited in the wild.',
    'Hosts with an open management port were taken over in one day.',
    'The advisory confirms it, and attackers already use it.',
    'CISA lists an exploited Hyper-V kernel bug.',
    'Broadcom has confirmed that it is actively exploited.',
    'The vCenter flaw is now exploited in attacks.',
    'Ransomware crews are using the authentication bypass.',
    'Spies have exploited the hole.',
    'The vendor knows that exploitation of CVE-2024-1111 and CVE-2024-1112 has occurred.',
    'We were told that exploitation of this hole in the wild has been seen.',
    'Publicly disclosed: No, Exploited: Yes',
    'Publicly Disclosed:No;Exploited:Yes;Latest Software Release:Exploitation Detected',
    'Exploitability assessment: Exploitation Detected',
    'Ransomware operators exploit ESXi hypervisor vulnerability.',
    'VMware ESXi zero-day used by espionage actor.',
    'A group was found exploiting CVE-2023-34048.',
    "Campagne d'exploitation d'une vulnérabilité affectant ESXi.",
    'Die Lücke wird bereits aktiv ausgenutzt.',
    'Added to the Known Exploited Vulnerabilities catalogue.',
    'CISA: patch flaw exploited by Chinese hackers',
    'An old bug exploited in a global ransomware campaign',
    'A flaw exploited since October 2024',
    'A flaw exploited to deploy ransomware',
    'Microsoft fixes under-attack holes in Hyper-V',
    'ESXi flaw under attack',
    'They are not just theoretical but are confirmed to be under active exploitation.',
    'Die Lücke wird derzeit aktiv von mehreren Banden ausgenutzt.',
    'CISA added CVE-2024-1111 to its catalog of vulnerabilities known to be exploited.',
    'The catalogue of known exploited vulnerabilities now lists CVE-2024-1111.',
    'The rating of CVE-2024-1111 means that it is exploited in attacks.',
    'A flaw in ESXi is exploited by criminals.',
    'La faille est exploitée par des attaquants.',
  ])('"%s" says so', (text) => {
    expect(saysExploited(text)).toBe(true);
  });

  test.each([
    'Hosts with an open port can be taken over.',
    'The maker of servers was bought, and its staff taken over.',
    'The maker of servers was taken over by Acme.',
    'No exploitation seen so far.',
    'We are not aware of any exploitation of CVE-2024-1111 that has occurred.',
    'Publicly disclosed: Yes. Exploited: No.',
    'Exploitability assessment: Exploitation Less Likely',
    'Exploitation More Likely',
    'Exploitation of the hole needs an account.',
    'We are not aware of exploitation in the wild.',
    'There is no evidence that the flaw was exploited in the wild.',
    'Is it being exploited?',
    'Are the flaws being exploited “in the wild?”',
    'A chance for spies, given the history of hackers exploiting flaws of the vendor.',
    'Ransomware gangs have exploited such flaws in the past.',
    'It could be exploited by an attacker in a guest.',
    'Patch now, before hackers exploit it.',
    'Patch it lest attackers exploit it.',
    'If exploited in attacks, it gives root.',
    'Shown at Pwn2Own, where the bug was exploited.',
    'The team exploited its lead.',
    'Attackers could exploit the flaw.',
    'Attackers use hidden virtual machines.',
    'A "high" rating indicates that Microsoft has seen active exploitation.',
    'The KEV catalog lists vulnerabilities that are actively exploited.',
    'CISA lists a CVE only where it is known to be exploited in the wild.',
    'A zero-day is a flaw that is exploited before the vendor knows of it.',
    'Zero-days are flaws that are exploited in the wild.',
    'The agency has an office for known exploited vulnerabilities.',
    'KEV is the agency’s list of flaws that are exploited in the wild.',
    'Die Lücke wird bislang nicht aktiv ausgenutzt.',
    'La faille n’est pas exploitée activement.',
    'La faille peut être exploitée par un attaquant.',
  ])('"%s" does not', (text) => {
    expect(saysExploited(text)).toBe(false);
  });

  test('a denial in one sentence does not undo what another says', () => {
    expect(saysExploited('The second is not exploited. The first is exploited in the wild.')).toBe(
      true,
    );
  });
});

describe('denied to be exploited', () => {
  test.each([
    'We are not aware of any exploitation of this flaw.',
    'The vendor is unaware that CVE-2024-1111 is exploited.',
    'There is no evidence of active exploitation.',
    'No known exploitation.',
    'It has not been exploited in the wild.',
    'Publicly disclosed: No. Exploited: No.',
    'The vendor has no information to suggest that exploitation of these has occurred.',
    'The vendor has no evidence of exploitation.',
    'The flaw is not currently listed in the KEV catalog of CISA.',
    'Es gibt keine Hinweise auf eine Ausnutzung der Lücke.',
    'Die Lücke wird bislang nicht aktiv ausgenutzt.',
  ])('"%s" denies it', (text) => {
    expect(readDenial(text)).toBe('Not known to be exploited');
  });

  test.each(['Exploitation is unlikely.', 'Exploitability: Exploitation Less Likely'])(
    '"%s" calls it unlikely',
    (text) => {
      expect(readDenial(text)).toBe('Not likely to be exploited');
    },
  );

  test.each([
    'The flaw is exploited in the wild.',
    'There is no workaround for the exploited flaw.',
    'It is not hard to exploit.',
    'Exploited: Yes',
    'Exploitation is more likely.',
    'There is no information on a fix for the holes.',
  ])('"%s" does not', (text) => {
    expect(readDenial(text)).toBeUndefined();
  });
});

describe('called critical', () => {
  test.each([
    'A critical vulnerability in vCenter',
    'Severity: Critical',
    'critical-severity flaws',
    'Broadcom rates it as critical severity',
    'Critical VMware Workstation and Fusion flaw',
    'A flaw that we rate as critical',
    'The vendor considers it critical.',
    'We closed a critical guest-to-host escape.',
    'The vendor releases critical VMware patches.',
    'Critical updates for vCenter',
    'You should patch this critical flaw now.',
    'CVE-2031-1000 9.8 Critical Acme Router',
    'CVE-2031-1000 | n/a | Critical | Acme Router',
    'Acme Router CVE-2031-1000 Acme Router Denial of Service Vulnerability Critical',
    'Critical and important flaws are fixed.',
  ])('"%s" is', (text) => {
    expect(saysCritical(text)).toBe(true);
  });

  test.each([
    'For business-critical updates of your books',
    'mission-critical patch windows',
    'AHV adoption reaches critical mass',
    'Not a critical vulnerability',
    'critical infrastructure operators',
    'CVE-2031-1000 Critical infrastructure of Acme',
    'CVE-2031-1000 7.8 Important Acme Router, for Critical hosts',
    'If you ever put off a critical ESX patch, you know it.',
    'To be paid, the flaw must be of Critical or Important severity.',
    'We answer any critical vulnerability within a day.',
    'This becomes critical when a patch is due.',
    'It deploys critical patches without a reboot.',
    'Teams fall behind with critical updates.',
  ])('"%s" is not', (text) => {
    expect(saysCritical(text)).toBe(false);
  });
});
