import { describe, expect, test } from 'vitest';
import { findSupportEnds } from '../../../../src/digest/facts/support/find-support-ends.ts';

describe('ends of support', () => {
  test.each([
    ['Support for Proxmox VE 7.4 ends on 31 July 2024.', 'Proxmox VE', '7.4', '2024-07-31'],
    [
      'vSphere 7.0 reaches the end of general support on October 2, 2025.',
      'vSphere',
      '7.0',
      '2025-10-02',
    ],
    ['vSphere 7.0 leaves General Support on 15 October 2025.', 'vSphere', '7.0', '2025-10-15'],
    ['XCP-ng 8.2 is supported until 2025-09-16.', 'XCP-ng', '8.2', '2025-09-16'],
    [
      'The end of life of Windows Server 2012 was in October 2023.',
      'Windows Server',
      '2012',
      '2023-10',
    ],
  ])('"%s" states one', (text, product, version, on) => {
    expect(findSupportEnds(text)).toEqual([{ product, version, on }]);
  });

  test('of all that stand in one list', () => {
    expect(
      findSupportEnds('Support for Proxmox VE 7.4 and XCP-ng 8.2 ends on 31 July 2024.'),
    ).toEqual([
      { product: 'Proxmox VE', version: '7.4', on: '2024-07-31' },
      { product: 'XCP-ng', version: '8.2', on: '2024-07-31' },
    ]);
  });

  test('each on its date, also of a version that goes by its number alone', () => {
    const text =
      'Azure Local 22H2 reached end of service on May 31, 2025, and version 23H2 will reach end of support on October 31, 2025.';
    expect(findSupportEnds(text)).toEqual([
      { product: 'Azure Local', version: '22H2', on: '2025-05-31' },
      { product: 'Azure Local', version: '23H2', on: '2025-10-31' },
    ]);
  });

  test.each([
    'Support for Proxmox VE 7.4 ends on 31 July.',
    'Proxmox VE 7.4 gives way to XCP-ng 8.2, and support ends on 31 July 2024.',
    'Proxmox VE 7 reached EOL on July 31, 2024 and Proxmox VE 8 is out since June 22, 2023.',
    'Proxmox VE 7.4: support began on 1 March 2023 and ends on 31 July 2024.',
    'Proxmox VE 8.2 was released on 24 April 2024.',
    'Support for Gizmo 1.2 ends on 31 July 2024.',
  ])('"%s" leaves something to guess, and states none', (text) => {
    expect(findSupportEnds(text)).toEqual([]);
  });
});

describe('several ends of one version', () => {
  test.each([
    'AOS 6.10 reaches end of maintenance on 30 June 2026 and end of support on 31 October 2026.',
    'AOS 6.10 reaches end of support on 2026-10-31, after the end of maintenance on 2026-06-30.',
    'AOS 6.10 (EOM 2026-06-30, EOL 2026-10-31) is old.',
    'AOS 6.10 reaches end of maintenance on 30 June 2026. End of support follows on 31 October 2026.',
    'AOS 6.10\nEnd of maintenance: 30 June 2026\nEnd of support: 31 October 2026',
    'Release End of Maintenance End of Support\nAOS 6.10 2026-06-30 2026-10-31',
  ])('that of support counts: %s', (text) => {
    expect(findSupportEnds(text)).toEqual([
      { product: 'Nutanix AOS', version: '6.10', on: '2026-10-31' },
    ]);
  });

  test.each([
    [
      'AOS 6.8 reaches end of maintenance on 2026-01-31 and end of support on 2026-04-30, while AOS 6.10 reaches end of maintenance on 2026-06-30 and end of support on 2026-10-31.',
      ['6.8 2026-04-30', '6.10 2026-10-31'],
    ],
    [
      'vSphere 8 reaches end of general support on 11 October 2027 and end of technical guidance on 11 October 2029.',
      ['8 2027-10-11'],
    ],
    [
      'Mainstream support for Windows Server 2022 ends on October 13, 2026 and extended support on October 14, 2031.',
      ['2022 2031-10-14'],
    ],
    ['AOS 6.10 reaches end of maintenance on 30 June 2026.', ['6.10 2026-06-30']],
    ["AOS 6.10's end of support was moved from 30 June 2026 to 31 October 2026.", []],
    ['XCP-ng 8.2 support ends on 31 July 2024, and support for another year on 31 July 2025.', []],
  ])('each by what it is of: %s', (text, expected) => {
    expect(findSupportEnds(text).map(({ version, on }) => `${version} ${on}`)).toEqual(expected);
  });
});

describe('what is no end of support', () => {
  test.each([
    'Support for Proxmox VE 8 does not end on 31 August 2026.',
    'XCP-ng 8.2 will not yet reach its end of life on 31 July 2024.',
    "AOS 6.5 isn't at its end of life on 31 July 2024.",
    'Contrary to a report, support for vSphere 8 ends on 11 October 2025.',
    'The rumour that support for vSphere 8 ends on 11 October 2025 makes the rounds.',
    'Support for vSphere 7.0 was originally to end on April 2, 2025.',
    'Otherwise support for XCP-ng 8.2 would end on 31 July 2024.',
    'The discount on support for vSphere 8 ends on May 31, 2025.',
    'Early-bird registration for a day on vSphere 9 support ends June 30, 2025.',
  ])('%s', (text) => {
    expect(findSupportEnds(text)).toEqual([]);
  });

  test.each([
    'XCP-ng 8.2 reaches its end of life on 31 July 2024 and will not get updates.',
    'Vates, which offers paid support, ends that for XCP-ng 8.2 on 31 July 2024.',
    'Support for XCP-ng 8.2 ends on 31 July 2024, not earlier.',
  ])('is not taken for it: %s', (text) => {
    expect(findSupportEnds(text)).toEqual([
      { product: 'XCP-ng', version: '8.2', on: '2024-07-31' },
    ]);
  });
});

describe('ends of support beside their version', () => {
  test.each([
    [
      'in the sentence after it',
      'vSphere 7.0 is old. Its general support ends on October 2, 2025.',
      ['vSphere 7.0 2025-10-02'],
    ],
    [
      'on a line below it',
      'vSphere 7.0\n\nEnd of general support: 2 Oct 2025',
      ['vSphere 7.0 2025-10-02'],
    ],
    [
      'in the heading of its list',
      'The following versions reach end of life on 31 July 2024:\nProxmox VE 7.4\nProxmox Backup Server 2.4\n\nProxmox VE 8.2 is out.',
      ['Proxmox VE 7.4 2024-07-31', 'Proxmox Backup Server 2.4 2024-07-31'],
    ],
    [
      'in a list',
      'End of support:\n\nProxmox VE 7.4: 31 July 2024\nProxmox VE 8: 2026-08',
      ['Proxmox VE 7.4 2024-07-31', 'Proxmox VE 8 2026-08'],
    ],
    [
      'in a table, in the column of its own end',
      'Proxmox VE Version Debian Version First Release Debian EOL Proxmox EOL\nProxmox VE 8 Debian 12 (Bookworm) 2023-06 2026-07 2026-08',
      ['Proxmox VE 8 2026-08'],
    ],
    [
      'in a table, among other dates',
      'Product Release General Availability End of General Support End of Technical Guidance\nESXi 7.0 April 2, 2020 October 2, 2025 April 2, 2027',
      ['ESXi 7.0 2025-10-02'],
    ],
  ])('are read %s', (_, text, expected) => {
    const told = findSupportEnds(text).map(
      ({ product, version, on }) => `${product} ${version} ${on}`,
    );
    expect(told).toEqual(expected);
  });

  test.each([
    [
      'of what a product is built on',
      'AHV 20230302.100 runs on CentOS 7, which reaches its end of life on 30 June 2024.',
    ],
    [
      'of what the sentence before names, too',
      'AOS 6.5 is built on CentOS 7. Its support ends on 30 June 2024.',
    ],
    ['of another product in between', 'vSphere 7.0\nGizmo 1.2\nEnd of support: 2 October 2025'],
    [
      'of mainstream support alone',
      'Windows Server 2022 hits end of mainstream support in October 2026. Extended support goes on.',
    ],
    ['that do not exist', 'Support for Proxmox VE 7.4 ends on 31 February 2024.'],
    [
      'of a table that has another number of dates',
      'Product Release Date End of Support\nESXi 7.0 October 2, 2025',
    ],
  ])('are not read %s', (_, text) => {
    expect(findSupportEnds(text)).toEqual([]);
  });
});

describe('what the title names', () => {
  test.each([
    [
      'a version',
      'XCP-ng 8.3 LTS.\nLTS since 2025.\nSupported until 2028-11-30.',
      ['8.3 2028-11-30'],
    ],
    [
      'a product',
      'Azure Local deadlines.\n22H2 reached end of support on May 31, 2025',
      ['22H2 2025-05-31'],
    ],
    [
      'the product of a table',
      'XCP-ng releases.\nVersion Released Status Support until\n8.2 LTS 2020-11-18 Full support 2025-06-25\n8.3 RC1 2024-07-02 -',
      ['8.2 2025-06-25'],
    ],
  ])('need not be named again: %s', (_, text, ends) => {
    expect(findSupportEnds(text).map(({ version, on }) => `${version} ${on}`)).toEqual(ends);
  });

  test.each([
    [
      'with another version since',
      'XCP-ng 8.3 LTS.\nXCP-ng 8.2 and 8.1\nSupported until 2028-11-30.',
    ],
    ['with another thing since', 'XCP-ng 8.3 LTS.\nGizmo 4.2\nSupported until 2028-11-30.'],
    ['as what something is for', 'Drivers for XCP-ng 8.3.\nNo news.\nSupported until 2028-11-30.'],
    ['beside another', 'XCP-ng 8.2 and 8.3.\nNo news.\nSupported until 2028-11-30.'],
    [
      'beside another product',
      'Azure Local and XCP-ng.\n22H2 reached end of support on May 31, 2025',
    ],
    ['and the number is of a chapter', 'XCP-ng news.\n4.2 End of support: May 31, 2025'],
  ])('is not meant %s', (_, text) => {
    expect(findSupportEnds(text)).toEqual([]);
  });
});

test('the day counts where the title has its month alone', () => {
  const text =
    'Windows Server 2016 support ends January 2027.\nExtended support for Windows Server 2016 ends on January 12, 2027.';
  expect(findSupportEnds(text)).toEqual([
    { product: 'Windows Server', version: '2016', on: '2027-01-12' },
  ]);
});

test('rows of a table may name several versions, and begin in lower case', () => {
  const text =
    'Product / Version End of General Support End of Technical Guidance Status (June 2026)\nvSphere / ESXi 6.5 & 6.7 Oct 15, 2022 Nov 15, 2023 Unsupported for many years\nvSphere / ESXi 8.0 Oct 11, 2027 Oct 11, 2029 Supported';
  expect(findSupportEnds(text).map(({ version, on }) => `${version} ${on}`)).toEqual([
    '6.5 2022-10-15',
    '6.7 2022-10-15',
    '8.0 2027-10-11',
  ]);
});
