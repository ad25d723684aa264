import { describe, expect, test } from 'vitest';
import type { ClassifiedEntry } from '../../../src/digest/classify/classified-entry.ts';
import { inTellingOrder, inTextOrder } from '../../../src/digest/rank/choose-head.ts';
import { rankStories } from '../../../src/digest/rank/rank-stories.ts';
import type { Source } from '../../../src/model/source.ts';
import { classified, HYPERVISORS, post, source } from '../build.ts';

const rank = (...entries: readonly ClassifiedEntry[]) =>
  rankStories([{ entries, together: [] }], HYPERVISORS)[0];
const reasons = (...entries: readonly ClassifiedEntry[]) =>
  rank(...entries)?.points.map(({ text }) => text);
const on = (
  title: string,
  topics: Parameters<typeof classified>[2],
  text = '',
  about = ['vmware'],
) => classified(post(title, '2024-05-14', 'one', title, text), about, topics);

describe('a story gets points, each with its reason', () => {
  test('for being exploited, for security and for being critical', () => {
    const story = rank(
      on('vCenter flaw', ['security'], 'A critical flaw, CVSS 9.8. It is exploited in the wild.'),
    );
    expect(story?.points.map(({ text }) => text)).toEqual([
      'Known to be exploited',
      'Security',
      'Critical: CVSS 9.8',
    ]);
    expect(story?.score).toBe(4.3);
  });

  test('for being critical more, where nobody uses the flaw yet', () => {
    const story = rank(on('vCenter flaw', ['security'], 'A critical flaw, CVSS 9.8.'));
    expect(story?.points).toEqual([
      { text: 'Critical: CVSS 9.8', points: 1.9 },
      { text: 'Security', points: 1.4 },
    ]);
    const called = rank(on('vCenter flaw', ['security'], 'A critical flaw.'));
    expect(called?.points[1]).toEqual({ text: 'Called critical', points: 1.2 });
  });

  test('for the release of a flagship, more than for that of another product', () => {
    expect(reasons(on('vSphere 9.1 is available', ['release']))).toEqual(['A release of vSphere']);
    expect(reasons(on('Gizmo 4.2 is available', ['release']))).toEqual(['A release']);
    expect(reasons(on('Gizmo 4.0 is available', ['release']))).toContain('A new major version');
  });

  test('for a new major version of a flagship, more than for another release of it', () => {
    const major = ['vSphere 9.0 is available', 'Introducing vSphere 9: more of it'];
    for (const title of major) {
      expect(reasons(on(title, ['release']))?.[0]).toBe('A new major version of vSphere');
    }
    expect(reasons(on('vSphere 8.0.3 is out', ['release']))).toEqual(['A release of vSphere']);
  });

  test('for an update of a flagship, and next to none for its patches', () => {
    const update = on('vSphere 8 Update 3 is available', ['release', 'point-release']);
    const patch = on('vSphere 8.0 Update 3e is available', ['release', 'point-release']);
    expect(reasons(update)).toEqual(['An update of vSphere']);
    expect(reasons(patch)).toEqual(['A point release']);
  });

  test('for a point release that is to stay as for an update', () => {
    const story = on('vSphere 8.2.1 LTS', ['release', 'point-release']);
    expect(reasons(story)).toEqual(['An update of vSphere']);
  });

  test('for a flagship that goes by the name of its vendor', () => {
    const story = on('Distribution Release: Proxmox 8.1', ['release'], '', ['proxmox']);
    expect(reasons(story)).toEqual(['A release of Proxmox VE']);
  });

  test('for a flaw in an API, though tools for it count less', () => {
    const flaw = reasons(on('ESXi API gives away the keys', ['security', 'tooling']));
    expect(flaw).not.toContain('About third-party tooling');
    expect(reasons(on('A new API client', ['tooling']))).toEqual(['About third-party tooling']);
  });

  test('for an update that causes trouble', () => {
    const story = on('Windows Server KB5062557 causes cluster issues', [], '', ['hyper-v']);
    expect(reasons(story)).toEqual(['An update that breaks something']);
  });

  test('for what another product supports as for a release of that product', () => {
    const story = on('Gizmo Backup 13 adds support for ESXi 9 and VMware vSphere 9', ['release']);
    expect(reasons(story)).toEqual(['A release']);
  });

  test('for notes and tours less than for the announcement that they go with', () => {
    for (const title of ['vSphere 9.0 Release Notes', 'What’s new in vSphere 9.0']) {
      expect(reasons(on(title, ['release']))).toEqual(['On what is new in vSphere']);
    }
  });

  test('for a launch more than for a tour', () => {
    expect(reasons(on('vSphere 9.1 launch: key features', ['release']))).toContain(
      'A release of vSphere',
    );
  });

  test('for a release that its tour announces as well', () => {
    expect(reasons(on('vSphere 9.1 released: what’s new', ['release']))).toEqual([
      'A release of vSphere',
    ]);
  });

  test('for a release that only the text tells of less than for one in the title', () => {
    const text = 'A new release has been announced.';
    expect(reasons(on('vSphere: the vision is ahead of the product', ['release'], text))).toEqual([
      'On a release of vSphere',
    ]);
    expect(reasons(on('vSphere is generally available', ['release']))).toEqual([
      'A release of vSphere',
    ]);
  });

  test('for a release that opens a branch, however its version is written', () => {
    const version = (title: string) => reasons(on(title, ['release', 'point-release']));
    expect(version('Gizmo v1.5.0')).toEqual(['A release']);
    expect(version('Gizmo v1.5.1')).toEqual(['A point release']);
  });

  test('for big numbers, but not in a guide', () => {
    const text = 'Made for 20,000 virtual machines.';
    expect(reasons(on('What is in it', ['lifecycle'], text))).toContain('Big numbers');
    expect(reasons(on('What is in it', ['lifecycle', 'how-to'], text))).not.toContain(
      'Big numbers',
    );
  });

  test('for a monthly release no more than for a build', () => {
    for (const month of ['2510', '3001']) {
      const story = rank(on(`What is new in vSphere ${month}`, ['release']));
      expect(story?.points).toEqual([{ text: 'A monthly release of vSphere', points: 1.25 }]);
    }
  });

  test('for a release that is only promised less than for one that is there', () => {
    for (const title of ['vSphere 9 will be released in June', 'Release of vSphere 9.1 delayed']) {
      const story = rank(on(title, ['release']));
      expect(story?.points).toEqual([{ text: 'A release of vSphere to come', points: 2.4 }]);
    }
    const both = rank(
      on('vSphere 9.1 expected', ['release']),
      on('vSphere 9.1 is out', ['release']),
    );
    expect(both?.points[0]?.text).toBe('A release of vSphere');
  });

  test('for no preview where a feature is in preview', () => {
    const text = 'The scheduler comes in preview.';
    expect(reasons(on('vSphere 9.1 is here', ['release', 'preview'], text))).toEqual([
      'A release of vSphere',
    ]);
  });

  test('for a build for insiders no more than for any preview', () => {
    expect(reasons(on('vSphere 9 preview build 123', ['release', 'preview']))).toEqual([
      'A test build of vSphere',
    ]);
  });

  test('for a preview of a flagship, also where only the lead calls it one', () => {
    for (const title of ['vSphere 9 preview', 'vSphere 9 Release Candidate', 'vSphere 9 betas'])
      expect(reasons(on(title, ['release', 'preview'])), title).toEqual(['A preview of vSphere']);
    expect(
      reasons(on('What comes with vSphere 9', ['release'], 'It is available as a preview.')),
    ).toEqual(['A preview of vSphere']);
  });

  test('for no flagship where something is made for one', () => {
    expect(reasons(on('A kernel for vSphere 9 is available', ['release']))).toEqual(['A release']);
    expect(reasons(on('Tags arrive in vSphere 9', ['release']))).toEqual(['A release']);
    const bundle = 'vSphere with Acme storage is now available';
    expect(reasons(on(bundle, ['release']))).toEqual(['A release']);
    expect(reasons(on('What is new in vSphere 9', ['release']))).toEqual([
      'On what is new in vSphere',
    ]);
  });

  test('for no flagship where only the terms of a part of it change', () => {
    const part = 'vSphere 9 Hotpatching rolls out, requires subscription';
    expect(reasons(on(part, ['release', 'licensing']))).not.toContain(
      'A new major version of vSphere',
    );
    const whole = 'vSphere 9 is now available by subscription';
    expect(reasons(on(whole, ['release', 'licensing']))).toContain(
      'A new major version of vSphere',
    );
  });

  test('for what a court orders', () => {
    const ordered = 'Court orders Broadcom to go on with support for VMware';
    expect(reasons(on(ordered, ['licensing']))).toContain('A legal dispute');
  });

  test('for a point release, next to none', () => {
    expect(reasons(on('Gizmo 4.2.1', ['release', 'point-release']))).toEqual(['A point release']);
    expect(reasons(on('Xen Orchestra 5.95.0', ['release', 'point-release']))).toEqual([
      'A release',
    ]);
  });

  test('for licences, and more where something becomes free', () => {
    expect(reasons(on('Workstation Pro is free for personal use', ['licensing']))).toEqual([
      'Licensing or price',
      'Something becomes free of charge',
    ]);
  });

  test('half for advice, which is no news', () => {
    const story = rank(on('How to count VMware licenses', ['licensing', 'how-to']));
    expect(story?.points.map(({ text, points }) => `${text} ${points}`)).toEqual([
      'Licensing or price, as advice 1.25',
      'A how-to -1.5',
    ]);
  });

  test('for a company that changes hands more than for its results', () => {
    expect(reasons(on('Broadcom completes acquisition of VMware', ['business']))).toEqual([
      'A company changes hands',
    ]);
    expect(reasons(on('Broadcom reports its quarter', ['business']))).toEqual(['Business news']);
    expect(reasons(on('Court hears complaint on VMware takeover', ['business']))).toEqual([
      'Business news',
    ]);
  });

  test('for what costs nothing any more, and for what costs something now', () => {
    expect(reasons(on('ESXi is free again', ['licensing']))).toContain(
      'Something becomes free of charge',
    );
    expect(reasons(on('ESXi est à nouveau gratuit', ['licensing']))).toContain(
      'Something becomes free of charge',
    );
    for (const title of ['Broadcom supprime la version gratuite', 'Das Aus für ESXi gratis'])
      expect(reasons(on(title, ['licensing'])), title).toContain(
        'Something is no longer free of charge',
      );
    expect(reasons(on('Broadcom ends free ESXi', ['licensing']))).toContain(
      'Something is no longer free of charge',
    );
    expect(reasons(on('Tools are in the free downloads again', ['licensing']))).toEqual([
      'Licensing or price, in passing',
    ]);
    const guide = reasons(on('ESXi from free to paid: options', ['licensing'])) ?? [];
    expect(guide.filter((text) => text.includes('free'))).toEqual([]);
  });

  test('for a takeover by how far it is, and little for what a maker of a platform buys', () => {
    const told = (title: string) => reasons(on(title, ['business']));
    expect(told('China approves Broadcom’s deal for VMware')).toEqual(['A company changes hands']);
    expect(told('Acme in talks to buy VMware')).toEqual(['A company may change hands']);
    expect(told('EU opens an investigation into the VMware takeover')).toEqual([
      'A takeover is looked into',
    ]);
    for (const title of [
      'Broadcom acquires Gizmo Labs',
      'Broadcom to acquire Gizmo Labs',
      'Acme to acquire Broadcom’s desktop business',
      'Acme buys Gizmo',
      'Gizmo Labs acquired by Broadcom',
    ])
      expect(told(title), title).toEqual(['A company is bought']);
    expect(told('Broadcom to acquire VMware')).toEqual(['A company changes hands']);
    for (const title of [
      'The VMware takeover at one year',
      'VMware prices since the acquisition',
      'Acme: no talks to buy VMware',
    ])
      expect(told(title), title).toEqual(['Business news']);
  });

  test('for a company that is for sale, and not for what came after one was sold', () => {
    expect(reasons(on('Flaw allows host takeover', ['security']))).toEqual(['Security']);
    const sale = on('Acme explores sale after receiving takeover interest', ['business']);
    expect(reasons(sale)).toEqual(['A company may change hands']);
    const later = on('Acme raises prices after the Gizmo acquisition', ['business']);
    expect(reasons(later)).toEqual(['Business news']);
    const staff = on('Acme cuts staff following its $69 billion Gizmo acquisition', ['business']);
    expect(reasons(staff)).not.toContain('A company changes hands');
  });

  test('for the end of what customers hold', () => {
    const over = 'What customers hold is sold no more';
    for (const title of [
      'Broadcom ends sales of perpetual VMware licenses',
      'VMware kills vSphere Foundation in parts of EMEA',
      'Broadcom plans rapid subscription transition for VMware',
    ])
      expect(reasons(on(title, ['licensing'])), title).toContain(over);
    const bill = 'Broadcom audits holders of perpetual VMware licenses';
    expect(reasons(on(bill, ['licensing']))).not.toContain(over);
  });

  test('for somebody who moves more than for words on moving', () => {
    expect(reasons(on('Beeks ditches VMware', ['migration']))).toEqual([
      'Somebody moves to another platform',
    ]);
    expect(reasons(on('Spurs swaps VMware for Gizmo', ['migration']))).toEqual([
      'Somebody moves to another platform',
    ]);
    expect(reasons(on('Acme Bank to leave VMware', ['migration']))).toEqual([
      'Somebody moves to another platform',
    ]);
    expect(reasons(on('Acme Bank moving its VMs off VMware', ['migration']))).toEqual([
      'Somebody moves to another platform',
    ]);
    for (const title of ['Migrating from VMware', 'Ways to leave VMware', 'Time to leave VMware']) {
      expect(reasons(on(title, ['migration']))).toEqual(['On moving to another platform']);
    }
  });

  test('more where it is a flagship whose support ends', () => {
    for (const title of ['vSphere 7 reaches end of support', 'End of support of vSphere 7 is near'])
      expect(reasons(on(title, ['lifecycle']))).toEqual([
        'Support or availability ends or changes',
        'It is vSphere that ends or changes',
      ]);
  });

  test('for an update that breaks something', () => {
    expect(reasons(on('January updates break virtual machines', []))).toEqual([
      'An update that breaks something',
    ]);
    expect(reasons(on('January updates speed up virtual machines', []))).toEqual([]);
  });

  test('half for how terms work, where none changes', () => {
    const points = (title: string) =>
      rank(on(title, ['licensing']))?.points.map(({ text }) => text);
    expect(points('VMware licensing: VVF vs VCF')).toEqual(['Licensing or price, as advice']);
    expect(points('Counting cores for VMware licenses')).toEqual(['Licensing or price, as advice']);
    expect(points('Broadcom changes VMware licenses')).toEqual(['Licensing or price']);
  });

  test('half for an end, or a partner, that a flaw is told with', () => {
    const story = rank(on('VMware patches end-of-life vCenter', ['security', 'lifecycle']));
    expect(story?.points).toContainEqual({
      text: 'Support or availability ends or changes, in passing',
      points: 1,
    });
  });

  test('half for what only the text says', () => {
    const story = rank(on('A tour of the house', ['licensing'], 'A word on licensing, too.'));
    expect(story?.points).toEqual([{ text: 'Licensing or price, in passing', points: 1.25 }]);
  });

  test('for billions', () => {
    const deal = (title: string) => reasons(on(title, ['business']));
    expect(deal('Broadcom could acquire VMware for $60 Billion')).toContain('Big numbers');
    expect(deal('Broadcom could acquire VMware for $60')).not.toContain('Big numbers');
    expect(reasons(on('Flaw CVE-2026-41512 lets VMs escape', ['security']))).not.toContain(
      'Big numbers',
    );
  });

  test('for concerning several platforms, and how many, and for big numbers', () => {
    const move = classified(
      post('m', '2024-06-03', 'one', 'Computershare migrates 24,000 VMs from VMware to Nutanix'),
      ['vmware', 'nutanix'],
      ['migration'],
    );
    expect(reasons(move)).toEqual([
      'Somebody moves to another platform',
      'Big numbers',
      'Concerns 2 platforms',
    ]);
    const all = classified(move.entry, ['vmware', 'nutanix', 'proxmox']);
    expect(reasons(all)).toContain('Concerns 3 platforms');
  });

  test('for each independent publisher, of which a mirror is none', () => {
    const one = classified(post('a', '2024-05-14', 'one', 'Broadcom ends it'), ['vmware']);
    const two = classified(post('b', '2024-05-14', 'two', 'It ends'), ['vmware']);
    const mirror = classified(post('c', '2024-05-14', 'six', 'Broadcom ends it'), ['vmware']);
    expect(reasons(one, two)).toEqual(['Reported by 2 independent publishers']);
    expect(reasons(one, mirror)).toEqual([]);
  });

  test('for one voice, where a vendor speaks in two places', () => {
    const own = (id: string) => source(id, { isVendor: true, hypervisor: 'xcp-ng' });
    const blog = classified(
      post('a', '2024-05-14', 'blog', 'Orchestra is out'),
      ['xcp-ng'],
      [],
      own('blog'),
    );
    const log = classified(
      post('b', '2024-05-14', 'log', 'Orchestra, changes'),
      ['xcp-ng'],
      [],
      own('log'),
    );
    expect(reasons(blog, log)).toEqual([]);
  });

  test('for a jubilee', () => {
    expect(reasons(on('Birth of a hypervisor', [], 'AHV turns 10 this year.'))).toEqual([
      'A jubilee',
    ]);
    expect(reasons(on('A note', [], 'We have run it for 10 years.'))).toEqual([]);
  });

  test.each([
    ['how-to', 'A how-to'],
    ['tooling', 'About third-party tooling'],
    ['community', 'Community talk'],
    ['event', 'An event'],
    ['round-up', 'A round-up'],
    ['maintenance', 'Routine maintenance'],
  ] as const)('against being %s', (topic, text) => {
    const story = rank(on('Words', [topic]));
    expect(story?.points.map((point) => point.text)).toEqual([text]);
    expect(story?.score).toBeLessThan(0);
  });

  test('for making something known, and against what somebody makes of it', () => {
    expect(reasons(on('Nutanix announces a scheduler', []))).toEqual(['An announcement']);
    expect(reasons(on('A scheduler for Nutanix', []))).toEqual([]);
    expect(reasons(on('Opinion: the VMware lawsuits', ['business']))).toEqual([
      'Business news',
      'A comment, not news',
    ]);
  });

  test('against asking, where nothing is told', () => {
    expect(reasons(on('Will VMware prices rise?', ['licensing']))).toContain(
      'A question, not news',
    );
    expect(reasons(on('What is new in vSphere 9?', ['release']))).not.toContain(
      'A question, not news',
    );
  });

  test('but not against talk beside a report', () => {
    const report = classified(post('a', '2024-05-14', 'one', 'A note'), ['vmware']);
    const talk = classified(post('b', '2024-05-14', 'two', 'Thread'), ['vmware'], ['community']);
    expect(reasons(report, talk)).toEqual(['Reported by 2 independent publishers']);
  });

  test('against being about a side product only', () => {
    const stored = post('a', '2024-05-14', 'one', 'Mail gateway');
    const labels = [{ hypervisor: 'proxmox', score: 4, because: 'x', isSideProduct: true }];
    expect(reasons({ entry: stored, labels, topics: [] })).toEqual(['About a side product']);
  });

  test('but advice on security is no security notice', () => {
    expect(reasons(on('What ransomware teaches', ['security']))).toEqual(['Security at large']);
    expect(reasons(on('Ransomware encrypts virtual machines', ['security']))).toEqual(['Security']);
    expect(reasons(on('Massive ransomware attack on servers', ['security']))).toEqual([
      'Security',
      'A wave of attacks',
    ]);
    expect(reasons(on('vSphere 9 with better security', ['security', 'release']))).toEqual([
      'A new major version of vSphere',
    ]);
  });
});

describe('a flaw', () => {
  const flaw = (title: string, text = '', from?: Source) =>
    rank(classified(post('f', '2024-05-14', 'one', title, text), ['vmware'], ['security'], from));
  const said = (...given: Parameters<typeof flaw>) =>
    flaw(...given)?.points.map(({ text }) => text);
  const open = 'Out of a guest, or without login';

  test('that lets a guest out, or asks for no login, weighs more, where nothing else says how bad', () => {
    expect(said('Guest-to-host escape in ESXi')).toContain(open);
    expect(said('ESXi flaw lets guests escape to the host')).toContain(open);
    expect(said('Pre-auth code execution in vCenter')).toContain(open);
    expect(said('ESXi guest can crash the host: VM escape is ruled out, DoS is not')).not.toContain(
      open,
    );
    expect(said('Code execution in vCenter by an admin')).not.toContain(open);
    expect(said('Guest-to-host escape in ESXi', 'A critical flaw, CVSS 9.3.')).not.toContain(open);
  });

  test('that its maker says it does not have is no bigger for all who tell of it', () => {
    const vendor = source('vendor', { isVendor: true });
    const told = (title: string) =>
      reasons(
        classified(post('v', '2024-05-14', 'vendor', title), ['vmware'], ['security'], vendor),
        classified(post('a', '2024-05-14', 'one', 'CVE-2024-1111'), ['vmware'], ['security']),
      );
    const many = 'Reported by 2 independent publishers';
    expect(told('vSphere is not affected by CVE-2024-1111')).not.toContain(many);
    expect(told('vSphere is affected by CVE-2024-1111')).toContain(many);
  });
});

describe('a story of several reports', () => {
  test('is told by the vendor, then by the others in order of time', () => {
    const vendor = source('vendor', { isVendor: true });
    const story = rank(
      classified(post('a', '2024-05-12', 'one', 'Press on the Gizmo'), ['vmware']),
      classified(post('b', '2024-05-13', 'two', 'More press on the Gizmo'), ['vmware']),
      classified(
        post('v', '2024-05-14', 'vendor', 'The Gizmo suite arrives'),
        ['vmware'],
        [],
        vendor,
      ),
    );
    expect(story?.entries.map(({ entry }) => entry.id)).toEqual(['v', 'a', 'b']);
  });

  test('is not told by a bare advisory number while a report has a telling title', () => {
    const vendor = source('vendor', { isVendor: true });
    const story = rank(
      classified(
        post('v', '2024-05-14', 'vendor', 'VMSA-2024-0011'),
        ['vmware'],
        ['security'],
        vendor,
      ),
      classified(
        post('a', '2024-05-15', 'one', 'VMware closes holes in vCenter'),
        ['vmware'],
        ['security'],
      ),
    );
    expect(story?.entries[0]?.entry.id).toBe('a');
  });

  test('about several that say the same of it is about them in the order of the operator', () => {
    const story = rank(
      classified(post('a', '2024-05-12', 'one', 'Alpha'), ['vmware', 'nutanix', 'xcp-ng']),
    );
    expect(story?.hypervisors).toEqual(['xcp-ng', 'nutanix', 'vmware']);
  });

  test('is about what half of its reports are about', () => {
    const story = rank(
      classified(post('a', '2024-05-12', 'one', 'Alpha'), ['proxmox'], ['release']),
      classified(
        post('b', '2024-05-12', 'two', 'Beta'),
        ['proxmox', 'vmware'],
        ['release', 'event'],
      ),
      classified(post('c', '2024-05-12', 'six', 'Gamma'), ['proxmox'], ['release']),
    );
    expect(story?.hypervisors).toEqual(['proxmox']);
    expect(story?.topics).toEqual(['release']);
  });
});

test('the best stories come first; of equals the newer, age counting for nothing else', () => {
  const group = (entry: ClassifiedEntry) => ({ entries: [entry], together: [] });
  const old = classified(
    post('old', '2024-04-02', 'one', 'vSphere 9.0 is available'),
    ['vmware'],
    ['release'],
  );
  const note = classified(post('note', '2024-06-04', 'one', 'A note'), ['vmware']);
  const newer = classified(post('newer', '2024-06-05', 'one', 'Another note'), ['vmware']);
  const ranked = rankStories([note, newer, old].map(group), HYPERVISORS);
  expect(ranked.map(({ entries }) => entries[0]?.entry.id)).toEqual(['old', 'newer', 'note']);
});

describe('a story is told by the report whose title says what it is about', () => {
  const headOf = (...titles: string[]) =>
    inTellingOrder({ entries: titles.map((title) => on(title, ['security'])) })[0]?.entry.title;
  const telling = 'Three holes in ESXi are attacked';

  test.each([
    'VMSA-2026-0006: Questions & Answers',
    'VMSA-2026-0006 FAQ',
    'Daily Threat Briefing – March 20, 2026',
    'Weekly security news',
  ])('and not by "%s"', (title) => {
    expect(headOf(title, telling)).toBe(telling);
    expect(headOf(title)).toBe(title);
  });

  test('while the text may be that of the vendor, under such a title, too', () => {
    const vendor = source('vendor', { isVendor: true });
    const faq = post('faq', '2024-05-15', 'vendor', 'VMSA-2026-0006: Questions & Answers on ESXi');
    const entries = [on(telling, ['security']), classified(faq, ['vmware'], ['security'], vendor)];
    expect(inTellingOrder({ entries })[0]?.entry.title).toBe(telling);
    expect(inTextOrder({ entries })[0]?.entry.title).toBe(faq.title);
  });

  test.each([
    'Q&A with the makers of the vCenter appliance',
    'Daily backups of vCenter fail after an update',
  ])('as "%s" does', (title) => {
    expect(headOf(title, 'ESXi')).toBe(title);
  });
});
