import { expect, test } from 'vitest';
import { wrapText } from '../../src/render/wrap-text.ts';

test('long lines break between words, and short ones stay', () => {
  expect(wrapText('one two three four\nfive', 9)).toBe('one two\nthree\nfour\nfive');
});

test('what follows a list mark stays indented', () => {
  expect(wrapText('- one two three', 9)).toBe('- one two\n  three');
  expect(wrapText('12. one two three', 11)).toBe('12. one two\n    three');
});

test('a word that is too long stands alone and whole', () => {
  expect(wrapText('see https://example.org/long now', 10)).toBe(
    'see\nhttps://example.org/long\nnow',
  );
});
