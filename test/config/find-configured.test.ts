import { expect, test } from 'vitest';
import { findConfigured } from '../../src/config/find-configured.ts';

const known = { id: 'blog', url: 'https://www.blog.example/feed/?format=rss' };

test.each([
  'https://www.blog.example/feed/?format=rss',
  'http://blog.example/feed?format=rss',
  'https://BLOG.example:443/feed?format=rss#top',
])('%s is another spelling of a configured URL', (url) => {
  expect(findConfigured([known], url)).toBe(known);
});

test.each([
  'https://www.blog.example/feed/',
  'https://www.blog.example/Feed/?format=rss',
  'https://news.blog.example/feed/?format=rss',
  'https://www.blog.example:8443/feed/?format=rss',
])('%s is another feed', (url) => {
  expect(findConfigured([known], url)).toBeUndefined();
});
