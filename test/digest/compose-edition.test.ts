import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/digest/compose-edition.ts';
import type { Edition } from '../../src/model/edition.ts';
import type { EditionInput } from '../../src/model/edition-input.ts';
import { entry, input, post, source } from './build.ts';

const RELEASE = post(
  'pve',
  '2024-04-24',
  'proxmox-press',
  'Proxmox VE 8.2 released',
  'Proxmox has released version 8.2 of Proxmox VE. It brings an import wizard for ESXi guests.',
);
const MOVE = post(
  'move',
  '2024-06-03',
  'register',
  'Computershare to move 24,000 VMs from VMware to Nutanix',
  'Computershare will take 24,000 virtual machines off VMware and run them on Nutanix AHV.',
);
const FLAW = post(
  'flaw',
  '2024-05-14',
  'vmware-advisories',
  'VMSA-2024-0010: VMware ESXi update addresses a vulnerability',
  'A critical vulnerability in VMware ESXi, CVE-2024-22267, CVSS 9.3. It is exploited in the wild.',
);
const TRIP = post('trip', '2024-05-20', 'register', 'A trip to the seaside', 'Sand and sun.');

const compose = (entries = [RELEASE, MOVE, FLAW, TRIP], given: Partial<EditionInput> = {}) =>
  composeEdition(input(entries, given));
const section = (edition: Edition, id: string) =>
  edition.sections.find(({ hypervisorId }) => hypervisorId === id);
const headlines = (edition: Edition, ids: readonly string[] = []) =>
  ids.map((id) => edition.stories.find((story) => story.id === id)?.headline);

describe('an edition', () => {
  test('is named, dated and a preview until it is issued', () => {
    const edition = compose();
    expect(edition).toMatchObject({
      id: 'late-spring-2024',
      name: 'Late Spring 2024',
      number: 0,
      issuedAt: '2024-06-05T16:00:00Z',
    });
  });

  test('has a section for each configured hypervisor, in the configured order', () => {
    expect(compose().sections.map(({ name }) => name)).toEqual([
      'XCP-ng',
      'Proxmox VE',
      'AHV',
      'vSphere',
    ]);
  });

  test('tells a story about two hypervisors in both sections, and holds it once', () => {
    const edition = compose();
    const [nutanix, vmware] = ['nutanix', 'vmware'].map(
      (id) => section(edition, id)?.storyIds ?? [],
    );
    expect(headlines(edition, nutanix)).toContain(MOVE.title);
    expect(headlines(edition, vmware)).toContain(MOVE.title);
    expect(edition.stories.filter(({ headline }) => headline === MOVE.title)).toHaveLength(1);
  });

  test('leaves out what is about none of the hypervisors', () => {
    expect(JSON.stringify(compose())).not.toContain('seaside');
  });

  test('says to patch now what is exploited', () => {
    const edition = compose();
    const story = edition.stories.find(({ headline }) => headline === FLAW.title);
    expect(edition.patchNow).toEqual([
      { storyId: story?.id, reason: 'exploited', cves: ['CVE-2024-22267'], cvss: 9.3 },
    ]);
  });

  test('takes a critical call for a reason to patch from the vendor only', () => {
    const title = 'vCenter update';
    const call = 'A critical vulnerability in VMware vCenter is fixed.';
    const flaw = post('f', '2024-05-14', 'site', title, call);
    const reasonWhen = (isVendor: boolean) =>
      compose([flaw], { sources: [source('site', { isVendor })] }).patchNow.map(
        ({ reason }) => reason,
      );
    expect(reasonWhen(true)).toEqual(['critical']);
    expect(reasonWhen(false)).toEqual([]);
  });

  test('leads with the best, and with at most two from one hypervisor', () => {
    const flaws = ['ESXi', 'vCenter', 'vSphere', 'VMware'].map((product, at) =>
      post(
        `f${at}`,
        `2024-05-${10 + at * 5}`,
        `site-${at}`,
        `${product} vulnerability number ${at}`,
        `${product} by VMware has a critical flaw, CVE-2024-${1000 * (at + 3)}, exploited in the wild.`,
      ),
    );
    const leads = headlines(compose([...flaws, RELEASE]), compose([...flaws, RELEASE]).leads);
    expect(leads).toHaveLength(3);
    expect(leads).toContain(RELEASE.title);
  });

  test('names the months in which a hypervisor was quiet although another was not', () => {
    const edition = compose();
    expect(section(edition, 'proxmox')?.quietMonths).toEqual(['2024-05']);
    expect(section(edition, 'xcp-ng')?.quietMonths).toEqual([]);
  });

  test('dates stories in the time zone of the site', () => {
    const late = { ...RELEASE, publishedAt: Temporal.Instant.from('2024-04-25T02:00:00Z') };
    expect(compose([late]).stories[0]?.publishedOn).toBe('2024-04-24');
  });

  test('counts an entry without a date by the time it was collected', () => {
    const { publishedAt: _, ...undated } = RELEASE;
    expect(compose([undated]).stories[0]?.publishedOn).toBe('2024-05-31');
  });

  test('prints whole sentences of the report it names', () => {
    const story = compose().stories.find(({ headline }) => headline === RELEASE.title);
    expect(story?.summary[0]).toBe('Proxmox has released version 8.2 of Proxmox VE.');
    expect(story?.summaryFrom).toBe('pve');
  });

  test('says why: labels, company and rank', () => {
    const story = compose().stories.find(({ headline }) => headline === RELEASE.title);
    expect(story?.why.labels[0]?.hypervisor).toBe('proxmox');
    expect(story?.why.labels[0]?.text).toMatch(/Proxmox/);
    expect(story?.why.rank[0]).toEqual({ text: 'A release of Proxmox VE', points: 5.8 });
  });

  test('shows upstream news only within a story about one of the hypervisors', () => {
    const xsa = post('xsa', '2024-05-14', 'xen', 'XSA-470', 'A guest can crash the host.');
    expect(compose([xsa, RELEASE]).stories).toHaveLength(1);
    const fix = post(
      'fix',
      '2024-05-15',
      'vates',
      'XCP-ng security update',
      'XCP-ng fixes XSA-470.',
    );
    const edition = compose([xsa, fix]);
    expect(edition.stories[0]?.reports.map(({ entryId }) => entryId)).toEqual(['fix', 'xsa']);
  });

  test('is the same whatever the order of its entries', () => {
    const entries = [RELEASE, MOVE, FLAW, TRIP];
    const sources = entries.map(({ sourceId }) => source(sourceId));
    expect(compose([...entries].reverse(), { sources })).toEqual(compose(entries, { sources }));
  });

  test('is the same to the byte where a source has one title twice', () => {
    const footer = 'We also report on attacks that exploit VMware ESXi in the wild.';
    const titles = ['Proxmox VE 8.2 released', 'XCP-ng 8.3 released', 'Nutanix AHV 10 released'];
    const feed = [titles[0] ?? '', ...titles].map((title, at) =>
      post(`f${at}`, '2024-05-14', 'feed', title, `${title}.\n${at === 0 ? '' : footer}`),
    );
    const entries = [...feed, RELEASE, MOVE, FLAW, TRIP];
    const sources = [...new Set(entries.map(({ sourceId }) => sourceId))].map((id) => source(id));
    const made = [1, 3, 5, 7].map((step) => {
      const shuffled = entries.map((_, at) => entries[(at * step + step) % entries.length]);
      return JSON.stringify(
        compose(
          shuffled.flatMap((one) => one ?? []),
          { sources },
        ),
      );
    });
    expect(new Set(made).size).toBe(1);
  });

  test('is JSON and nothing else', () => {
    const edition = compose();
    expect(JSON.parse(JSON.stringify(edition))).toEqual(edition);
  });
});

describe('a hypervisor with nothing to tell', () => {
  const MINOR = post('minor', '2024-05-14', 'xo', 'Xen Orchestra 5.95.1', 'A bug is fixed.');
  const vates = source('vates', { hypervisor: 'xcp-ng', isVendor: true });

  test('is said to have nothing new', () => {
    expect(section(compose(), 'xcp-ng')?.quiet).toEqual({
      reason: 'nothing-new',
      sources: { dedicated: 0, unread: 0 },
    });
  });

  test('is told from one with minor news only', () => {
    const edition = compose([MINOR, RELEASE]);
    expect(section(edition, 'xcp-ng')?.quiet?.reason).toBe('only-minor');
    expect(headlines(edition, section(edition, 'xcp-ng')?.briefIds)).toEqual([MINOR.title]);
  });

  test('shares a minor story with others in the section that it is most about', () => {
    const title = 'XCP-ng vs Proxmox vs Nutanix on old machines';
    const lab = post('lab', '2024-05-14', 'lab', title, 'XCP-ng runs well there.');
    const edition = compose([lab, MINOR]);
    const briefs = edition.sections.map(({ briefIds }) => headlines(edition, briefIds));
    expect(briefs).toEqual([[MINOR.title, title], [], [], []]);
    const proxmox = section(edition, 'proxmox');
    expect(proxmox?.quiet?.reason).toBe('only-minor');
    expect(headlines(edition, proxmox?.restIds)).toEqual([title]);
    const told = compose([lab, post('x', '2024-05-14', 'vates', 'XCP-ng 8.3 released')]);
    expect(told.sections.filter(({ briefIds }) => briefIds.length > 0)).toHaveLength(1);
  });

  test('is told from one whose sources could not be read', () => {
    const health = [{ sourceId: 'vates', failure: '503' }];
    const edition = compose([RELEASE], { sources: [vates], health });
    expect(section(edition, 'xcp-ng')?.quiet?.reason).toBe('sources-unreadable');
    const other = source('vates-two', { hypervisor: 'xcp-ng' });
    const readable = compose([RELEASE], { sources: [vates, other], health });
    expect(section(readable, 'xcp-ng')?.quiet).toMatchObject({
      reason: 'nothing-new',
      sources: { dedicated: 2, unread: 1 },
    });
  });

  test('has its last story told in an earlier edition named', () => {
    const earlier = compose([post('old', '2024-03-01', 'vates', 'XCP-ng 8.3 is available')]);
    expect(section(compose([RELEASE], { earlier: [earlier] }), 'xcp-ng')?.quiet).toMatchObject({
      reason: 'nothing-new',
      last: {
        title: 'XCP-ng 8.3 is available',
        url: 'https://vates.example/old',
        publishedOn: '2024-03-01',
      },
    });
  });

  test('has that story named as it was told, not by a later report of it', () => {
    const first = post('old', '2024-03-01', 'vates', 'XCP-ng 8.3 is available');
    const second = post('late', '2024-03-02', 'desk', 'XCP-ng 8.3 is available at last');
    const earlier = compose([first, second]);
    expect(earlier.stories.map(({ reports }) => reports.length)).toEqual([2]);
    const given = { earlier: [earlier], older: [first, second] };
    expect(section(compose([RELEASE], given), 'xcp-ng')?.quiet?.last).toMatchObject({
      title: earlier.stories[0]?.headline,
      publishedOn: '2024-03-01',
    });
  });

  test('has the story named that an earlier edition named so, which no entry goes back to', () => {
    const older = [post('old', '2023-03-01', 'vates', 'XCP-ng 8.2 is available')];
    const first = compose([RELEASE], { older });
    const quiet = section(compose([RELEASE], { earlier: [first] }), 'xcp-ng')?.quiet;
    expect(quiet?.last).toEqual({
      title: 'XCP-ng 8.2 is available',
      url: 'https://vates.example/old',
      publishedOn: '2023-03-01',
    });
    const newer = compose([post('new', '2024-03-01', 'vates', 'XCP-ng 8.3 is available')]);
    const since = section(compose([RELEASE], { earlier: [newer, first] }), 'xcp-ng')?.quiet;
    expect(since?.last?.title).toBe('XCP-ng 8.3 is available');
  });

  test('has a story named that is about it first, and a newer one about others only without', () => {
    const own = post('own', '2024-02-01', 'vates', 'XCP-ng 8.3 is available');
    const other = post(
      'other',
      '2024-03-01',
      'register',
      'VMware ESXi flaw CVE-2024-1111 is exploited in the wild',
      'A critical hole in VMware ESXi and vCenter. Whoever moved to XCP-ng has none.',
    );
    const about = compose([other], {
      edits: [
        {
          id: 'e1',
          madeAt: Temporal.Instant.from('2024-05-01T00:00:00Z'),
          kind: 'label',
          entryId: 'other',
          hypervisors: ['vmware', 'xcp-ng'],
        },
      ],
    });
    const lastOf = (earlier: Edition[]) =>
      section(compose([RELEASE], { earlier }), 'xcp-ng')?.quiet?.last?.title;
    expect(lastOf([about, compose([own])])).toBe(own.title);
    expect(lastOf([about])).toBe(other.title);
  });

  test('is told which sources of its vendor are read where none is dedicated to it', () => {
    const named = (id: string, name: string, given = {}) =>
      source(id, { name, isVendor: true, ...given });
    const sources = [
      named('one', 'Vates weekly'),
      named('two', 'All of Vates'),
      named('other', 'Vatesville Gazette'),
      named('else', 'Vates cooks', { isVendor: false }),
    ];
    const health = [{ sourceId: 'two', failure: '503' }];
    expect(section(compose([RELEASE], { sources, health }), 'xcp-ng')?.quiet).toEqual({
      reason: 'nothing-new',
      sources: { dedicated: 0, unread: 0 },
      vendorSources: { count: 2, unread: 1 },
    });
    const quiet = section(compose([RELEASE], { sources: [...sources, vates] }), 'xcp-ng')?.quiet;
    expect(quiet).toEqual({ reason: 'nothing-new', sources: { dedicated: 1, unread: 0 } });
  });

  test('has a newer story from before its first collection named instead', () => {
    const earlier = compose([post('old', '2024-02-01', 'vates', 'XCP-ng 8.3 is available')]);
    const older = [
      post('b2', '2024-02-15', 'vates', 'XCP-ng 8.4 is available'),
      post('tip', '2024-03-20', 'vates', 'How to configure XCP-ng'),
    ];
    const quiet = section(compose([RELEASE], { earlier: [earlier], older }), 'xcp-ng')?.quiet;
    expect(quiet?.last?.title).toBe('XCP-ng 8.4 is available');
  });

  test('loses nothing: what is too small to be named stands among the rest', () => {
    const chatter = [0, 1].map((at) =>
      entry(`c${at}`, `How to configure the Proxmox firewall, part ${'I'.repeat(at + 1)}`),
    );
    const edition = compose([RELEASE, ...chatter]);
    const rest = headlines(edition, section(edition, 'proxmox')?.restIds);
    expect(rest.sort()).toEqual(chatter.map(({ title }) => title));
  });

  test('tells what is urgent in full, however many stories rank above it', () => {
    const news = Array.from({ length: 12 }, (_, at) =>
      post(
        `n${at}`,
        '2024-05-14',
        `site-${at}`,
        `Proxmox raises licensing price of product ${'abcdefghijkl'[at]}zz`,
      ),
    );
    const quiet = 'Proxmox maintenance update';
    const why = 'Fixes CVE-2024-1, CVE-2024-4321 in Proxmox VE with CVSS 9.8.';
    const edition = compose([...news, post('grave', '2024-05-14', 'other', quiet, why)]);
    const told = headlines(edition, section(edition, 'proxmox')?.storyIds);
    expect(told).toContain(quiet);
    expect(edition.patchNow).toHaveLength(1);
    expect(new Set(edition.stories.map(({ id }) => id)).size).toBe(edition.stories.length);
    const { storyIds = [], briefIds = [], restIds = [] } = section(edition, 'proxmox') ?? {};
    expect([...storyIds, ...briefIds, ...restIds].sort()).toEqual(
      edition.stories.map(({ id }) => id).sort(),
    );
  });
});

test('the edition reports which sources were read, failed and were silent', () => {
  const sources = [source('proxmox-press'), source('down'), source('mute'), source('never')];
  const health = [
    { sourceId: 'proxmox-press' },
    { sourceId: 'down', failure: '[GET] https://down.example/feed: 404 Not Found' },
    { sourceId: 'mute', lastEntryAt: Temporal.Instant.from('2024-02-01T00:00:00Z') },
    { sourceId: 'never', lastEntryAt: Temporal.Instant.from('2024-04-20T00:00:00Z') },
  ];
  expect(compose([RELEASE], { sources, health }).sources).toEqual({
    read: 3,
    failed: [
      { id: 'down', name: 'down', reason: '[GET] https://down.example/feed: 404 Not Found' },
    ],
    silent: [{ id: 'mute', name: 'mute', lastEntryOn: '2024-01-31' }],
  });
});
