import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { sanitizeEntryHtml } from '../../src/collect/normalize/sanitize-entry-html.ts';
import { normalizeEntries } from '../../src/collect/normalize-entries.ts';
import { parseFeed } from '../../src/collect/parse-feed.ts';
import type { Entry } from '../../src/model/entry.ts';
import type { Source } from '../../src/model/source.ts';

const url = 'https://a.example/feed';
const now = Temporal.Instant.from('2026-06-05T12:00:00Z');
const source: Source = { id: 's', name: 'S', url, kind: 'feed', isVendor: false };

function collect(bytes: Uint8Array, contentType?: string): Entry[] {
  const outcome = parseFeed(bytes, { contentType, url });
  return outcome.kind === 'parsed' ? normalizeEntries(outcome.feed, source, url, now) : [];
}

const seeds = ['weblog.rss', 'releases.atom', 'advisories.rdf', 'journal.json'].map((name) =>
  readFileSync(new URL(`../fixtures/feeds/${name}`, import.meta.url)),
);

/** A real feed in which a few stretches are replaced by others. */
const damaged = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.uint8Array({ maxLength: 20 })), { maxLength: 8 }),
  )
  .map(([seed, cuts]) =>
    cuts.reduce((bytes, [at, length, insert]) => {
      const from = at % (bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(from + length)]);
    }, seed),
  );

/** Pieces of HTML of which attacks are made, in any order. */
const attack = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['<script>', '</script>', '<svg', '<math><mi>', '<style>', '<!--', '-->', '<![CDATA['],
        ...['<img src=x onerror=alert(1)>', '<a href="javascript:x">', "<a href='", '" onload="x'],
        ...['<iframe srcdoc="', '<noscript>', '</noscript>', '<textarea>', '</textarea', '<xmp>'],
        ...['<template>', '<base href="//b">', '<form action=x>', '<p>', '</p>', '<b>', '>', '<'],
        ...[
          '&lt;script&gt;',
          '&#60;script>',
          '&#x3c;img onerror=x>',
          '\u202e',
          '\0',
          '/',
          '=',
          '`',
        ],
        ...[
          '<meta http-equiv=refresh content="0;url=javascript:x">',
          '<object data=x>',
          '<plaintext>',
        ],
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

const allowedTags = new Set(
  'p div br hr h2 h3 h4 h5 h6 blockquote pre code a em strong b i u s sub sup small kbd q abbr ul ol li dl dt dd figure figcaption img table caption thead tbody tfoot tr th td'.split(
    ' ',
  ),
);
const allowedAttributes = new Set(
  'href title rel src alt width height start colspan rowspan'.split(' '),
);

/** What in the HTML could act, or leads where no link may lead. */
function findDanger(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!allowedTags.has(name)) found.push(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!allowedAttributes.has(attribute)) found.push(attribute);
        const isAddress = attribute === 'href' || attribute === 'src';
        if (isAddress && !/^(?:https?|mailto):/.test(value)) found.push(value);
      }
    },
    oncomment: (text) => found.push(text),
    onprocessinginstruction: (name) => found.push(name),
  });
  parser.end(html);
  return found;
}

/** What every entry holds, whatever it was made of. */
function expectSound(entry: Entry): void {
  expect(entry.title).toMatch(/\S/);
  expect(entry.title).not.toMatch(/[\n\u202a-\u202e]/);
  expect(entry.title.length).toBeLessThanOrEqual(300);
  expect(findDanger(entry.html)).toEqual([]);
  if (entry.url !== undefined) expect(entry.url).toMatch(/^https?:\/\//);
}

describe('any bytes', () => {
  it('give entries that are sound, or none', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 500 }),
        fc.option(fc.string()),
        (bytes, contentType) => {
          for (const entry of collect(bytes, contentType ?? undefined)) expectSound(entry);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('in the middle of a feed leave entries that are sound', () => {
    fc.assert(
      fc.property(damaged, (bytes) => {
        for (const entry of collect(bytes)) expectSound(entry);
      }),
      { numRuns: 500 },
    );
  });

  it('give the same entries each time', () => {
    fc.assert(
      fc.property(damaged, (bytes) => {
        expect(collect(bytes)).toEqual(collect(bytes));
      }),
      { numRuns: 50 },
    );
  });
});

describe('any HTML', () => {
  it('comes out without anything that could act', () => {
    fc.assert(
      fc.property(attack, (html) => {
        const safe = sanitizeEntryHtml(html, { base: url, page: url });
        expect(findDanger(safe)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is safe in an item, escaped or not', () => {
    fc.assert(
      fc.property(attack, fc.boolean(), (html, isEscaped) => {
        const inside = isEscaped ? html.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : html;
        const text = `<rss><channel><item><title>${inside}</title><description>${inside}</description></item></channel></rss>`;
        for (const entry of collect(Buffer.from(text))) expectSound(entry);
      }),
      { numRuns: 500 },
    );
  });
});
