import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/digest/compose-edition.ts';
import type { EditionInput } from '../../src/model/edition-input.ts';
import type { KnownFacts } from '../../src/model/known-facts.ts';
import { input, post, source } from './build.ts';

const FETCHED = Temporal.Instant.from('2024-06-01T08:00:00Z');
const FLAW = post(
  'flaw',
  '2024-05-14',
  'advisories',
  'VMware ESXi vulnerability',
  'VMware ESXi has a flaw, CVE-2024-37085, with CVSS 6.8. It is fixed in ESXi 8.0 U3e.',
);

const kev = (fact: Partial<KnownFacts['flaws'][number]['facts'][number]>): KnownFacts => ({
  flaws: [
    {
      source: 'CISA KEV',
      url: 'https://cisa.example/kev',
      fetchedAt: FETCHED,
      facts: [{ cve: 'CVE-2024-37085', ...fact }],
    },
  ],
  cycles: [],
});
const compose = (facts?: KnownFacts, given: Partial<EditionInput> = {}) =>
  composeEdition(input([FLAW], { ...(facts && { facts }), ...given }));

describe('open data on flaws', () => {
  test('makes a flaw one to patch now that no report calls exploited', () => {
    expect(compose().patchNow).toEqual([]);
    const edition = compose(kev({ isExploited: true, addedOn: '2024-05-30', isRansomware: true }));
    expect(edition.patchNow[0]).toMatchObject({
      reason: 'exploited',
      fixed: ['ESXi 8.0 Update 3e'],
    });
    expect(edition.stories[0]?.facts.stated).toContainEqual({
      text: 'CVE-2024-37085 is listed as exploited since 2024-05-30, also by ransomware crews',
      source: 'CISA KEV',
      url: 'https://cisa.example/kev',
    });
  });

  test('stands beside what a report says, which it does not overwrite', () => {
    const facts = compose(kev({ cvss: 7.2 })).stories[0]?.facts;
    expect(facts?.cvss).toBe(7.2);
    expect(facts?.stated?.map(({ text, source: by }) => `${by}: ${text}`)).toEqual([
      'advisories: CVSS up to 6.8',
      'CISA KEV: CVE-2024-37085 has CVSS 7.2',
    ]);
  });

  test('counts as the vendor’s call where a list calls a flaw critical', () => {
    expect(compose(kev({ isCritical: true })).patchNow[0]?.reason).toBe('critical');
  });

  test('is named with its age', () => {
    expect(compose(kev({})).factSources).toEqual([
      { source: 'CISA KEV', url: 'https://cisa.example/kev', asOf: '2024-06-01' },
    ]);
    expect(compose().factSources).toBeUndefined();
  });
});

describe('facts of a story', () => {
  test('hold the stage that a release is in', () => {
    const beta = post(
      'b',
      '2024-05-14',
      'press',
      'XCP-ng 8.3 beta 2 is available',
      'XCP-ng has a beta.',
    );
    const stage = composeEdition(input([beta])).stories[0]?.facts.stage;
    expect(stage).toBe('beta');
  });

  test('hold the stage that only the lead names', () => {
    const lead = 'Proxmox VE 8.2 is now generally available.';
    const note = post(
      'n',
      '2024-05-14',
      'press',
      'What is new in Proxmox VE 8.2: release notes',
      lead,
    );
    expect(composeEdition(input([note])).stories[0]?.facts.stage).toBe('ga');
  });

  test('hold the end of support with who states it', () => {
    const text = 'XCP-ng 8.2 is old now. Support for XCP-ng 8.2 ends on 31 July 2024.';
    const note = post('n', '2024-05-14', 'vates', 'End of support for XCP-ng 8.2', text);
    const edition = composeEdition(input([note], { sources: [source('vates')] }));
    const end = {
      product: 'XCP-ng',
      version: '8.2',
      on: '2024-07-31',
      isPast: false,
      source: 'vates',
      url: 'https://vates.example/n',
    };
    expect(edition.stories[0]?.facts.supportEnds).toEqual([end]);
    expect(edition.sections[0]?.changes?.support).toEqual([end]);
  });
});
