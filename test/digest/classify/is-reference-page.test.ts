import { describe, expect, test } from 'vitest';
import { isReferencePage } from '../../../src/digest/classify/is-reference-page.ts';
import { rankStories } from '../../../src/digest/rank/rank-stories.ts';
import { classified, HYPERVISORS, post } from '../build.ts';

test.each([
  'License key management for VMware products',
  'User Administrator guide for the Broadcom support portal',
  'No entitlements needed for these popular VMware downloads',
  'Nutanix licensing FAQ',
  'Nutanix Licensing in 2026 for Teams Leaving VMware',
  'VMware to Nutanix Migration: The 2026 Playbook',
])('"%s" is a page to look things up', (title) => {
  expect(isReferencePage(title)).toBe(true);
});

test.each([
  'Broadcom ends perpetual licenses',
  'New licensing guide: Broadcom changes the core minimum',
  'Proxmox VE 8.2 released',
  'Broadcom triples VMware prices in 2026',
])('"%s" is news', (title) => {
  expect(isReferencePage(title)).toBe(false);
});

describe('a page to look things up', () => {
  const page = (title: string) =>
    classified(post(title, '2024-05-06', 'kb', title), ['vmware'], ['licensing']);
  const scoreOf = (...titles: string[]) =>
    rankStories([{ entries: titles.map(page), together: [] }], HYPERVISORS)[0];

  test('ranks below news on the same topic', () => {
    const evergreen = scoreOf('License key management for VMware products')?.score ?? 9;
    expect(evergreen).toBeLessThan(scoreOf('VMware licenses cost more')?.score ?? 0);
    expect(evergreen).toBeLessThan(1.6);
  });

  test('does not tell a story that another report tells', () => {
    const story = scoreOf('License key management for VMware', 'VMware licenses cost more');
    expect(story?.entries[0]?.entry.title).toBe('VMware licenses cost more');
  });
});
