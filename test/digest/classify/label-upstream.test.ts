import { expect, test } from 'vitest';
import { composeEdition } from '../../../src/digest/compose-edition.ts';
import { HYPERVISORS, input, post } from '../build.ts';

const hypervisors = HYPERVISORS.map((each) =>
  each.id === 'xcp-ng'
    ? { ...each, upstream: ['Xen', 'KVM'], negativeContexts: ['KVM switch'] }
    : each,
);
const told = (title: string, text: string) =>
  composeEdition(input([post('x', '2024-05-14', 'xen', title, text)], { hypervisors })).stories.map(
    ({ why }) => why.labels[0]?.text,
  );

test('a grave flaw in what a hypervisor is built on is told under it, and says why', () => {
  const why = told('XSA-999: guest escape', 'A critical vulnerability in Xen, CVE-2024-1234.');
  expect(why).toEqual(['upstream: a grave flaw in Xen, which XCP-ng is built on']);
});

test.each([
  ['XSA-998: denial of service', 'A vulnerability in Xen, CVE-2024-1235.'],
  ['Xen 4.19 is released', 'Xen has new drivers, and critical fixes came before.'],
  ['Flaw in a KVM switch', 'A critical vulnerability, CVE-2024-1237, with CVSS 9.8.'],
  ['Xenon headlights', 'A critical vulnerability in Xenon lamps, CVE-2024-1236.'],
])('"%s" is not', (title, text) => {
  expect(told(title, text)).toEqual([]);
});
