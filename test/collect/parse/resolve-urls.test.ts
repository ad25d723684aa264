import { describe, expect, it } from 'vitest';
import { resolveUrls } from '../../../src/collect/parse/resolve-urls.ts';

const base = 'https://a.example/feeds/news.xml';

describe('URLs in HTML', () => {
  it.each([
    ['<a href="/x">', '<a href="https://a.example/x">'],
    ["<img alt='' src='x.png'>", '<img alt=\'\' src="https://a.example/feeds/x.png">'],
    ['<a href=x?a=1&amp;b=2>', '<a href="https://a.example/feeds/x?a=1&amp;b=2">'],
    ['<a href="//b.example/x">', '<a href="https://b.example/x">'],
    ['<blockquote cite = "../x">', '<blockquote cite = "https://a.example/x">'],
  ])('%s is made absolute', (html, absolute) => {
    expect(resolveUrls(html, base)).toBe(absolute);
  });

  it.each([
    '<a href="https://b.example/x?a=1&b=2">',
    '<a href="mailto:a@b.example">',
    '<a href="javascript:alert(1)">',
    '<a href="">',
    '<p>href="/x" and &lt;a href="/x"&gt;</p>',
    '<a href="#note">',
    '<a data-href="/x">',
    '<a href="http://[">',
  ])('%s stays', (html) => {
    expect(resolveUrls(html, base)).toBe(html);
  });

  it('that are a mere fragment refer to the page', () => {
    expect(resolveUrls('<a href="#note">', base, 'https://a.example/post')).toBe(
      '<a href="https://a.example/post#note">',
    );
  });

  it('stay as they are without a base', () => {
    expect(resolveUrls('<a href="/x">', undefined)).toBe('<a href="/x">');
  });

  it('stay when the text would grow by a multiple', () => {
    const html = `<div xml:base="/${'a'.repeat(1_000)}/">${'<a href="x">'.repeat(1_000)}`;
    expect(resolveUrls(html, base).length).toBeLessThan(10 * html.length);
    const long = `<div xml:base="/${'a'.repeat(5_000)}/"><a href="x">`;
    expect(resolveUrls(long, base)).toBe(long);
  });

  it('are resolved by the xml:base of the element that they stand in', () => {
    const html = '<div xml:base="/in/"><a href="x">x</a></div><br/><a href="y">y</a>';
    expect(resolveUrls(html, base)).toBe(
      '<div xml:base="/in/"><a href="https://a.example/in/x">x</a></div><br/><a href="https://a.example/feeds/y">y</a>',
    );
  });
});
