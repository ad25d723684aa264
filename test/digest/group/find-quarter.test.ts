import { expect, test } from 'vitest';
import { findQuarter } from '../../../src/digest/group/find-quarter.ts';

test.each([
  ['Nutanix Reports Third Quarter Fiscal 2025 Financial Results', 'Q3 2025'],
  ['Nutanix, Inc. (NTNX) Q3 2025 Earnings Call Transcript', 'Q3 2025'],
  ['Broadcom Q1 FY26 results', 'Q1 2026'],
  ['Fourth-quarter results beat expectations', 'Q4'],
  ['A quarter of all hosts runs vSphere 7', undefined],
])('the quarter of "%s"', (title, quarter) => {
  expect(findQuarter(title)).toBe(quarter);
});
