import { describe, expect, it } from 'vitest';
import { addressOf, canonicalUrl } from '../../../src/collect/normalize/canonical-url.ts';

describe('a canonical URL', () => {
  it.each([
    [' https://A.example/x ', 'https://a.example/x'],
    ['https://a.example/x?utm_source=rss&id=7&fbclid=z#part', 'https://a.example/x?id=7#part'],
    ['https://a.example/x?source=rss', 'https://a.example/x'],
    ['https://a.example/x?source=disk', 'https://a.example/x?source=disk'],
    ['https://a.example/x?q=a+b%20c&utm_medium=feed', 'https://a.example/x?q=a+b%20c'],
    ['https://a.example/x#utm_source=feed', 'https://a.example/x'],
    ['https://user:secret@a.example/x', 'https://a.example/x'],
    ['http://a.example:80/x?', 'http://a.example/x'],
    ['/x', 'https://base.example/x'],
    ['//b.example/x', 'https://b.example/x'],
  ])('of %j is %s', (text, url) => {
    expect(canonicalUrl(text, 'https://base.example/feed')).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'mailto:a@b.example',
    'http://[',
    '',
    '   ',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('is not made of %j', (text) => {
    expect(canonicalUrl(text, 'https://base.example/feed')).toBeUndefined();
  });

  it('is not made of a relative one without a base', () => {
    expect(canonicalUrl('/x')).toBeUndefined();
  });
});

describe('the key of an address', () => {
  it('is the same for spellings of one address', () => {
    const keys = [
      'http://www.a.example/x/?b=2&a=1',
      'https://a.example/x?a=1&b=2',
      'https://A.example/x/?a=1&b=2',
    ].map((url) => addressOf(url).key);
    expect(new Set(keys).size).toBe(1);
  });

  it('differs for parts of a page', () => {
    expect(addressOf('https://a.example/x#1').key).not.toBe(addressOf('https://a.example/x#2').key);
  });
});
