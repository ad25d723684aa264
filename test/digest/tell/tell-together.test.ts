import { expect, test } from 'vitest';
import { tellTogether } from '../../../src/digest/tell/tell-together.ts';
import { classified, post, source } from '../build.ts';

const report = (site: string, title: string) =>
  classified(post(title, '2024-05-14', site, title), ['vmware'], [], source(site));
const [desk, paper, radio] = ['desk', 'paper', 'radio'].map((site) => report(site, `By ${site}`));
if (!desk || !paper || !radio) throw new Error('three reports');

test('a reason names the two reports that it joins, by their sources', () => {
  const merges = [
    { because: 'Both name CVE-2024-37085', pair: [desk, paper] },
    { because: 'Same address', pair: [paper, radio] },
  ] as const;
  expect(tellTogether(merges, [desk, paper, radio])).toEqual([
    'Both name CVE-2024-37085 (desk and paper)',
    'Same address (paper and radio)',
  ]);
});

test('a reason that joins several pairs is told once', () => {
  const because = 'Both announce vSphere 9';
  const merges = [
    { because, pair: [desk, paper] },
    { because, pair: [paper, radio] },
  ] as const;
  expect(tellTogether(merges, [desk, paper, radio])).toEqual([
    'Both announce vSphere 9 (desk and paper; paper and radio)',
  ]);
});

test('of a source that reports twice, the titles are named, cut between words', () => {
  const long = report('desk', `Another of the desk, ${'on and on '.repeat(9)}`);
  const merges = [{ because: 'Same address', pair: [desk, long] }] as const;
  expect(tellTogether(merges, [desk, long, paper])).toEqual([
    'Same address (“By desk” and “Another of the desk, on and on on and on on and on on and…”)',
  ]);
});

test('a story of one report has no reason', () => {
  expect(tellTogether([], [desk])).toEqual([]);
});
