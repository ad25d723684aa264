import { describe, expect, test } from 'vitest';
import { findSupportEnds } from '../../src/digest/find-support-ends.ts';

describe('ends of support', () => {
  test.each([
    ['Support for Proxmox VE 7.4 ends on 31 July 2024.', 'Proxmox VE', '7.4', '2024-07-31'],
    [
      'vSphere 7.0 reaches the end of general support on October 2, 2025.',
      'vSphere',
      '7.0',
      '2025-10-02',
    ],
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

  test.each([
    'Support for Proxmox VE 7.4 ends on 31 July.',
    'Support for Proxmox VE 7.4 and XCP-ng 8.2 ends on 31 July 2024.',
    'Proxmox VE 7.4: support began on 1 March 2023 and ends on 31 July 2024.',
    'Proxmox VE 8.2 was released on 24 April 2024.',
    'Support for Gizmo 1.2 ends on 31 July 2024.',
  ])('"%s" leaves something to guess, and states none', (text) => {
    expect(findSupportEnds(text)).toEqual([]);
  });
});
