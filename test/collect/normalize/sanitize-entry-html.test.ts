import { describe, expect, it } from 'vitest';
import { sanitizeEntryHtml } from '../../../src/collect/normalize/sanitize-entry-html.ts';

const where = { base: 'https://a.example/feed', page: 'https://a.example/post' };

function clean(html: string): string {
  return sanitizeEntryHtml(html, where);
}

describe('HTML of a feed', () => {
  it.each([
    ['<p onclick="x()" style="color:red" class="a">hi</p>', '<p>hi</p>'],
    ['<script>alert(1)</script><p>hi</p>', '<p>hi</p>'],
    ['<p>a<style>p{}</style>b<noscript>c</noscript></p>', '<p>ab</p>'],
    ['<svg><title>x</title><a href="/y">z</a></svg>hi', 'hi'],
    ['<iframe src="https://b.example/"></iframe>hi', 'hi'],
    ['<form><button>x</button></form>hi', 'hi'],
    ['<span>a</span><font>b</font>', 'ab'],
    [
      '<p><a href="javascript:x">y</a> <a href="https://b.example/">z</a> end</p>',
      '<p>y <a href="https://b.example/" rel="noopener noreferrer">z</a> end</p>',
    ],
    [
      '<p><img src="javascript:x"> <img src="/a.png"> &lt;span&gt;</p>',
      '<p> <img src="https://a.example/a.png" alt="" /> &lt;span&gt;</p>',
    ],
    ['<h1>Big</h1>', '<h2>Big</h2>'],
    ['<section><p>a</p></section>', '<div><p>a</p></div>'],
    ['<p>a</p><p> </p><div></div>', '<p>a</p>'],
    ['<!-- x --><p>a &amp; b &lt; c</p>', '<p>a &amp; b &lt; c</p>'],
    ['<p>a<b>b', '<p>a<b>b</b></p>'],
  ])('%s becomes %s', (html, safe) => {
    expect(clean(html)).toBe(safe);
  });

  it('has links with an address that is safe, and says that they lead away', () => {
    expect(clean('<a href="/x" target="_blank" title="t">y</a>')).toBe(
      '<a href="https://a.example/x" rel="noopener noreferrer" title="t">y</a>',
    );
    expect(clean('<a href="#n">y</a>')).toContain('href="https://a.example/post#n"');
    expect(clean('<a href="mailto:a@b.example">y</a>')).toContain('href="mailto:a@b.example"');
  });

  it.each([
    'javascript:alert(1)',
    ' JaVa\tScript:alert(1)',
    '&#106;avascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///x',
  ])('loses a link to %j and keeps its text', (href) => {
    expect(clean(`<a href="${href}">y</a>`)).toBe('y');
  });

  it('has pictures with an address, and no pixels that count readers', () => {
    expect(clean('<img src="/p.png" onerror="x()" width="10" height="1e9">')).toBe(
      '<img src="https://a.example/p.png" alt="" width="10" />',
    );
    expect(clean('<img src="data:image/png;base64,x" data-src="https://b.example/p.png">')).toBe(
      '<img src="https://b.example/p.png" alt="" />',
    );
    expect(clean('<img alt="no address">')).toBe('');
    expect(clean('<img src="https://b.example/c.gif" width="1" height="1">')).toBe('');
  });

  it('shows what it says: no overrides of direction, no hidden characters', () => {
    expect(clean('<p>a\u202eb&#x202e;c\u200bd&#0;\u0007</p>')).toBe('<p>abcd\ufffd</p>');
    expect(clean('<img src="https://b.example/p.png" alt="x\u2066y">')).toContain('alt="xy"');
  });

  it('is bounded in length and depth', () => {
    const deep = clean(`${'<div>'.repeat(20_000)}x`);
    expect(deep.match(/<div>/g)?.length).toBeLessThanOrEqual(100);
    expect(deep).toContain('x');
    expect(clean('x'.repeat(1_000_000))).toHaveLength(200_000);
  });

  it('keeps markup that many unclosed list items precede', () => {
    expect(clean(`<ul>${'<li>x'.repeat(300)}</ul><p><b>y</b></p>`)).toContain('<p><b>y</b></p>');
  });
});
