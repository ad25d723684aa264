import { expect, test } from 'vitest';
import { findAdvisories } from '../../../../src/digest/facts/flaws/find-advisories.ts';

test.each([
  ['VMSA-2024-0011 and XSA-470', ['VMSA-2024-0011', 'XSA-470']],
  ['Xen Security Advisory 489 v2 (CVE-2026-23559): issues in XAPI', ['XSA-489']],
  ['https://xenbits.xen.org/xsa/advisory-462.html', ['XSA-462']],
  ['https://docs.vates.tech/vates-sa-2025-04', ['VSA-2025-04']],
  ['NXSA-AOS-6.7.1.6, NXSA-PC-7.3.1.16.', ['NXSA-AOS-6.7.1.6', 'NXSA-PC-7.3.1.16']],
  [
    'NXSA-AHV-20230302.2008 and NXSA-AHV-20230302.103003',
    ['NXSA-AHV-20230302.103003', 'NXSA-AHV-20230302.2008'],
  ],
  ['VMSA-2024-0011.1 replaces VMSA-2024-0011', ['VMSA-2024-0011']],
  ['PSA-2025-00019-1: a race condition', ['PSA-2025-00019']],
  ['VMSA 2024-0011, XSA 491 and XSA 492', ['VMSA-2024-0011', 'XSA-491', 'XSA-492']],
  ['Xen Security Advisory 489 and Xen Security Advisory 490', ['XSA-489', 'XSA-490']],
  ['CISA 2024 budget, CISA-2024-01, VISA 2024 and NSA-2024-05', []],
  ['the ACSA 2024 conference, ACSA-2024 and the EXSA 2024-2026 plan', []],
  ['RSA-2048 keys at the USA-2024 summit', []],
])('advisories in "%s"', (text, ids) => {
  expect(findAdvisories(text)).toEqual(ids);
});
