import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/collect/normalize/extract-text.ts';

describe('the text of an entry', () => {
  it.each([
    ['<p>a</p><p>b</p>', 'a\n\nb'],
    ['<p>one\n  two</p>\n<p>three<br />four</p>', 'one two\n\nthree\nfour'],
    ['<ul>\n <li>a</li>\n <li>b <b>c</b></li>\n</ul>', 'a\nb c'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['a &lt;b&gt; &amp;amp; &quot;c&quot;', 'a <b> &amp; "c"'],
    ['a\u00a0 b', 'a b'],
    ['', ''],
    ['<h1>Big</h1><section><p>a</p></section>b', 'Big\n\na\n\nb'],
    ['<p>a<b>b<!-- c --> &lt;span&gt; d < e', 'ab <span> d < e'],
    ['<p>a\u202eb&#x202e;c\u200bd&#0;\u0007</p>', 'abcd\ufffd'],
  ])('of %j is %j', (html, text) => {
    expect(extractText(html)).toBe(text);
  });

  it.each([
    '<script>alert(1)</script>',
    '<style>p{}</style><noscript>c</noscript>',
    '<svg><title>x</title><text>z</text></svg>',
    '<iframe src="https://b.example/">c</iframe>',
    '<form><button>x</button><select><option>y</option></select></form>',
    '<img src=x onerror=alert(1)>',
    '<embed src="x.swf">',
  ])('has nothing of %s', (html) => {
    expect(extractText(`a${html}b`)).toMatch(/^a ?b$/);
  });

  it('is bounded in length, and in time for what is nested deeply', () => {
    expect(extractText('x'.repeat(1_000_000))).toHaveLength(200_000);
    expect(extractText(`${'<div>'.repeat(20_000)}x`)).toBe('x');
  });

  it.each([
    'The post <a href="https://a.example/">News</a> appeared first on <a href="https://b.example/">Blog</a>.',
    '<p>The post News first appeared on Blog.</p>',
    '<p>Der Beitrag News erschien zuerst auf Blog.</p>',
    '<p>L’article News est apparu en premier sur Blog.</p>',
    '<p>La entrada News se publicó primero en Blog.</p>',
    '<p><a href="https://b.example/">Continue reading <b>News</b> →</a></p>',
    ' [&hellip;]'.replace('&hellip;', '…'),
    '<p>Read more</p><p>The post News appeared first on Blog.</p>',
    'submitted by /u/ann to /r/proxmox <br /> [link] [comments]',
  ])('does not end with %j', (tail) => {
    expect(extractText(`<p>It is out.</p>${tail}`)).toBe('It is out.');
  });

  it('keeps sentences that only begin like such an end', () => {
    const text = 'The post office appeared first on the map. Then came the rest.';
    expect(extractText(text)).toBe(text);
    const advice = 'Read more about it before you update. It may break.';
    expect(extractText(advice)).toBe(advice);
  });
});
