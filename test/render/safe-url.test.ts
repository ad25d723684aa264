import { expect, test } from 'vitest';
import { safeUrl } from '../../src/render/safe-url.ts';

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['http://example.org', 'http://example.org/'],
  ['mailto:editors@example.org', 'mailto:editors@example.org'],
  ['https://example.org/"><script>', 'https://example.org/%22%3E%3Cscript%3E'],
  ['https://example.org/?q="><b>', 'https://example.org/?q=%22%3E%3Cb%3E'],
  ['https://b\u00fccher.example/', 'https://xn--bcher-kva.example/'],
])('%s may be linked to', (url, expected) => {
  expect(safeUrl(url)).toBe(expected);
});

test.each([
  ['javascript:alert(1)'],
  ['JaVaScRiPt:alert(1)'],
  ['java\tscript:alert(1)'],
  [' javascript:alert(1)'],
  ['data:text/html,<script>alert(1)</script>'],
  ['vbscript:x'],
  ['file:///etc/passwd'],
  ['ftp://example.org/'],
  ['//example.org/'],
  ['/relative'],
  ['https://vendor.example@evil.example/'],
  ['https://user:word@example.org/'],
  ['https://example.org/\u202Egpj.exe'],
  ['https://exa\u200Emple.org/'],
  ['https://example.org/\u0000'],
  ['https://example.org/\nSet-Cookie:'],
  ['https://'],
  [''],
  [undefined],
  [null],
  [{ toString: (): string => 'https://example.org/' }],
])('%s is no link', (url) => {
  expect(safeUrl(url)).toBe('');
});
