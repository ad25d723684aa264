import { expect, test } from 'vitest';
import { assembleFacts } from '../../../src/collect/facts/assemble-facts.ts';
import type { FactContent, FactDocument, OpenData } from '../../../src/model/open-data.ts';

const monday = Temporal.Instant.from('2024-06-03T08:00:00Z');
const tuesday = monday.add({ hours: 24 });

const kev: OpenData = {
  id: 'kev',
  name: 'CISA KEV',
  kind: 'kev',
  url: 'https://kev.example/list.json',
  page: 'https://kev.example/',
};
const proxmox: OpenData = {
  id: 'eol',
  name: 'endoflife.date',
  kind: 'end-of-life',
  url: 'https://eol.example/proxmox-ve',
  hypervisor: 'proxmox',
  product: 'Proxmox VE',
};
const msrc: OpenData = { id: 'msrc', name: 'MSRC', kind: 'msrc', url: 'https://msrc.example/v3' };
const part = (id: string, revision: string) => ({
  id,
  url: `https://msrc.example/${id}`,
  revision,
});

function stored(
  id: string,
  url: string,
  content: FactContent | undefined,
  lastSuccessAt = monday,
): [string, FactDocument] {
  const state = { sourceId: id, url, failuresInARow: 0, lastSuccessAt };
  return [id, { state, ...(content && { content }) }];
}

const kevStored = stored('kev', kev.url, { flaws: [{ cve: 'CVE-2024-1' }] });

test('a list of flaws stands under its name, with the page for readers and its age', () => {
  expect(assembleFacts([kev], new Map([kevStored]))).toEqual({
    flaws: [
      {
        source: 'CISA KEV',
        url: 'https://kev.example/',
        fetchedAt: monday,
        facts: [{ cve: 'CVE-2024-1' }],
      },
    ],
    cycles: [],
  });
});

test('versions belong to the hypervisor and the product that are configured now', () => {
  const document = stored('eol', proxmox.url, { cycles: [{ cycle: '8', latest: '8.2' }] });
  const renamed = { ...proxmox, hypervisor: 'pve', product: 'PVE' };
  expect(assembleFacts([renamed], new Map([document]))?.cycles).toEqual([
    {
      source: 'endoflife.date',
      url: 'https://eol.example/proxmox-ve',
      fetchedAt: monday,
      facts: [{ hypervisor: 'pve', product: 'PVE', cycle: '8', latest: '8.2' }],
    },
  ]);
});

test('nothing is known when nothing is configured', () => {
  expect(assembleFacts([], new Map([kevStored]))).toBeUndefined();
});

test.each([
  ['it was not asked for', undefined],
  ['it was never read', stored('kev', kev.url, undefined)],
  ['what was read is from another URL', stored('kev', 'https://old.example/', { flaws: [] })],
])('a list has no date and no facts when %s', (_, document) => {
  const facts = assembleFacts([kev], new Map(document ? [document] : []));
  expect(facts).toEqual({
    flaws: [{ source: 'CISA KEV', url: expect.any(String), facts: [] }],
    cycles: [],
  });
});

test('a list that was never read stands beside one that was', () => {
  const facts = assembleFacts([proxmox, msrc, kev], new Map([kevStored]));
  const dates = facts?.flaws.map(({ source, fetchedAt }) => [source, fetchedAt !== undefined]);
  expect(dates).toEqual([
    ['MSRC', false],
    ['CISA KEV', true],
  ]);
  expect(facts?.cycles.map(({ facts: cycles }) => cycles)).toEqual([[]]);
});

const may = part('2024-May', '2');
const april = part('2024-Apr', '1');
const index = stored('msrc', msrc.url, { parts: [may, april] }, tuesday);
const aprilStored = stored('msrc/2024-Apr', april.url, {
  flaws: [{ cve: 'CVE-2024-4' }],
  revision: '1',
});

test('the documents of an index are one list, as young as the index when none was revised', () => {
  const flaws = [{ cve: 'CVE-2024-5' }];
  const mayStored = stored('msrc/2024-May', may.url, { flaws, revision: '2' });
  const facts = assembleFacts([msrc], new Map([index, aprilStored, mayStored]));
  expect(facts?.flaws).toEqual([
    {
      source: 'MSRC',
      url: msrc.url,
      fetchedAt: tuesday,
      facts: [{ cve: 'CVE-2024-5' }, { cve: 'CVE-2024-4' }],
    },
  ]);
});

test('a document that was revised, but could not be read since, makes its list as old as it is', () => {
  const mayStored = stored('msrc/2024-May', may.url, { flaws: [], revision: '1' });
  const facts = assembleFacts([msrc], new Map([index, aprilStored, mayStored]));
  expect(facts?.flaws[0]?.fetchedAt).toEqual(monday);
});

test('a document that the index names no more says nothing', () => {
  const old = stored('msrc/2023-Dec', 'https://msrc.example/2023-Dec', {
    flaws: [{ cve: 'CVE-2023-9' }],
    revision: '1',
  });
  const facts = assembleFacts([msrc], new Map([index, aprilStored, old]));
  expect(facts?.flaws[0]?.facts).toEqual([{ cve: 'CVE-2024-4' }]);
});
