import { expect, test } from 'vitest';
import { findAdvisories } from '../../../src/digest/facts/find-advisories.ts';

test.each([
  ['VMSA-2024-0011 and XSA-470', ['VMSA-2024-0011', 'XSA-470']],
  ['Xen Security Advisory 489 v2 (CVE-2026-23559): issues in XAPI', ['XSA-489']],
  ['https://xenbits.xen.org/xsa/advisory-462.html', ['XSA-462']],
  ['https://docs.vates.tech/vates-sa-2025-04', ['VSA-2025-04']],
  ['RSA-2048 keys at the USA-2024 summit', []],
])('advisories in "%s"', (text, ids) => {
  expect(findAdvisories(text)).toEqual(ids);
});
