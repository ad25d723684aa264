import { expect, test } from 'vitest';
import { shortenToFit } from '../../src/render/shorten-to-fit.ts';

const ids = ['a', 'b', 'c', 'd'];
const weights = { full: 'xxxxx', headline: 'x', none: '' };

/** Letters of what is told in full are followed by five marks, of headlines by one. */
const fitted = (most: number, storyIds = ids) =>
  shortenToFit(storyIds, most, (room) =>
    ids.map((id) => `${room(id) === 'none' ? '' : id}${weights[room(id)]}`).join(''),
  );

test.each([
  [24, 'axxxxxbxxxxxcxxxxxdxxxxx'],
  [23, 'axxxxxbxxxxxcxxxxxdx'],
  [16, 'axxxxxbxxxxxcxdx'],
  [8, 'axbxcxdx'],
  [7, 'axbxcx'],
  [2, 'ax'],
  [0, ''],
])('in %i bytes, the least important are shortened first, then left out', (most, expected) => {
  expect(fitted(most)).toBe(expected);
});

test('bytes count, not characters', () => {
  expect(shortenToFit(['a'], 5, (room) => (room('a') === 'full' ? 'ééé' : 'é'))).toBe('é');
});

test('a story without a rank is the first to be left out', () => {
  expect(fitted(12, ['d', 'a'])).toBe('axxxxxdxxxxx');
});

test('what cannot be shortened is printed although it is too much', () => {
  expect(shortenToFit(['a'], 3, () => 'always the same')).toBe('always the same');
});
