import { expect, test } from 'vitest';
import { mergeFixes } from '../../../../src/digest/facts/fixes/merge-fixes.ts';
import { WELL_KNOWN_PRODUCTS } from '../../../../src/digest/facts/versions/product-names.ts';

test('an update that several sources name stands once, as the fullest of them says', () => {
  const said = ['KB5060842', 'Windows Server 2025 KB5060842 (build 26100.4349)', 'KB5060842'];
  const reports = said.map((fixed, at) => ({ source: `s${at}`, affected: [], fixed: [fixed] }));
  expect(mergeFixes(reports, WELL_KNOWN_PRODUCTS).fixed).toEqual([said[1]]);
});
