import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../../../src/digest/compose-edition.ts';
import { findFixes } from '../../../../src/digest/facts/fixes/find-fixes.ts';
import { findSupportEnds } from '../../../../src/digest/facts/support/find-support-ends.ts';
import { findVersions } from '../../../../src/digest/facts/versions/find-versions.ts';
import { productsOf } from '../../../../src/digest/facts/versions/product-names.ts';
import { readStage } from '../../../../src/digest/facts/versions/read-stage.ts';
import type { Hypervisor } from '../../../../src/model/hypervisor.ts';
import { HYPERVISORS, input, post } from '../../build.ts';

const sixth: Hypervisor = {
  id: 'harvester',
  name: 'SUSE Virtualization',
  vendor: 'SUSE',
  terms: [
    { term: 'Harvester', weight: 2 },
    { term: 'SUSE Virtualization', weight: 2 },
  ],
  negativeContexts: [],
  flagships: ['Harvester®', 'SUSE Virtualization', 'Barn Server 2024'],
  sideProducts: ['Harvester Node‑Manager'],
};
const hypervisors = [...HYPERVISORS, sixth];
const products = productsOf(hypervisors);
const named = (text: string) =>
  findVersions(text, products).map(({ isKnown, text: shown }) => [isKnown, shown]);

describe('products of a configured hypervisor', () => {
  test('are known by their names, whatever the signs and hyphens', () => {
    expect(named('Harvester 1.4 released')).toEqual([[true, 'Harvester 1.4']]);
    expect(named('SUSE Virtualization 1.5 is out')).toEqual([[true, 'SUSE Virtualization 1.5']]);
    expect(products.findIn('The Harvester Node-Manager runs')).toEqual(['Harvester Node-Manager']);
  });

  test('are versioned by year where a configured name is', () => {
    expect(named('Barn Server 2024 arrives')).toEqual([[true, 'Barn Server 2024']]);
    expect(named('Harvester 2024 in review')).toEqual([]);
  });

  test('leave the name of a family without a version of its own', () => {
    const family = { ...sixth, name: 'Barn', flagships: ['Barn Server'] };
    expect(productsOf([family]).findIn('Barn prices and Barn Server')).toEqual(['Barn Server']);
  });

  test.each([
    ['The hole is fixed in SUSE Harvester 1.5.2.', ['Harvester 1.5.2']],
    ['Fixed in Harvester 1.4.3 and SUSE Harvester 1.5.2.', ['Harvester 1.4.3', 'Harvester 1.5.2']],
    ['Flaw in SUSE Harvester\nIt is fixed in version 1.5.2.', ['Harvester 1.5.2']],
    ['The security update for SUSE Harvester 1.5.2 is out.', []],
    ['Harvester flaw\nUpdate to the plugin for SUSE Harvester 1.5.2.', []],
    ['Flaw in SUSE Harvester\nSUSE Linux Enterprise is fixed in version 15.6.', []],
  ])('are themselves behind the name of their vendor: %s', (text, fixed) => {
    expect(findFixes(text, products)).toEqual({ affected: [], fixed });
    expect(products.findIn(text)).toEqual(['Harvester']);
  });

  test('reach their end of support, whatever else their vendor makes', () => {
    const title = 'SUSE Harvester 1.4 reaches its end of life on 30 June 2026';
    expect(readStage(title, products)).toBe('eol');
    expect(findSupportEnds(title, products)).toEqual([
      { product: 'Harvester', version: '1.4', on: '2026-06-30' },
    ]);
    expect(readStage('SUSE Linux 15 on Harvester 1.4: end of life', products)).toBeUndefined();
  });

  test('show up in what changed since the last edition', () => {
    const release = (version: string) =>
      post(version, '2024-05-14', 'suse', `Harvester ${version} released`, 'It is available now.');
    const last = composeEdition(input([release('1.3')], { hypervisors }));
    const edition = composeEdition(input([release('1.4')], { hypervisors, earlier: [last] }));
    expect(edition.sections.at(-1)?.changes?.versions).toMatchObject([
      { product: 'Harvester', from: '1.3', to: '1.4' },
    ]);
  });
});
