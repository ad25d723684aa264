import { expect, test } from 'vitest';
import { linkedFeeds } from '../../src/cli/linked-feeds.ts';

const PAGE = 'https://vendor.example/blog/';

test.each([
  ['/rss', 'https://vendor.example/rss'],
  ['feed/', 'https://vendor.example/blog/feed/'],
  ['../forums/news.7/index.rss#top', 'https://vendor.example/forums/news.7/index.rss'],
  ['/blog-feed.xml', 'https://vendor.example/blog-feed.xml'],
  ['//feeds.example/vendor.atom', 'https://feeds.example/vendor.atom'],
  ['/news?format=feed&amp;type=rss', 'https://vendor.example/news?format=feed&type=rss'],
])('a link to %s looks like a feed', (href, url) => {
  expect(linkedFeeds(`<p><a href="${href}">x</a><A HREF='${href}'>y</A>`, PAGE)).toEqual([url]);
});

test.each([
  '/feedback',
  '/atomic',
  '/pressroom',
  'mailto:rss@vendor.example',
  'feed:/rss',
  'http://',
])('a link to %s does not', (href) => {
  expect(linkedFeeds(`<a href="${href}">RSS</a>`, PAGE)).toEqual([]);
});

test('a page that only nests gives what it linked to before', () => {
  const link = '<a href="/rss">RSS</a>';
  const html = `${link}${'<div>'.repeat(1_000_000)}${link.replace('rss', 'late.rss')}`;
  expect(linkedFeeds(html, PAGE)).toEqual(['https://vendor.example/rss']);
});
