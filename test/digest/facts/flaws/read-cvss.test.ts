import { describe, expect, test } from 'vitest';
import { readCvss } from '../../../../src/digest/facts/flaws/read-cvss.ts';

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
