import { expect, test } from 'vitest';
import { readKev } from '../../../src/collect/facts/read-kev.ts';

const URL = 'https://www.cisa.gov/kev.json';
const catalog = (...vulnerabilities: unknown[]) => ({
  title: 'A catalog of known exploited vulnerabilities',
  catalogVersion: '2024.06.05',
  dateReleased: '2024-06-05T14:00:00.0000Z',
  count: vulnerabilities.length,
  vulnerabilities,
});
const vcenter = {
  cveID: 'CVE-2021-21985',
  vendorProject: 'VMware',
  product: 'vCenter Server',
  vulnerabilityName: 'VMware vCenter Server Improper Input Validation Vulnerability',
  dateAdded: '2021-11-03',
  shortDescription: 'In words of this test.',
  requiredAction: 'Update it.',
  dueDate: '2021-11-17',
  knownRansomwareCampaignUse: 'Known',
  notes: '',
  cwes: ['CWE-20'],
};

test('what stands in the catalog is exploited, since the day it was added', () => {
  expect(readKev(catalog(vcenter), URL)).toEqual({
    kind: 'read',
    content: {
      flaws: [
        {
          cve: 'CVE-2021-21985',
          isExploited: true,
          isRansomware: true,
          product: 'VMware vCenter Server',
          addedOn: '2021-11-03',
        },
      ],
    },
  });
});

test('a flaw of Hyper-V is known by its name, since its product is Windows', () => {
  const hyperV = {
    cveID: 'CVE-2024-38080',
    vendorProject: 'Microsoft',
    product: 'Windows',
    vulnerabilityName: 'Microsoft Windows Hyper-V Privilege Escalation Vulnerability',
    knownRansomwareCampaignUse: 'Unknown',
  };
  expect(readKev(catalog(hyperV), URL)).toMatchObject({
    content: { flaws: [{ cve: 'CVE-2024-38080', isExploited: true, product: 'Hyper-V' }] },
  });
});

test('a field that is missing or of another form loses that fact, not the flaw', () => {
  const bare = {
    cveID: ' cve-2024-22252 ',
    dateAdded: '6/5/2024',
    product: 7,
    vendorProject: null,
  };
  expect(readKev(catalog(bare), URL)).toMatchObject({
    content: { flaws: [{ cve: 'CVE-2024-22252', isExploited: true, product: '7' }] },
  });
  const impossible = readKev(catalog({ ...vcenter, dateAdded: '2024-02-31' }), URL);
  expect(JSON.stringify(impossible)).not.toContain('addedOn');
});

test('an item without a CVE is left out, and so is what is no item', () => {
  const read = readKev(catalog({ ...vcenter, cveID: 'GHSA-1' }, null, 'x', [[]], vcenter), URL);
  expect(read).toMatchObject({ content: { flaws: [{ cve: 'CVE-2021-21985' }] } });
});

test.each([
  [{}, 'no list at "vulnerabilities"'],
  [[], 'no list at "vulnerabilities"'],
  [null, 'no list at "vulnerabilities"'],
  ['<html>', 'no list at "vulnerabilities"'],
  [catalog(), 'none of 0 vulnerabilities has a cveID'],
  [catalog({ id: 'CVE-2024-1234' }, {}), 'none of 2 vulnerabilities has a cveID'],
])('a document of another shape is a failure with its reason: %j', (document, reason) => {
  expect(readKev(document, URL)).toEqual({
    kind: 'unreadable',
    reason: `its form seems to have changed: ${reason}`,
  });
});
