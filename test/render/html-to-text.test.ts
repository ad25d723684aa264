import { expect, test } from 'vitest';
import { htmlToText } from '../../src/render/html-to-text.ts';
import { markdownToHtml } from '../../src/render/markdown-to-html.ts';

test.each([
  ['One paragraph.\n\nAnother &amp; more.', 'One paragraph.\n\nAnother & more.'],
  ['first\nsecond', 'first\nsecond'],
  ['Before\n\n- one\n- two\n\nAfter', 'Before\n\n- one\n- two\n\nAfter'],
  ['- one\n  - in it\n  - too\n- two', '- one\n  - in it\n  - too\n- two'],
  ['9. nine\n10. ten', '9. nine\n10. ten'],
  ['- one\n\n  more of it\n\n- two', '- one\n\n  more of it\n\n- two'],
  ['> quoted\n\nnot', '  quoted\n\nnot'],
  ['```\na\n    b\n```', 'a\n    b'],
  ['one\n\n---\n\ntwo', 'one\n\n* * *\n\ntwo'],
  ['see [the page](https://a.example/b)', 'see the page <https://a.example/b>'],
  ['see https://a.example/b', 'see https://a.example/b'],
  ['write to me@a.example', 'write to me@a.example'],
  ['no [link](javascript:alert(1))', 'no link'],
  ['', ''],
])('%j reads %j', (markdown, text) => {
  expect(htmlToText(markdownToHtml(markdown))).toBe(text);
});
