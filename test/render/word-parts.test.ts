import { expect, test } from 'vitest';
import { wordParts } from '../../src/render/word-parts.ts';

test('a word with a hyphen is a part of its own', () => {
  const parts = wordParts('May had no major story about XCP-ng; Hyper-V had one - at last.');
  expect(parts.map(({ text }) => text).join('')).toContain('about XCP-ng; Hyper-V had one - at');
  expect(parts.filter(({ isWhole }) => isWhole).map(({ text }) => text)).toEqual([
    'XCP-ng;',
    'Hyper-V',
  ]);
  expect(wordParts('')).toEqual([]);
});
