import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/collect/parse-feed.ts';
import type { ParsedFeed } from '../../src/collect/parsed-feed.ts';

function read(text: string | Uint8Array, url?: string): ParsedFeed {
  const outcome = parseFeed(typeof text === 'string' ? Buffer.from(text) : text, { url });
  if (outcome.kind === 'unreadable') throw new Error(outcome.reason);
  return outcome.feed;
}

function readFixture(name: string, url?: string): ParsedFeed {
  return read(readFileSync(new URL(`../fixtures/feeds/${name}`, import.meta.url)), url);
}

function reasonFor(text: string): string | undefined {
  const outcome = parseFeed(Buffer.from(text), {});
  return outcome.kind === 'unreadable' ? outcome.reason : undefined;
}

function rss(item: string): string {
  return `<rss version="2.0"><channel><title>t</title><item>${item}</item></channel></rss>`;
}

describe('a feed in RSS', () => {
  it('skips a single hour and a single day, too', () => {
    const skips = '<skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>';
    const { polling } = read(
      `<rss version="2.0"><channel><title>t</title>${skips}</channel></rss>`,
    );
    expect(polling).toMatchObject({ skipHours: [3], skipDays: ['Sunday'] });
  });

  const feed = readFixture('weblog.rss');

  it('gives the title, link, description and date of its channel', () => {
    expect(feed.title).toBe('Notes from the machine room');
    expect(feed.link).toBe('https://notes.example.org/');
    expect(feed.description).toBe('What we run, and why');
    expect(feed.updated?.toString()).toBe('2024-06-05T12:00:00Z');
  });

  it('gives all parts of an item', () => {
    expect(feed.entries[0]).toEqual({
      id: 'https://notes.example.org/?p=41',
      title: 'Cluster moved & rested',
      link: 'https://notes.example.org/2024/moved/',
      published: Temporal.Instant.from('2024-06-05T08:11:12Z'),
      updated: undefined,
      summary: '<p>The cluster moved overnight.</p>',
      content: '<p>The cluster moved overnight, and <b>nobody</b> noticed.</p>',
      authors: ['Ann Example'],
      categories: ['Clusters', 'Storage'],
    });
  });

  it('takes the link from a permanent guid, and loses a bad date only', () => {
    const [, second] = feed.entries;
    expect(second?.link).toBe('https://notes.example.org/2024/backups/');
    expect(second?.published).toBeUndefined();
    expect(second?.authors).toEqual(['Ben Example']);
    expect(second?.summary).toBe('<p>We restored <em>all</em> of them.</p>');
  });

  it('tells how often it wants to be asked', () => {
    expect(feed.polling).toEqual({
      ttl: 90,
      skipHours: [0, 23],
      skipDays: ['Saturday', 'Sunday'],
      updatePeriod: 'hourly',
      updateFrequency: 2,
    });
  });
});

describe('a feed in Atom', () => {
  const feed = readFixture('releases.atom', 'https://elsewhere.example.org/feed');

  it('resolves links by xml:base, and takes the page, not the feed or the editor', () => {
    expect(feed.link).toBe('https://code.example.org/tool/releases');
    expect(feed.entries.map((entry) => entry.link)).toEqual([
      'https://code.example.org/tool/releases/2.0',
      'https://code.example.org/tool/old/1.9',
    ]);
  });

  it('takes plain text as text and HTML as HTML', () => {
    const [first] = feed.entries;
    expect(first?.title).toBe('2.0 &lt;final&gt;');
    expect(first?.summary).toBe('Faster &amp; smaller');
    expect(first?.content).toBe(
      '<h2>News</h2><p>See <a href="https://code.example.org/tool/notes">the notes</a>.</p>',
    );
  });

  it('resolves URLs in XHTML by every xml:base around them', () => {
    const [, second] = feed.entries;
    expect(second?.content).toContain('href="https://code.example.org/tool/old/docs/deep/page"');
    expect(second?.content).toContain('src="https://code.example.org/tool/old/docs/picture.png"');
  });

  it('gives both dates, the author and the category', () => {
    const [first] = feed.entries;
    expect(first?.published?.toString()).toBe('2024-06-04T06:00:00Z');
    expect(first?.updated?.toString()).toBe('2024-06-05T10:11:12Z');
    expect(first?.authors).toEqual(['Carol Example']);
    expect(first?.categories).toEqual(['release']);
  });
});

it('reads a feed in RDF in the order of its items', () => {
  const feed = readFixture('advisories.rdf');
  expect(feed.title).toBe('Advisories');
  expect(feed.entries.map((entry) => entry.title)).toEqual(['First advisory', 'Second advisory']);
  expect(feed.entries[0]).toMatchObject({
    id: 'https://safe.example.org/1',
    authors: ['Dan Example'],
    categories: ['kernel'],
    published: Temporal.Instant.from('2024-06-01T00:00:00Z'),
  });
});

describe('a JSON Feed', () => {
  const feed = readFixture('journal.json', 'https://json.example.org/feed.json');

  it('resolves its URLs by its address and reads numbers as ids', () => {
    expect(feed.link).toBe('https://json.example.org/journal');
    expect(feed.entries[0]).toMatchObject({
      id: '7',
      link: 'https://json.example.org/journal/7',
      content: '<p>See <a href="https://json.example.org/why">why</a>.</p>',
      authors: ['Eve Example'],
      categories: ['storage'],
      published: Temporal.Instant.from('2024-06-05T17:11:12Z'),
    });
  });

  it('makes HTML of what is plain text', () => {
    expect(feed.title).toBe('Journal of R&amp;D');
    expect(feed.entries[0]?.title).toBe('Snapshots &lt; backups');
    expect(feed.entries[1]?.content).toContain('Another &lt;line&gt;.');
  });

  it('is not made to allocate by an object that pretends to be a long list', () => {
    const json =
      '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","tags":{"length":4e9}}]}';
    expect(read(json).entries[0]?.categories).toEqual([]);
  });
});

describe('faults of markup', () => {
  it.each([
    ['junk before the prolog', `\n\nWarning: x on line 3<br />${rss('<title>a</title>')}`],
    [
      'a line of a log',
      `[05-Jun-2024 08:00:00 UTC] PHP Warning: x\n<?xml version="1.0"?>${rss('<title>a</title>')}`,
    ],
    ['a page around the feed', `<html><body>${rss('<title>a</title>')}</body></html>`],
    ['a bare ampersand', rss('<title>a</title><link>http://a/?b=1&copy=2</link>')],
    ['no closing tags at all', '<rss><channel><title>t<item><title>a'],
    ['a tag that is cut off', '<rss><channel><item><title>a</title><desc'],
    ['a title that is never closed', rss('<title>a<link>http://a/</link>')],
    ['a title closed as something else', rss('<title>a</description>')],
    ['an unknown element that is never closed', rss('<x:y><title>a</title>')],
    ['an item in an item', rss('<title>a</title><item><title>b</title>')],
    ['attributes without quotes', '<rss version=2.0><channel><item><title>a</title></item>'],
    [
      'a prefix on every element',
      '<r:rss xmlns:r="http://backend.userland.com/rss2"><r:channel><r:item><r:title>a</r:title></r:item></r:channel></r:rss>',
    ],
    ['a channel without rss around it', '<channel><item><title>a</title></item></channel>'],
    [
      'an element named like a prototype',
      rss('<__proto__><title>b</title></__proto__><title>a</title>'),
    ],
  ])('survives %s', (_, text) => {
    expect(read(text).entries[0]?.title).toBe('a');
  });

  it('keeps the siblings of a title that is never closed', () => {
    const [entry] = read(rss('<title>a<link>http://a/</link><guid>g</guid>')).entries;
    expect(entry).toMatchObject({ title: 'a', link: 'http://a/', id: 'g' });
  });

  it('keeps an ampersand in a link as it was written', () => {
    const [entry] = read(rss('<link>http://a/?b=1&copy=2&amp;d=3</link>')).entries;
    expect(entry?.link).toBe('http://a/?b=1&copy=2&d=3');
  });

  it('leaves entities of HTML to HTML and drops characters that XML forbids', () => {
    const [entry] = read(rss('<title>Gr&ouml;&#223;e&#8;\u0001 &#151; &amp;lt;</title>')).entries;
    expect(entry?.title).toBe('Gr&ouml;ße — &lt;');
  });

  it('does not take the title of a picture for that of the channel', () => {
    const text = '<rss><channel><image><title>b</title></image><title>a</title></channel></rss>';
    expect(read(text).title).toBe('a');
  });

  it('does not take an item of another vocabulary for an entry', () => {
    const text = rss('<title>a</title><x:item xmlns:x="urn:x"><title>b</title></x:item>');
    expect(read(text).entries.map((entry) => entry.title)).toEqual(['a']);
  });

  it('keeps an entry in which nothing stands', () => {
    expect(read(rss('')).entries).toHaveLength(1);
  });

  it.each(['weblog.rss', 'releases.atom', 'advisories.rdf'])(
    'has every entry of %s that came whole, wherever it is cut off',
    (name) => {
      const text = readFileSync(new URL(`../fixtures/feeds/${name}`, import.meta.url), 'utf8');
      for (let end = 0; end <= text.length; end += 7) {
        const whole = text.slice(0, end).match(/<\/(?:item|entry)>/g)?.length ?? 0;
        const outcome = parseFeed(Buffer.from(text.slice(0, end)), {});
        const count = outcome.kind === 'parsed' ? outcome.feed.entries.length : 0;
        expect(count, `cut at ${end}`).toBeGreaterThanOrEqual(whole);
        expect(count, `cut at ${end}`).toBeLessThanOrEqual(whole + 1);
      }
    },
  );
});

describe('an entry with very many elements of one name', () => {
  it('keeps the first of them, and the entries behind it', () => {
    const many = `<title>a</title>${'<category>c</category><dc:creator>d</dc:creator>'.repeat(1_000)}`;
    const feed = read(rss(`${many}</item><item><title>b</title><category>e</category>`));
    expect(feed.entries.map(({ title }) => title)).toEqual(['a', 'b']);
    expect(feed.entries.map(({ categories }) => categories.length)).toEqual([50, 1]);
    expect(feed.entries[0]?.authors).toHaveLength(50);
  });

  it('keeps its link among the first', () => {
    const links = '<link href="/a"/>'.repeat(1_000);
    const people = '<author><name>c</name></author>'.repeat(1_000);
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${links}${people}<id>d</id></entry></feed>`;
    const [entry] = read(text, 'https://a.example/').entries;
    expect(entry).toMatchObject({ link: 'https://a.example/a', id: 'd' });
    expect(entry?.authors).toHaveLength(50);
  });

  it('leaves the others what they have once', () => {
    const item = `<item><title>a</title>${'<category>c</category>'.repeat(50)}<link>http://a/</link></item>`;
    const { entries } = read(`<rss><channel>${item.repeat(500)}</channel></rss>`);
    expect(entries).toHaveLength(500);
    expect(entries.at(-1)).toMatchObject({ title: 'a', link: 'http://a/', categories: ['c'] });
  });
});

describe('entities of a document type', () => {
  it('are not fetched', () => {
    const text = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<title>a&x;</title>')}`;
    expect(read(text).entries[0]?.title).toBe('a&x;');
  });

  it('are not expanded', () => {
    const text = `<!DOCTYPE rss [<!ENTITY x "${'y'.repeat(1000)}">]>${rss('<title>a&x;&x;</title>')}`;
    expect(read(text).entries[0]?.title).toBe('a&x;&x;');
  });
});

describe('a document type is passed over', () => {
  const feed = rss('<title>real</title>');
  const other = rss('<title>of an entity</title>');

  it.each([
    `<!DOCTYPE rss [<!-- ]> --><!ENTITY a "${other}">]>`,
    `<!DOCTYPE rss [<!-- it's --><!ENTITY a "]>"><!ENTITY b '${other}'> ] >`,
    `<!doctype rss [<?x ]> ?><![INCLUDE[<!ENTITY a "${other}">]]>]>`,
    '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "https://a.example/rss.dtd">',
    '<!DOCTYPE rss [<!ENTITY a "x">',
    '<!DOCTYPE rss [<!ENTITY a "x>]>',
    '<![if !IE]>',
  ])('%s', (doctype) => {
    expect(read(`${doctype}${feed}`).entries.map((entry) => entry.title)).toEqual(['real']);
  });
});

describe('what is no feed', () => {
  it.each([
    ['', 'the document is empty'],
    ['  \n', 'the document is empty'],
    ['just words', 'not a feed: there is no XML in it'],
    ['<!DOCTYPE html><html><body>hello</body></html>', 'an HTML page, not a feed'],
    [
      '<html><svg><rdf:RDF xmlns:rdf="x"></rdf:RDF></svg><entry><title>Gone</title></entry></html>',
      'an HTML page, not a feed',
    ],
    ['<catalog><book/></catalog>', 'not a feed: its first element is <catalog>'],
    ['{"items":', 'not a feed: JSON with an error in it, or cut off'],
    ['{"message":"not found"}', 'not a feed: JSON, but no JSON Feed'],
    ['[1, 2]', 'not a feed: JSON, but no JSON Feed'],
  ])('%j is said to be so', (text, reason) => {
    expect(reasonFor(text)).toBe(reason);
  });
});
