import { describe, expect, test } from 'vitest';
import { hypervisorSchema } from '../../src/config/hypervisor-schema.ts';

const block = {
  id: 'ovirt',
  name: 'oVirt',
  vendor: 'oVirt community',
  terms: { oVirt: 2, VDSM: 0.8 },
};

describe('a hypervisor in the configuration', () => {
  test('is a name, a vendor and terms; the rest may be left out', () => {
    expect(hypervisorSchema.parse(block)).toEqual({
      ...block,
      terms: [
        { term: 'oVirt', weight: 2 },
        { term: 'VDSM', weight: 0.8 },
      ],
      negativeContexts: [],
      incidental: [],
      sites: [],
      sideProducts: [],
      upstream: [],
      flagships: [],
    });
  });

  test.each([
    ['an id with capitals', { id: 'oVirt' }, 'lower-case'],
    ['the id of another section', { id: 'adjacent' }, 'around them'],
    ['the word for none', { id: 'none' }, 'no hypervisor at all'],
    ['the title of another section', { name: 'Around the Hypervisors' }, 'around them'],
    ['no terms', { terms: {} }, 'at least one term'],
    ['a weight of nothing', { terms: { oVirt: 0 } }, 'over 0'],
    ['a weight without measure', { terms: { oVirt: 30 } }, 'at most 3'],
    ['a term of signs', { terms: { '--': 1 } }, 'letters or digits'],
    ['a gap at an end', { negativeContexts: ['oVirt *'] }, 'before and after'],
    ['a site with a scheme', { sites: ['https://ovirt.org'] }, 'expected a host'],
    ['an unknown setting', { colour: 'red' }, 'Unrecognized key'],
  ])('is refused with %s', (_, change, message) => {
    const result = hypervisorSchema.safeParse({ ...block, ...change });
    expect(result.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });
});
