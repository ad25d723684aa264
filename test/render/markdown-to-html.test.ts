import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { markdownToHtml } from '../../src/render/markdown-to-html.ts';

/** Elements and attributes that are not among what an editor may use, and addresses elsewhere. */
function unwantedIn(html: string): string[] {
  const unwanted: string[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentagname: (name) => {
      if (!/^(p|br|hr|blockquote|pre|ul|ol|li|a|span|em|strong|code|del)$/.test(name))
        unwanted.push(name);
    },
    onopentag: (name, attributes) => {
      if (!/^(br|hr)$/.test(name)) open.push(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        const isFine =
          attribute === 'rel' ||
          (attribute === 'start' && name === 'ol') ||
          (attribute === 'href' && /^(https?:\/\/|mailto:)/.test(value));
        if (!isFine) unwanted.push(`${name} ${attribute}=${value}`);
      }
    },
    onclosetag: (name, isImplied) => {
      if (isImplied && !/^(br|hr)$/.test(name)) unwanted.push(`${name} left open`);
    },
  });
  parser.end(html);
  return unwanted;
}

describe('the editor’s Markdown', () => {
  test.each([
    ['a *word* and a **strong** one', '<p>a <em>word</em> and a <strong>strong</strong> one</p>'],
    ['first\nsecond', '<p>first<br />second</p>'],
    ['- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
    ['3. three\n4. four', '<ol start="3">\n<li>three</li>\n<li>four</li>\n</ol>'],
    ['# A heading', '<p><strong>A heading</strong></p>'],
    ['```\na < b\n    c\n```', '<pre><code>a &lt; b\n    c\n</code></pre>'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '<p>| a | b |<br />|---|---|<br />| 1 | 2 |</p>'],
    [
      '[a link](https://example.org/?a=1&b=2)',
      '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">a link</a></p>',
    ],
    [
      '![a chart](https://example.org/chart.png)',
      '<p><a href="https://example.org/chart.png" rel="noopener noreferrer">a chart</a></p>',
    ],
    ['- [x] done\n- [ ] not yet', '<ul>\n<li>\u2611 done</li>\n<li>\u2610 not yet</li>\n</ul>'],
  ])('%j becomes %s', (markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });

  test.each([
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['a <img src=x onerror=alert(1)> b', '<p>a &lt;img src=x onerror=alert(1)&gt; b</p>'],
    ['<svg onload=alert(1)', '<p>&lt;svg onload=alert(1)</p>'],
    ['<style>p{display:none}</style>x', '<p>&lt;style&gt;p{display:none}&lt;/style&gt;x</p>'],
    ['<a href="javascript:alert(1)">x</a>', '<p><span>x</span></p>'],
    ['a <!-- b *c*', '<p>a &lt;!-- b <em>c</em></p>'],
    ['[x](javascript:alert(1))', '<p><span>x</span></p>'],
    ['[x](JAVASCRIPT&colon;alert(1))', '<p><span>x</span></p>'],
    ['[x](data:text/html,x)', '<p><span>x</span></p>'],
    ['[x](//evil.example/)', '<p><span>x</span></p>'],
    ['[x](https://bank.example@evil.example/)', '<p><span>x</span></p>'],
    ['![x](javascript:alert(1))', '<p><span>x</span></p>'],
    ['a</td></div></section>', '<p>a&lt;/td&gt;&lt;/div&gt;&lt;/section&gt;</p>'],
    [
      '<a href="https://a.example/" onclick="x()">a</a>',
      '<p><a href="https://a.example/" rel="noopener noreferrer">a</a></p>',
    ],
  ])('%j is harmless', (markdown, html) => {
    const made = markdownToHtml(markdown);
    expect(unwantedIn(made)).toEqual([]);
    expect(made).toBe(html);
  });

  test.each([
    [
      'Run `qm` <vmid> before <version>.',
      '<p>Run <code>qm</code> &lt;vmid&gt; before &lt;version&gt;.</p>',
    ],
    [
      'We saw <svg> icons and <textarea> boxes; and *more*.',
      '<p>We saw &lt;svg&gt; icons and &lt;textarea&gt; boxes; and <em>more</em>.</p>',
    ],
    ['<vm_id> and <node_id>', '<p>&lt;vm_id&gt; and &lt;node_id&gt;</p>'],
    ['<div>\n\n*x*', '<p>&lt;div&gt;</p>\n<p><em>x</em></p>'],
    ['<code>qm <vmid> && a < b</code>', '<p><code>qm &lt;vmid&gt; &amp;&amp; a &lt; b</code></p>'],
    ['<?php 1 ?> <!DOCTYPE x>', '<p>&lt;?php 1 ?&gt; &lt;!DOCTYPE x&gt;</p>'],
    ['[Update]: soon', '<p>[Update]: soon</p>'],
  ])('nothing is lost of %j', (markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });

  test.each([
    ['<b>a</b> <i>b</i><br>c', '<p><strong>a</strong> <em>b</em><br />c</p>'],
    ['a <!-- b --> c', '<p>a  c</p>'],
    ['<!-- a\n\nb -->\n*c* <d>', '<p><em>c</em> &lt;d&gt;</p>'],
    [
      'see [x]\n\n[x]: https://x.example/',
      '<p>see <a href="https://x.example/" rel="noopener noreferrer">x</a></p>',
    ],
    [
      '<a href="https://a.example/">https://b.example/</a> <https://c.example/>',
      '<p><a href="https://a.example/" rel="noopener noreferrer">https://b.example/</a> <a href="https://c.example/" rel="noopener noreferrer">https://c.example/</a></p>',
    ],
  ])('of HTML, marks within a line are known: %j', (markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });

  test('a good link after a bad one stays a link', () => {
    expect(markdownToHtml('[a](javascript:x) [b](https://b.example/)')).toBe(
      '<p><span>a</span> <a href="https://b.example/" rel="noopener noreferrer">b</a></p>',
    );
  });

  test('whatever is written, nothing runs, loads, stays open or leads elsewhere', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          '<a href=',
          '<img src=x onerror=',
          '<script>',
          '</script>',
          '<svg onload=',
          '<!--',
          '-->',
        ],
        ...['javascript:alert(1)', '](', '![', '[', ')', '<', '>', '"', '`', '```\n', '\n\n', '> '],
        ...[
          '- ',
          '1. ',
          '    ',
          '**',
          '_',
          '&lt;',
          '&#106;',
          '</div>',
          '<p ',
          'https://a.example/',
        ],
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(unwantedIn(markdownToHtml(pieces.join('')))).toEqual([]);
      }),
    );
  });

  test.each([
    ['quotations in quotations', `${'>'.repeat(5_000)}a`],
    ['lists in lists', `${'- '.repeat(4_000)}a`],
    ['a very long text', `<b>*not Markdown*\nany more\n\n${'word '.repeat(4_000)}`],
  ])('what is too much for Markdown is shown as written: %s', (_, markdown) => {
    const html = markdownToHtml(markdown);
    expect(html).toMatch(/^<p>(&gt;|- |&lt;b&gt;\*not Markdown\*<br \/>any more<\/p>)/);
    expect(unwantedIn(html)).toEqual([]);
  });
});
