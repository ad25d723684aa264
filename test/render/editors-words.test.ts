import { describe, expect, test } from 'vitest';
import { editorsWords } from '../../src/render/editors-words.ts';

describe('the words of the editor', () => {
  test('are whole where there is room, and indented in text', () => {
    expect(editorsWords('One.\n\n- two')).toEqual({
      html: '<p>One.</p>\n<ul>\n<li>two</li>\n</ul>',
      text: '  One.\n\n  - two',
      isCut: false,
    });
  });

  test('end with the last paragraph that fits', () => {
    const words = editorsWords(`${'a '.repeat(30)}\n\n${'b '.repeat(30)}`, 80);
    expect(words?.html).toBe(`<p>${'a '.repeat(30).trim()} \u2026</p>`);
    expect(words?.isCut).toBe(true);
  });

  test('end with the last word that fits where the first paragraph is too long', () => {
    expect(editorsWords('one two three four', 11)?.html).toBe('<p>one two \u2026</p>');
    expect(editorsWords('x'.repeat(30), 5)?.html).toBe('<p>xxxxx \u2026</p>');
  });

  test('are none where nothing is left to read', () => {
    expect(editorsWords('<!-- later --> <b></b>')).toBeUndefined();
  });
});
