import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readItems } from '../../src/eval/labelled-item.ts';
import { type Figures, measure } from '../../src/eval/measure.ts';
import { configured } from '../support/configured.ts';

/** What the judgement reached when it was last changed for the better; never lowered to pass. */
type Floors = Readonly<Record<string, Readonly<Record<string, number>>>>;

const folder = 'test/fixtures/labelled';
const floors: Floors = JSON.parse(readFileSync(`${folder}/floors.json`, 'utf8'));
const sets = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));

function named(figures: Figures): Record<string, number> {
  const { hypervisors, eachHypervisor, eachTopic, stories, ranking, summaries } = figures;
  const topic = (name: string) => eachTopic.get(name)?.f1 ?? 0;
  return {
    hypervisors: hypervisors.f1,
    weakestHypervisor: Math.min(...[...eachHypervisor.values()].map(({ f1 }) => f1)),
    security: topic('security'),
    release: topic('release'),
    licensing: topic('licensing'),
    multiItemBCubed: stories.multiItemBCubed.f1,
    pairwisePrecision: stories.pairwise.precision,
    pairwise: stories.pairwise.f1,
    ndcg10: ranking.ndcg10,
    picksInFirstThree: ranking.picksInFirstThree,
    sentencesInSource: summaries.sentencesInSource,
    numbersInSource: summaries.numbersInSource,
    unclipped: summaries.clipped === 0 ? 1 : 0,
  };
}

test('every labelled set has its floors', () => {
  expect(Object.keys(floors).sort()).toEqual(sets.sort());
});

test.each(Object.entries(floors))(
  'on %s no figure falls below the one reached before',
  (set, own) => {
    const reached = named(measure(readItems(`${folder}/${set}`), configured).figures);
    const fallen = Object.entries(own).filter(([name, floor]) => !((reached[name] ?? 0) >= floor));
    expect(fallen.map(([name, floor]) => `${name} is ${reached[name]}, was ${floor}`)).toEqual([]);
  },
);

test.each(sets)('on %s the judgement is better than the simple ways', (set) => {
  const { figures } = measure(readItems(`${folder}/${set}`), configured);
  expect(figures.hypervisors.f1).toBeGreaterThan(figures.keywords.f1);
  expect(figures.hypervisors.f1).toBeGreaterThan(figures.vendors.f1);
});
