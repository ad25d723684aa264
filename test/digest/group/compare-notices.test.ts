import { describe, expect, test } from 'vitest';
import { productsOf } from '../../../src/digest/facts/versions/product-names.ts';
import { groupStories } from '../../../src/digest/group/group-stories.ts';
import type { Topic } from '../../../src/model/classification.ts';
import { classified, post } from '../build.ts';

const products = productsOf([
  {
    id: 'harvester',
    name: 'Harvester',
    vendor: 'SUSE',
    terms: [{ term: 'Harvester', weight: 2 }],
    negativeContexts: [],
    flagships: ['Harvester'],
  },
]);
/** Each from a press of its own, days apart at most. */
const on =
  (topics: readonly Topic[] = ['security']) =>
  (title: string, text = '', day = '2026-02-10') => {
    const site = title.replaceAll(/\W/g, '');
    return classified(post(title, day, site, title, text), ['harvester'], topics);
  };
const stories = (...entries: ReturnType<typeof classified>[]) =>
  groupStories(entries, products).length;
const whys = (...entries: ReturnType<typeof classified>[]) =>
  groupStories(entries, products).flatMap(({ together }) => together.map(({ because }) => because));

describe('a warning within days', () => {
  test('meets a page on the same product only where that warns, too', () => {
    const warn = on();
    const report = warn('Security bypass in Harvester is rated critical');
    expect(stories(report, warn('Harvester hole lets guests get out'))).toBe(1);
    expect(stories(report, warn('Faille critique dans Harvester'))).toBe(1);
    expect(stories(report, warn('The Harvester bounty program for researchers'))).toBe(2);
  });

  test.each([
    'Meet UNC3886: years of espionage in the shadows',
    'A new ransomware is after hypervisors',
    'Spies hide behind the hypervisor of a telecom company',
  ])('is no report of who attacks whom: %s', (attack) => {
    const warn = on();
    expect(stories(warn('HVSA-2026-0012', 'A heap overflow is mended.'), warn(attack))).toBe(2);
    const flaw = 'Harvester authentication bypass vulnerability';
    expect(stories(warn(flaw), warn(attack, 'Harvester hosts are in its list.'))).toBe(2);
  });

  test('is one of attacks where both tell of those', () => {
    const warn = on();
    const attacks = [
      warn('Ransomware hits Harvester clusters worldwide'),
      warn('Hospitals among victims of hackers', 'Their machines ran on Harvester.'),
    ];
    expect(whys(...attacks)).toEqual(['Both warn of Harvester within days']);
  });

  test('is explained by a product of a title, and by none that stands beside others', () => {
    const hit = 'Akira hits Harvester in ransomware attack';
    const list = 'ESXi, Harvester and Hyper-V are on its list.';
    expect(whys(on()(hit, list), on()('Ransomware turns to new targets', list))).toEqual([
      'Both warn of Harvester within days',
    ]);
    const other = 'Ransomware attacks on hypervisors double';
    expect(whys(on()('A hospital fell to ransomware', list), on()(other, list))).toEqual([
      'Both warn of the same within days',
    ]);
  });

  test('meets the advisory that names no product', () => {
    const warn = on();
    expect(
      whys(warn('HVSA-2026-0012', 'Mended.'), warn('Urgent patches for SUSE clusters')),
    ).toEqual(['An advisory and a warning within days']);
  });
});

describe('an advisory', () => {
  const advisory = (id: string, day?: string) =>
    on()(`SUSE Harvester: multiple vulnerabilities (HVSA-${id})`, '', day);

  test('is never one with news of the product that has nothing to do with security', () => {
    const news = on(['release']);
    expect(stories(advisory('2026-0012'), news('SUSE announces Harvester for the edge'))).toBe(2);
    const named = news('SUSE Harvester gets out of turn', 'It is about HVSA-2026-0012.');
    expect(stories(advisory('2026-0012'), named)).toBe(1);
  });

  test('is another than the next of its list, in whatever same words', () => {
    expect(stories(advisory('2026-0012'), advisory('2026-0013', '2026-02-11'))).toBe(2);
    const report = on()('Multiple vulnerabilities in SUSE Harvester (HVSA-2026-0012)');
    expect(stories(advisory('2026-0012'), report)).toBe(1);
  });

  test.each([
    ['HVSA-2026-0012 to HVSA-2026-0015: four advisories in one month', ''],
    [
      'Harvester: four advisories in June',
      'Mended.\n\nHVSA-2026-0012\nRead.\n\nHVSA-2026-0013\nWrite.',
    ],
  ])(
    'is told apart from a round-up, which would lend it the flaws of others: %s',
    (title, text) => {
      const roundUp = on()(title, text);
      expect(stories(advisory('2026-0012'), roundUp)).toBe(2);
      expect(stories(on()('Four advisories for Harvester in June'), roundUp)).toBe(1);
      const report = on()('Harvester hole mended', 'HVSA-2026-0012\nRead.\n\nIt is a bad one.');
      expect(stories(advisory('2026-0012'), report)).toBe(1);
    },
  );

  test('of the project is one with that of a vendor that ships it', () => {
    const warn = on();
    const upstream = warn('XSA-494: mismatched cache metadata');
    const vendor = warn('HVSA-2026-0020: mismatched cache metadata (XSA-494)');
    expect(stories(upstream, vendor)).toBe(1);
  });
});

describe('flaws that are named far down', () => {
  const long = 'It says at length what the platform is, and who runs it, and where. '.repeat(8);
  const far = (id: string) => `${long}The flaw is tracked as ${id}.`;
  const notice = on()('Harvester lets guests read the memory of others', far('CVE-2026-30100'));

  test('join a notice with the report on its exploitation', () => {
    const report = on()(
      'Attackers dump secrets of cloud tenants',
      'It is CVE-2026-30100.',
      '2026-03-02',
    );
    expect(whys(notice, report)).toEqual(['Both name CVE-2026-30100']);
  });

  test('keep two notices in like words apart', () => {
    const other = on()('Harvester lets guests read the memory of the host', far('CVE-2026-41900'));
    expect(stories(notice, other)).toBe(2);
  });

  test('are background in what tells of licences, too', () => {
    const terms = on(['security', 'licensing'])('SUSE locks fixes away', far('CVE-2026-30100'));
    expect(stories(notice, terms)).toBe(2);
  });
});
