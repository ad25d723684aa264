import { expect, test } from 'vitest';
import { discoverFeeds } from '../../src/collect/discover-feeds.ts';

const PAGE = 'https://vendor.example/blog/';

test('feeds that a page announces are found in its order, absolute and once', () => {
  const html = `<link rel="alternate" type="application/rss+xml" title="All &amp; more" href="/feed.xml">
    <LINK REL="Feed Alternate" TYPE="application/atom+xml; charset=utf-8" HREF="releases.atom">
    <link rel=alternate type=application/feed+json href=//cdn.example/feed.json>
    <link rel="alternate" type="application/rss+xml" href="/feed.xml">`;
  expect(discoverFeeds(html, PAGE)).toEqual([
    { url: 'https://vendor.example/feed.xml', title: 'All & more' },
    { url: 'https://vendor.example/blog/releases.atom', title: undefined },
    { url: 'https://cdn.example/feed.json', title: undefined },
  ]);
});

test('the base of the page counts', () => {
  const html =
    '<base href="/news/"><link rel="alternate" type="application/rss+xml" href="feed.xml">';
  expect(discoverFeeds(html, PAGE)).toMatchObject([
    { url: 'https://vendor.example/news/feed.xml' },
  ]);
});

test('other links, unsafe ones and broken ones are no feeds', () => {
  const html = `<link rel="stylesheet" type="application/rss+xml" href="/a">
    <link rel="alternate" hreflang="de" href="/de/">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
    <link rel="alternate" type="application/rss+xml" href="http://">
    <link rel="alternate" type="application/rss+xml">
    <!-- <link rel="alternate" type="application/rss+xml" href="/commented"> -->`;
  expect(discoverFeeds(html, PAGE)).toEqual([]);
});

test('a page that only nests gives what it announced before', () => {
  const link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">';
  const html = `${link}${'<div>'.repeat(1_000_000)}${link.replace('feed', 'late')}`;
  expect(discoverFeeds(html, PAGE)).toMatchObject([{ url: 'https://vendor.example/feed.xml' }]);
});

test('a base or an address that is too long to be one does not count', () => {
  const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
  const html = `<base href="/${'a'.repeat(5_000)}/">${link('b'.repeat(5_000))}${link('feed.xml')}`;
  expect(discoverFeeds(html, PAGE)).toMatchObject([{ url: new URL('feed.xml', PAGE).href }]);
});

test('of very many feeds the first hundred are given', () => {
  const links = Array.from(
    { length: 150 },
    (_, at) => `<link rel="alternate" type="application/rss+xml" href="/${at}">`,
  );
  expect(discoverFeeds(links.join(''), PAGE)).toHaveLength(100);
});
