import { describe, expect, it } from 'vitest';
import { plainTitle } from '../../../src/collect/normalize/plain-title.ts';

describe('a title', () => {
  it.each([
    ['R&amp;D', 'R&D'],
    ['R&amp;amp;D &amp;#8217;24', 'R&D ’24'],
    ['A <b>bold</b> <em>claim</em>', 'A bold claim'],
    ['one<br>two', 'one two'],
    ['  spaced \n out\u00a0', 'spaced out'],
    ['List<T> and <vm-name>', 'List<T> and <vm-name>'],
    ['5 < 6 & 7 > 6', '5 < 6 & 7 > 6'],
    ['a\u202eb\u200bc\u00ad', 'abc'],
    ['<script>alert(1)</script>x', 'x'],
    ['AT&T', 'AT&T'],
    ['👩‍💻 at work', '👩‍💻 at work'],
    ['', ''],
    ['<p></p>', ''],
  ])('%j is shown as %j', (html, title) => {
    expect(plainTitle(html)).toBe(title);
  });

  it('is cut between words when it is very long', () => {
    const title = plainTitle('word '.repeat(1000));
    expect(title.length).toBeLessThanOrEqual(300);
    expect(title).toMatch(/word…$/);
  });

  it('is cut anywhere when it has no words, but not within a character', () => {
    const title = plainTitle('🖥'.repeat(1000));
    expect(title.length).toBeLessThanOrEqual(300);
    expect(title.isWellFormed()).toBe(true);
    expect(title.endsWith('🖥…')).toBe(true);
  });
});
