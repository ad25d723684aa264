import { expect, test } from 'vitest';
import { readMsrc } from '../../../src/collect/facts/read-msrc.ts';

const URL = 'https://api.msrc.microsoft.com/cvrf/v3.0/updates';
const update = (ID: string, CurrentReleaseDate: unknown = '2024-06-04T07:00:00Z') => ({
  ID,
  Alias: ID,
  DocumentTitle: 'Security Updates',
  Severity: null,
  InitialReleaseDate: '2024-05-14T07:00:00Z',
  CurrentReleaseDate,
  CvrfUrl: `https://elsewhere.example/cvrf/v3.0/document/${ID}`,
});
const index = (...value: unknown[]) => ({ '@odata.context': 'x', value });

const threat = (Type: number, Value: string, ...ProductID: string[]) => ({
  Description: { Value },
  ProductID,
  Type,
  DateSpecified: false,
});
const hyperV = {
  Title: { Value: 'Windows Hyper-V Elevation of Privilege Vulnerability' },
  Notes: [{ Title: 'Description', Type: 2, Ordinal: '1', Value: '' }],
  CVE: 'CVE-2024-38080',
  ProductStatuses: [{ ProductID: ['12437', '12086'], Type: 3 }],
  Threats: [
    threat(0, 'Elevation of Privilege', '12437'),
    threat(3, 'Important', '12437'),
    threat(3, 'Important', '12086'),
    threat(1, 'Publicly Disclosed:No;Exploited:Yes;Latest Software Release:Exploitation Detected'),
  ],
  CVSSScoreSets: [
    { BaseScore: 7.0, TemporalScore: 6.1, Vector: 'CVSS:3.1/AV:L', ProductID: ['12437'] },
    { BaseScore: 7.8, TemporalScore: 6.8, Vector: 'CVSS:3.1/AV:L', ProductID: ['12086'] },
  ],
};
const month = (...Vulnerability: unknown[]) => ({ DocumentTitle: { Value: 'x' }, Vulnerability });

test('the index leads to the newest three months, whatever its order, at its own address', () => {
  const months = ['2023-Dec', '2024-Feb', '2024-May', '2024-Jan', '2024-Apr'];
  expect(readMsrc(index(...months.map((id) => update(id))), URL)).toEqual({
    kind: 'read',
    content: {
      parts: ['2024-May', '2024-Apr', '2024-Feb'].map((id) => ({
        id,
        url: `https://api.msrc.microsoft.com/cvrf/v3.0/cvrf/${id}`,
        revision: '2024-06-04T07:00:00Z',
      })),
    },
  });
});

test('what is no month in the index is left out', () => {
  const strange = ['2017-May-B', '2024-anF', '2024-may', '../2024-May', ''];
  const read = readMsrc(
    index(...strange.map((id) => update(id)), update('2024-Jun', 7), null),
    URL,
  );
  expect(read).toMatchObject({ content: { parts: [{ id: '2024-Jun', revision: '7' }] } });
});

test('a flaw of Hyper-V has its highest score, and is exploited where Microsoft says so', () => {
  const flaws = [{ cve: 'CVE-2024-38080', isExploited: true, cvss: 7.8 }];
  expect(readMsrc(month(hyperV), URL)).toEqual({ kind: 'read', content: { flaws } });
});

test('a flaw that is critical for one product is critical, and one that is not exploited says nothing of it', () => {
  const Threats = [
    threat(3, 'Important', '1'),
    threat(3, 'Critical', '2'),
    threat(1, 'Publicly Disclosed:Yes;Exploited:No;Latest Software Release:Likely'),
  ];
  expect(readMsrc(month({ ...hyperV, Threats, CVSSScoreSets: null }), URL)).toEqual({
    kind: 'read',
    content: { flaws: [{ cve: 'CVE-2024-38080', isCritical: true }] },
  });
});

test('only what names the hypervisor counts, so a month without it is a month without flaws', () => {
  const other = { ...hyperV, Title: { Value: 'Windows Kernel Elevation of Privilege' } };
  expect(readMsrc(month(other, {}, null), URL)).toEqual({ kind: 'read', content: { flaws: [] } });
});

test('numbers that are no score are left out', () => {
  const CVSSScoreSets = [{ BaseScore: 78 }, { BaseScore: 'high' }, { BaseScore: '6.5' }, {}];
  expect(readMsrc(month({ ...hyperV, CVSSScoreSets }), URL)).toMatchObject({
    content: { flaws: [{ cvss: 6.5 }] },
  });
});

test.each([
  [{ error: { code: '404' } }, 'no list at "value" or "Vulnerability"'],
  [[], 'no list at "value" or "Vulnerability"'],
  [index(), 'none of 0 updates has an ID that names a month'],
  [index({ id: '2024-May' }), 'none of 1 updates has an ID that names a month'],
])('a document of another shape is a failure with its reason: %j', (document, reason) => {
  expect(readMsrc(document, URL)).toEqual({
    kind: 'unreadable',
    reason: `its form seems to have changed: ${reason}`,
  });
});
