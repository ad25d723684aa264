import { describe, expect, test } from 'vitest';
import type { ClassifiedEntry } from '../../../src/digest/classify/classified-entry.ts';
import { extractDetails } from '../../../src/digest/facts/extract-details.ts';
import { extractFacts } from '../../../src/digest/facts/extract-facts.ts';
import { indexFlaws } from '../../../src/digest/facts/flaws/index-flaws.ts';
import { productsOf } from '../../../src/digest/facts/versions/product-names.ts';
import type { StoryFacts } from '../../../src/model/edition.ts';
import { classified, HYPERVISORS, post, source } from '../build.ts';

const HYPER_V = {
  id: 'hyper-v',
  name: 'Hyper-V',
  vendor: 'Microsoft',
  terms: [],
  negativeContexts: [],
  flagships: ['Windows Server'],
};
const products = productsOf([...HYPERVISORS, HYPER_V]);

const press = (title: string, text: string, site = 'press') =>
  classified(post(title, '2024-05-14', site, title, text), ['vmware'], ['security']);
const advisory = (title: string, text: string) =>
  classified(
    post(title, '2024-05-14', 'vendor', title, text),
    ['vmware'],
    ['security'],
    source('vendor', { isVendor: true }),
  );

const factsOf = (...entries: ClassifiedEntry[]) => extractFacts(entries, new Map(), products);
const detailsOf = (...entries: ClassifiedEntry[]): StoryFacts =>
  extractDetails(factsOf(...entries), entries, {
    flaws: new Map(),
    today: '2024-06-05',
    products,
  });

describe('what is background gives no fact', () => {
  test.each([
    'Earlier this month, the vendor closed three zero-days (CVE-2024-22224 and CVE-2024-22225, CVSS 9.3) that were exploited in attacks.',
    'It is rated 7.8, lower than CVE-2022-34048, a CVSS 9.8 flaw that attackers exploited in 2022.',
    'It is nothing like Log4Shell (CVE-2021-44228), which scored 10.0 and was exploited by everybody.',
    'Unlike CVE-2022-34048, which was exploited in the wild, it needs an account.',
    'It is not nearly as bad as CVE-2022-34048, with CVSS 9.8, which attackers exploited.',
    'The flaw follows CVE-2024-22224, with CVSS 9.3, which was exploited in attacks.',
    'It is the latest of many: CVE-2022-34048 was exploited by spies.',
    'It has no relation to CVE-2024-22224 (CVSS 9.9), which is fixed in ESXi 8.0 U1.',
    'The update comes two weeks after hackers were seen exploiting CVE-2024-22224, with CVSS 9.9.',
    'Previously, a hole in ESXi was exploited in the wild.',
    "En début d'année, une faille d'ESXi (CVE-2022-34048) était exploitée dans des attaques.",
    'Il y a deux ans, CVE-2022-34048 a été exploitée par des gangs.',
    'Im vergangenen Jahr wurde CVE-2022-34048 ausgenutzt; werden Lücken ausgenutzt, eilt es.',
    'In 2022, ransomware crews exploited a hole in ESXi (CVE-2022-34048, CVSS 9.8).',
    'Researchers recall a hole in Citrix NetScaler, CVE-2023-4966, that was exploited in the wild and rated 9.4.',
  ])('%s', (aside) => {
    const facts = detailsOf(
      press(
        'VMware Tools flaw lets guests read files',
        `The flaw, CVE-2024-31111, is in VMware Tools. CVE-2024-31111 has CVSS 7.8. ${aside}`,
      ),
    );
    expect(facts).toMatchObject({
      cves: ['CVE-2024-31111'],
      cvss: 7.8,
      isExploited: false,
      isCritical: false,
    });
    expect(facts.fixed).toBeUndefined();
  });

  test('where one sentence names both', () => {
    const text =
      'CVE-2024-31111 in ESXi is the latest of many: CVE-2022-34048 was exploited by criminals.';
    expect(factsOf(press('ESXi flaw', text))).toMatchObject({
      cves: ['CVE-2024-31111'],
      isExploited: false,
    });
  });

  test('also where no flaw of the story has a number', () => {
    const facts = factsOf(
      press(
        'Updates for ESXi',
        'Last year attackers exploited flaws in ESXi (CVE-2023-11111); this month brings ordinary updates.',
      ),
    );
    expect(facts).toMatchObject({ cves: [], isExploited: false });
  });

  test('nor does what only the depth of a report names', () => {
    const far = 'ESXi hosts are a target that many want. '.repeat(15);
    const facts = factsOf(
      press('ESXi flaw', `ESXi has a flaw, CVE-2024-31111.\n${far}\nGangs love CVE-2022-22222.`),
    );
    expect(facts.cves).toEqual(['CVE-2024-31111']);
  });

  test('where another product has the exploited flaw of a monthly round-up', () => {
    const facts = factsOf(
      press(
        'Patch day closes 100 holes and an exploited zero-day',
        'Among 100 flaws is CVE-2024-27491, a critical Windows Hyper-V flaw. The exploited zero-day is CVE-2024-27498 in the Windows CLFS driver.',
      ),
    );
    expect(facts).toMatchObject({ cves: ['CVE-2024-27491'], isExploited: false, isCritical: true });
  });

  test('where a list names the flaws of several products', () => {
    const facts = factsOf(
      press(
        'CISA adds three vulnerabilities to its catalogue',
        'They are exploited: CVE-2024-50302 Linux Kernel, CVE-2024-22225 VMware ESXi write, CVE-2024-4966 Citrix NetScaler.',
      ),
    );
    expect(facts).toMatchObject({ cves: ['CVE-2024-22225'], isExploited: true });
  });

  test('where another report is about another product alone', () => {
    const own = advisory('VMSA-2024-0011: ESXi', 'ESXi has CVE-2024-22273.');
    const other = press('New in the catalogue', 'It lists CVE-2024-50302 Linux Kernel.');
    expect(factsOf(own, other).cves).toEqual(['CVE-2024-22273']);
  });

  test.each([
    'The gang exploited Gatewayer zero-days first, then it went for ESXi.',
    'An actively exploited Browserly flaw is fixed, too.',
  ])('where a round-up says it of another product: %s', (text) => {
    const facts = factsOf(press('ESXi flaw CVE-2024-31111', `CVE-2024-31111 is new. ${text}`));
    expect(facts.isExploited).toBe(false);
  });

  test.each([
    'Attackers exploited two ESXi zero-days.',
    'The exploited Broadcom zero-days are closed.',
    'The Vmtool flaw is exploited in the wild.',
    'Chinese spies have exploited it in the wild.',
  ])('but not where it is of the story’s own: %s', (text) => {
    const facts = factsOf(press('ESXi and Vmtool flaw', `CVE-2024-31111 is new. ${text}`));
    expect(facts.isExploited).toBe(true);
  });

  test('not even to the open data', () => {
    const list = { source: 'KEV', url: 'https://kev.example' };
    const exploited = { cve: 'CVE-2022-34048', isExploited: true, cvss: 9.8 };
    const flaws = indexFlaws([{ ...list, facts: [exploited] }]);
    const report = press(
      'VMware Tools flaw CVE-2024-31111',
      'It is milder than CVE-2022-34048, the flaw of two years ago.',
    );
    expect(extractFacts([report], flaws, products)).toMatchObject({
      cves: ['CVE-2024-31111'],
      isExploited: false,
      isCritical: false,
    });
  });
});

describe('what is the story’s own stays', () => {
  const far = 'Broadcom has released updates for its customers today. '.repeat(12);

  test('where the third paragraph alone names the flaw', () => {
    const facts = factsOf(
      press('ESXi flaw is exploited', `${far}\n\nIt goes by CVE-2024-31111 and has CVSS 9.1.`),
    );
    expect(facts).toMatchObject({ cves: ['CVE-2024-31111'], cvss: 9.1, isExploited: true });
  });

  test('where the advisory of the vendor lists more in its depth', () => {
    const facts = factsOf(
      advisory('VMSA-2024-0011: ESXi (CVE-2024-22273)', `${far}\n\nCVE-2024-37085 has CVSS 6.8.`),
    );
    expect(facts.cves).toEqual(['CVE-2024-22273', 'CVE-2024-37085']);
  });

  test('where the bulletin of the vendor, which has no number, names what they are in', () => {
    const text = 'CVE-2024-31111 is in ESXi, CVE-2023-36350 in AMD microcode.';
    const bulletin = advisory('Security updates for ESXi 8.0', text);
    expect(factsOf(bulletin).cves).toEqual(['CVE-2023-36350', 'CVE-2024-31111']);
  });

  test('where a report goes on with further flaws, or numbers of the same batch', () => {
    const facts = factsOf(
      press(
        'ESXi flaw CVE-2024-22273',
        `${far}\n\nThe update also fixes CVE-2024-30001.\nCVE-2024-30050: a leak\nCVE-2024-22275 is a leak.`,
      ),
    );
    expect(facts.cves).toEqual([
      'CVE-2024-22273',
      'CVE-2024-22275',
      'CVE-2024-30001',
      'CVE-2024-30050',
    ]);
  });

  test('where the past tells of the very flaw, or of what goes on today', () => {
    const old = press(
      'vCenter flaw CVE-2023-34048',
      'CVE-2023-34048 was exploited in attacks last year.',
    );
    expect(factsOf(old).isExploited).toBe(true);
    const ongoing = press(
      'Attacks on ESXi',
      'Last month Broadcom closed CVE-2024-22273, which is now exploited in the wild.',
    );
    expect(factsOf(ongoing)).toMatchObject({ cves: ['CVE-2024-22273'], isExploited: true });
  });

  test.each([
    'A previously unknown hole in ESXi was exploited in attacks.',
    'Spies have exploited it in the wild since last year.',
    'It was exploited in the wild beginning in October 2023.',
    'The warning came after hackers were caught exploiting it.',
  ])('where the time of the attacks reaches into the present: %s', (text) => {
    expect(factsOf(press('ESXi flaw', text)).isExploited).toBe(true);
  });

  test('where a limit of versions reads like a comparison', () => {
    const text = 'CVE-2024-22273 affects ESXi versions lower than 8.0 U3.';
    expect(detailsOf(press('ESXi flaw', text)).affected).toEqual(['ESXi before 8.0 Update 3']);
  });
});

describe('sources that contradict each other', () => {
  const vendor = advisory(
    'VMSA-2024-0020: ESXi (CVE-2024-31111)',
    'ESXi 8.0 is affected and fixed in ESXi 8.0 U3f. We are not aware of exploitation of CVE-2024-31111.',
  );
  const paper = press(
    'ESXi hole CVE-2024-31111 exploited in the wild',
    'ESXi 8.0 U3f is still vulnerable to CVE-2024-31111. It is fixed in ESXi 8.0 U3g.',
    'paper',
  );

  test('are both named, with what each says of versions and of exploitation', () => {
    const { affected, fixed, stated } = detailsOf(vendor, paper);
    expect(affected).toEqual(['ESXi 8.0', 'ESXi 8.0 Update 3f (paper)']);
    expect(fixed).toEqual(['ESXi 8.0 Update 3f (vendor)', 'ESXi 8.0 Update 3g (paper)']);
    expect(stated?.map(({ text, source: by }) => `${by}: ${text}`)).toEqual([
      'vendor: Not known to be exploited',
      'paper: Exploited',
    ]);
  });

  test('need no names where they agree, or speak of different branches', () => {
    const same = press('ESXi hole CVE-2024-31111', 'It is fixed in ESXi80U3f-24784735.', 'a');
    const other = press('ESXi hole CVE-2024-31111', 'It is fixed in ESXi 7.0 U3w.', 'b');
    expect(detailsOf(vendor, same, other).fixed).toEqual([
      'ESXi 8.0 Update 3f',
      'ESXi 7.0 Update 3w',
    ]);
  });

  test('are not where nobody calls the flaw exploited', () => {
    expect(detailsOf(vendor).stated ?? []).toEqual([]);
  });
});

test('the first line of a changelog names a product and its version', () => {
  const title = 'proxmox-datacenter-manager (1.1.0) trixie; urgency=medium';
  expect(factsOf(press(title, '')).versions).toEqual(['Proxmox Datacenter Manager 1.1.0']);
});

test('an id on the limit of what is read is not taken for another one', () => {
  const filler = 'The rest is about hosts. '.repeat(300);
  const at = 'CVE-2024-2227';
  const text = `${filler.slice(0, 6000 - at.length - 1)} ${at}3 is fixed.`;
  expect(factsOf(press('Flaw in ESXi', text)).cves).toEqual([]);
});

describe('of several flaws', () => {
  const both = 'ESXi has two flaws, CVE-2024-31111 and CVE-2024-31112.';

  test('those that are exploited are known by their numbers', () => {
    const report = press('Flaws in ESXi', `${both} CVE-2024-31112 is exploited in the wild.`);
    expect(detailsOf(report)).toMatchObject({
      isExploited: true,
      exploited: ['CVE-2024-31112'],
      stated: [{ text: 'CVE-2024-31112 exploited' }],
    });
  });

  test('those that open data lists are', () => {
    const list = { source: 'KEV', url: 'https://kev.example' };
    const flaws = indexFlaws([{ ...list, facts: [{ cve: 'CVE-2024-31111', isExploited: true }] }]);
    const facts = extractFacts([press('Flaws in ESXi', both)], flaws, products);
    expect(facts.exploited).toEqual(['CVE-2024-31111']);
  });

  test.each([
    'They are exploited in the wild.',
    'CVE-2024-31111 and CVE-2024-31112 are exploited in the wild.',
  ])('none is named apart where it is said of all, or of no number: %s', (text) => {
    const facts = factsOf(press('Flaws in ESXi', `${both} ${text}`));
    expect(facts.isExploited).toBe(true);
    expect(facts.exploited).toBeUndefined();
  });
});

describe('versions that are affected are told where they are all that are', () => {
  const workstation = 'VMware Workstation 25.1 is affected by CVE-2024-31112.';

  test('and not where what the title, or else the opening, names has none', () => {
    expect(detailsOf(press('Flaws in vCenter and Workstation', workstation))).not.toHaveProperty(
      'affected',
    );
    const opening = `Flaws are in ESXi and VMware Workstation. ${workstation}`;
    expect(detailsOf(press('Two flaws', opening))).not.toHaveProperty('affected');
    expect(detailsOf(press('Flaw in VMware Workstation', workstation)).affected).toEqual([
      'VMware Workstation 25.1',
    ]);
  });

  test('and not where a report tells them of some of the flaws', () => {
    const all = press('CVE-2024-31111 and CVE-2024-31112 in ESXi', 'Both are grave.', 'one');
    const some = press('CVE-2024-31112 in ESXi', 'ESXi 8.0 is affected.', 'two');
    expect(detailsOf(all, some)).not.toHaveProperty('affected');
    expect(detailsOf(some).affected).toEqual(['ESXi 8.0']);
  });
});
