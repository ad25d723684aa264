import { expect, test } from 'vitest';
import { releasesFeed, usualPlaces } from '../../src/cli/usual-places.ts';

test('a blog is looked at before the root of its site', () => {
  const places = usualPlaces('https://vendor.example/blog?page=2#top');
  expect(places.slice(0, 2)).toEqual([
    'https://vendor.example/blog/feed/',
    'https://vendor.example/blog/rss/',
  ]);
  expect(places).toContain('https://vendor.example/blog/?format=feed&type=rss');
  expect(places).toContain('https://vendor.example/feed.xml');
});

test('a page stands for its folder, and the root is not asked twice', () => {
  expect(usualPlaces('https://vendor.example/index.html')).toEqual(
    usualPlaces('https://vendor.example'),
  );
  expect(new Set(usualPlaces('https://vendor.example/')).size).toBe(7);
});

test.each([
  ['https://github.com/xcp-ng/xcp', ['https://github.com/xcp-ng/xcp/releases.atom']],
  ['https://github.com/a/b/issues?q=1', ['https://github.com/a/b/releases.atom']],
  ['https://github.com/xcp-ng', []],
  ['https://github.com.evil.example/a/b', []],
])('%s has the releases feeds %j', (page, feeds) => {
  expect(releasesFeed(page)).toEqual(feeds);
});
