import { expect, test } from 'vitest';
import { groupStories } from '../../../src/digest/group/group-stories.ts';
import type { Topic } from '../../../src/model/classification.ts';
import { classified, post } from '../build.ts';

/** Reports on one topic and hypervisor, each by a press of its own. */
const reporter = (hypervisor: string, topic: Topic) => (id: string, date: string, title: string) =>
  classified(post(id, date, `press-${id}`, title), [hypervisor], [topic]);
const stories = (...entries: ReturnType<typeof classified>[]) => groupStories(entries).length;

test('one flaw in one product is one story months later, another kind of flaw is not', () => {
  const fix = classified(
    post('a', '2024-04-02', 'soc', 'vCenter updates address a deserialization flaw'),
    ['vmware'],
    ['security'],
  );
  const listed = (title: string) =>
    classified(post('b', '2024-06-20', 'kev', title), ['vmware'], ['security']);
  expect(stories(fix, listed('vCenter Server deserialization vulnerability'))).toBe(1);
  expect(stories(fix, listed('vCenter Server path traversal vulnerability'))).toBe(2);
});

test('notices and guides on one support portal are one story, the knowledge base is another', () => {
  const page = (id: string, title: string) =>
    classified(post(id, '2024-05-06', 'kb', title), ['vmware'], ['lifecycle']);
  const closes = page('a', 'The customer portal closes');
  expect(stories(closes, page('b', 'User guide for the support portal'))).toBe(1);
  expect(stories(closes, page('c', 'The knowledge base moved to the support portal'))).toBe(2);
});

test('what becomes of a partner programme is one story for weeks', () => {
  const report = reporter('vmware', 'partnership');
  const purge = report('a', '2025-06-03', 'Broadcom’s partner program purge risks defections');
  const cuts = report('b', '2025-06-15', 'Smallest VMware partners are cut');
  const later = report('c', '2025-09-15', 'Another shake-up for VMware partners');
  expect(stories(purge, cuts)).toBe(1);
  expect(stories(purge, later)).toBe(2);
});

test('a point release of one source goes on with its release, the next release does not', () => {
  const release = (id: string, version: string) =>
    classified(post(id, '2024-05-06', 'log', `Xen Orchestra ${version}`), ['xcp-ng'], ['release']);
  expect(stories(release('a', '5.94.0'), release('b', '5.94.1'))).toBe(1);
  expect(stories(release('a', '5.94.0'), release('c', '5.95.0'))).toBe(2);
});

test('orders to the offices of a state are one story within days', () => {
  const order = reporter('vmware', 'security');
  const first = order('a', '2022-05-18', 'Feds told to fix VMware bugs');
  const second = 'CISA issues emergency directive on Workspace ONE flaws';
  expect(stories(first, order('b', '2022-05-19', second))).toBe(1);
  expect(stories(first, order('b', '2022-07-19', second))).toBe(2);
  expect(stories(first, order('b', '2022-05-19', 'Workspace ONE flaws are mended'))).toBe(2);
});

test('what becomes free of charge is one story within days, and the end of that another', () => {
  const free = reporter('vmware', 'licensing');
  const back = free('a', '2025-04-11', 'ESXi can be had for free, download it now');
  const again = 'VMware quietly brings back its free ESXi hypervisor';
  expect(stories(back, free('b', '2025-04-17', again))).toBe(1);
  expect(stories(back, free('b', '2025-06-17', again))).toBe(2);
  expect(stories(back, free('b', '2025-04-17', 'VMware ends its free ESXi hypervisor'))).toBe(2);
});

test('reports on the end of one version are one story within weeks', () => {
  const end = reporter('proxmox', 'lifecycle');
  const notice = end('a', '2026-07-15', 'Proxmox VE 8 end of life: August 2026');
  const list = 'Upgrade checklist for the end of Proxmox VE 8';
  expect(stories(notice, end('b', '2026-08-10', list))).toBe(1);
  expect(stories(notice, end('b', '2026-12-10', list))).toBe(2);
  expect(stories(notice, end('b', '2026-08-10', list.replace('8', '7')))).toBe(2);
});

test('what a hundred headlines say of one step of a takeover is one story', () => {
  const report = reporter('vmware', 'business');
  const closed = report('a', '2023-11-22', 'Broadcom completes acquisition of VMware');
  const again = report('b', '2023-11-24', 'Done: chip maker seals $69 billion virtualization deal');
  const announced = report('c', '2022-05-26', 'Broadcom to buy VMware');
  expect(stories(closed, again)).toBe(1);
  expect(stories(closed, announced)).toBe(2);
});

test('what two authorities decide on a takeover is two stories', () => {
  const report = reporter('vmware', 'business');
  const brussels = report('a', '2023-07-12', 'EU clears Broadcom’s VMware takeover');
  const london = report('b', '2023-07-19', 'UK clears Broadcom’s VMware takeover');
  const again = report('c', '2023-07-13', 'VMware merger wins the nod of Brussels');
  expect(stories(brussels, london)).toBe(2);
  expect(stories(brussels, again)).toBe(1);
});
