import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/collect/kinds/read-document.ts';
import type { Source } from '../../src/model/source.ts';
import { NOON, sourceAt } from './support/context.ts';

// At this size a step that is quadratic takes from ten seconds to minutes, where a linear one takes
// some milliseconds: the limit is far from both.
const SIZE = 200_000;

const feed = sourceAt('https://a.example/feed');
const json: Source = { ...feed, kind: 'json', json: { items: '', title: 't', summary: 's' } };
const page: Source = {
  ...feed,
  kind: 'page',
  page: { item: 'article', title: 'h2', summary: 'p' },
};

function item(inside: string): string {
  return `<rss version="2.0"><channel><title>t</title><item><title>a</title>${inside}`;
}

function jsonFeed(text: string): string {
  const entry = { id: text, url: text, title: text, content_html: text, date_published: text };
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [entry] });
}

/** Where a text may stand that somebody else wrote. */
const places: readonly (readonly [Source, (text: string) => string])[] = [
  [feed, (text) => `${text}<rss><channel><item><title>a</title></item></channel></rss>`],
  [feed, (text) => `<rss><channel>${text}`],
  [feed, item],
  [feed, (text) => item(`<description><![CDATA[${text}]]></description>`)],
  [feed, (text) => item(`<link href="${text}">${text}</link><pubDate>${text}</pubDate>`)],
  [feed, jsonFeed],
  [json, (text) => JSON.stringify([{ t: text, s: 'b' }])],
  [json, (text) => JSON.stringify([{ t: 'a', s: text }])],
  [page, (text) => `<article><h2>a</h2><p>${text}`],
];

function readEverywhere(text: string): void {
  for (const [source, place] of places) {
    const bytes = new TextEncoder().encode(place(text));
    const outcome = readDocument(
      source,
      { kind: 'fetched', bytes, headers: {}, url: source.url, fetchedAt: NOON },
      [],
    );
    expect(['read', 'unreadable']).toContain(outcome.kind);
  }
}

describe('a document is read in linear time', { timeout: 10_000 }, () => {
  it.each([
    ...[
      '<',
      '<!',
      '<!--',
      '<?',
      '</',
      '<a',
      '<a ',
      '<a href=',
      '<a href="x',
      '<a "',
      '<b>',
      '</b>',
    ],
    ...['<![CDATA[', '<!DOCTYPE a [', '<!DOCTYPE a [<!--', '<i xml:base="a/">', '<p><div a="<">'],
    ...['&', '&#', '&lt;', '"', "'", '=', ' ', '\n', '\n \n', ' \n', '/', '-', ',', '(', '[', '{'],
    ...['a', 'a ', 'a. ', '1', '1:', 'é', '\\"', 'Read more ', 'The post a appeared first on '],
  ])('that repeats %j', (fragment) => {
    readEverywhere(fragment.repeat(SIZE / fragment.length));
  });

  it.each([
    ['<a href=', ' ', '>'],
    ['<a href="', ' ', ''],
    ['<a ', ' a=', ''],
    ['<!DOCTYPE a [', '<!', '>'],
    ['&#', '1', ''],
    ['The post ', 'a ', 'appeared first on'],
  ])('that has %j, then many of %j, and then %j', (before, fragment, after) => {
    readEverywhere(`${before}${fragment.repeat(SIZE / fragment.length)}${after}`);
  });

  it.each([
    ['a hundred elements and more tags', '<b>'.repeat(101), '<a'],
    ['a hundred elements and a long name', `${'<b>'.repeat(101)}<`, 'a'],
    ['a long base and links', `<i xml:base="${'a/'.repeat(50_000)}">`, '<a href="x">'],
  ])('that has %s', (_, before, fragment) => {
    readEverywhere(`${before}${fragment.repeat(SIZE / fragment.length)}`);
  });
});
