import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLines, cleanText } from '../../src/render/clean-text.ts';

test.each([
  ['a\u0000b\u001Bc\u007Fd\u0085e', 'abcde'],
  ['two\r\nlines\tand  spaces \u0000 more', 'two lines and spaces more'],
  ['\u202Egnp.exe\u202C \u2066x\u2069', 'gnp.exe x'],
  ['half \uD800 a pair', 'half \uFFFD a pair'],
  [
    'a whole one: \u{1F5A5}, and an accent: e\u0301',
    'a whole one: \u{1F5A5}, and an accent: e\u0301',
  ],
  ['not a character \uFFFE\uFFFF\uFEFF', 'not a character '],
])('%j becomes %j', (text, expected) => {
  expect(cleanText(text)).toBe(expected);
});

test('whatever comes in, what comes out is legal in XML and clean already', () => {
  const legal = /^[\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const cleaned = cleanText(text);
      expect(cleaned).toMatch(legal);
      expect(cleanText(cleaned)).toBe(cleaned);
    }),
  );
});

test.each([
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['- a\n  - b\n\n    code', '- a\n  - b\n\n    code'],
  ['\ta', 'a'],
  ['a\n\tb  ', 'a\n    b'],
  ['a\u0000\u202Eb\uD800\uFEFF', 'ab\uFFFD'],
])('in %j, lines and spaces keep their meaning', (text, expected) => {
  expect(cleanLines(text)).toBe(expected);
});
