import { describe, expect, test } from 'vitest';
import { keywordLabels, vendorLabels } from '../../src/eval/baselines.ts';
import type { Judgement } from '../../src/eval/judge-items.ts';
import type { LabelledItem } from '../../src/eval/labelled-item.ts';
import { matchSource } from '../../src/eval/match-source.ts';
import { measureEachLabel, measureLabels } from '../../src/eval/measure-labels.ts';
import { measureRanking } from '../../src/eval/measure-ranking.ts';
import { measureStories } from '../../src/eval/measure-stories.ts';
import { measureSummaries } from '../../src/eval/measure-summaries.ts';
import { configured } from '../support/configured.ts';

function item(id: string, given: Partial<LabelledItem> = {}): LabelledItem {
  return {
    id,
    title: id,
    source: 'Press',
    date: '2024-05-14',
    summary: '',
    hypervisors: ['proxmox'],
    topics: [],
    importance: 0,
    in_seed: false,
    ...given,
  };
}

function judgement(id: string, given: Partial<Judgement> = {}): Judgement {
  return { id, hypervisors: ['proxmox'], topics: [], story: id, summary: '', ...given };
}

describe('labels', () => {
  const rows = [
    { gold: ['a', 'b'], found: ['a'] },
    { gold: [], found: ['a'] },
    { gold: ['b'], found: ['b'] },
  ];

  test('are counted over all of them', () => {
    expect(measureLabels(rows)).toMatchObject({
      precision: 2 / 3,
      recall: 2 / 3,
      wanted: 3,
      wrong: 1,
    });
  });

  test('are counted one by one', () => {
    const each = measureEachLabel(rows);
    expect([...each.keys()]).toEqual(['a', 'b']);
    expect(each.get('a')).toMatchObject({ precision: 0.5, recall: 1, wrong: 1 });
    expect(each.get('b')).toMatchObject({ precision: 1, recall: 0.5, wrong: 0 });
  });

  test('come to nothing where nothing is found', () => {
    expect(measureLabels([{ gold: ['a'], found: [] }]).f1).toBe(0);
  });
});

describe('stories', () => {
  test('are judged by those that several items report', () => {
    const figures = measureStories([
      { gold: 'x', found: '1' },
      { gold: 'x', found: '1' },
      { gold: 'x', found: '2' },
      { gold: 'y', found: '2' },
    ]);
    expect(figures.pairwise).toEqual({ precision: 0.5, recall: 1 / 3, f1: 0.4 });
    expect(figures.multiItemBCubed.precision).toBeCloseTo((1 + 1 + 0.5) / 3);
    expect(figures.multiItemBCubed.recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3) / 3);
  });
});

describe('ranking', () => {
  const items = [
    item('lead', { importance: 3, in_seed: true }),
    item('minor'),
    item('other', { importance: 1 }),
  ];

  test('is perfect in order of importance', () => {
    const judged = ['lead', 'other', 'minor'].map((id, at) => judgement(id, { rank: at + 1 }));
    expect(measureRanking(items, judged)).toEqual({ ndcg10: 1, picksInFirstThree: 1, picks: 1 });
  });

  test('is worse when the lead comes last, or under another hypervisor', () => {
    const late = ['minor', 'other', 'lead'].map((id, at) => judgement(id, { rank: at + 1 }));
    expect(measureRanking(items, late).ndcg10).toBeLessThan(0.6);
    const astray = [judgement('lead', { rank: 1, hypervisors: ['vmware'] })];
    expect(measureRanking(items, astray).picksInFirstThree).toBe(0);
    const withVmware = [...items, item('elsewhere', { hypervisors: ['vmware'] })];
    expect(measureRanking(withVmware, astray).picksInFirstThree).toBe(0);
  });

  test('counts a story once, however many items report it', () => {
    const twice = [
      item('a', { story: 's', importance: 3 }),
      item('b', { story: 's', importance: 3 }),
      item('c', { importance: 3 }),
    ];
    const judged = [
      judgement('a', { rank: 1, story: 'p' }),
      judgement('b', { rank: 2, story: 'q' }),
      judgement('c', { rank: 3, story: 'r' }),
    ];
    expect(measureRanking(twice, judged).ndcg10).toBeLessThan(1);
    expect(
      measureRanking(twice, [
        judged[0] as Judgement,
        { ...(judged[1] as Judgement), story: 'p' },
        judged[2] as Judgement,
      ]).ndcg10,
    ).toBe(1);
  });
});

describe('summaries', () => {
  test('are held against their item, sentences and numbers apart', () => {
    const source = [item('one', { title: 'Release', summary: 'Version 9.1 is out. It is fast.' })];
    const measured = (summary: string) => measureSummaries(source, [judgement('one', { summary })]);
    expect(measured('Version 9.1 is out.')).toMatchObject({
      sentencesInSource: 1,
      numbersInSource: 1,
    });
    expect(measured('Version 9.2 is out.')).toMatchObject({
      sentencesInSource: 0,
      numbersInSource: 0,
    });
    expect(measured('Version 9.1 is')).toMatchObject({ clipped: 1 });
    expect(measured('').covered).toBe(0);
  });
});

describe('the source of an item', () => {
  const { sources } = configured;

  test('is found by name, in any spelling', () => {
    expect(matchSource(item('a', { source: 'xcp-ng blog' }), sources).id).toBe('xcp-ng-blog');
  });

  test('is found by its address where one source covers it', () => {
    const found = matchSource(
      item('a', { url: 'https://www.yellow-bricks.com/2024/05/14/post/' }),
      sources,
    );
    expect(found.id).toBe('yellow-bricks');
  });

  test('is unknown where several could be meant', () => {
    const url = 'https://techcommunity.microsoft.com/t5/some-board/post';
    expect(matchSource(item('a', { url, source: 'A board' }), sources)).toMatchObject({
      name: 'A board',
      isVendor: false,
    });
    expect(matchSource(item('a', { url }), sources).hypervisor).toBeUndefined();
  });
});

describe('the baselines', () => {
  const { hypervisors } = configured;

  test('by keyword take every name and vendor', () => {
    const both = item('a', { title: 'Broadcom chips', summary: 'Unlike Nutanix.' });
    expect(keywordLabels(both, hypervisors)).toEqual(['nutanix', 'vmware']);
  });

  test("by vendor take the feed's word", () => {
    expect(vendorLabels(item('a', { source: 'Nutanix.dev' }), hypervisors)).toEqual(['nutanix']);
  });
});
