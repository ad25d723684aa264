import { expect, test } from 'vitest';
import { mergeClusters } from '../../../src/digest/group/merge-clusters.ts';

/** Clusters of the letters of a table of likenesses, `ab` and `.9` for example; the rest is 0. */
function merge(likenesses: Readonly<Record<string, number>>, apart: readonly string[] = []) {
  const letters = [...new Set(Object.keys(likenesses).join(''))].sort();
  const nameOf = (a: number, b: number) => `${letters[a]}${letters[b]}`;
  const pairs = Object.keys(likenesses).map(
    (pair) => [letters.indexOf(pair[0] ?? ''), letters.indexOf(pair[1] ?? '')] as const,
  );
  const clusters = mergeClusters(letters.length, [], pairs, {
    compare: (a, b) => likenesses[nameOf(a, b)] ?? 0,
    explain: nameOf,
    mustStayApart: (a, b) => apart.includes(nameOf(a, b)),
    threshold: 0.3,
    bestShare: 0,
  });
  return clusters.map(({ members }) => members.map((at) => letters[at]).join(''));
}

test('clusters whose mean likeness reaches the threshold become one', () => {
  expect(merge({ ab: 0.9, bc: 0.4, ac: 0.4 })).toEqual(['abc']);
  expect(merge({ ab: 0.9, bc: 0.4, ac: 0.1 })).toEqual(['ab', 'c']);
  expect(merge({ ab: 0.9, bc: 0.4, ac: 0.4 }, ['ac'])).toEqual(['ab', 'c']);
});

test('who waits for a better match does not take a worse one meanwhile', () => {
  expect(merge({ ab: 0.9, ac: 0.5, bc: 0.5, cd: 0.4 })).toEqual(['abc', 'd']);
  expect(merge({ ab: 0.9, bc: 0.5, ac: 0, cd: 0.4, de: 0.35, ce: 0.35 })).toEqual(['ab', 'cde']);
});
