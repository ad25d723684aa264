import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { normalizeEntries } from '../src/collect/normalize-entries.ts';
import { parseFeed } from '../src/collect/parse-feed.ts';
import { composeEdition } from '../src/digest/compose-edition.ts';
import type { Edition } from '../src/model/edition.ts';
import { loadTemplates } from '../src/render/load-templates.ts';
import { renderDocuments } from '../src/render/render-documents.ts';
import { renderEmail } from '../src/render/render-email.ts';
import { input } from './digest/build.ts';

// From the bytes of a feed to what a reader opens: whatever HTML an item holds, nothing of it acts.

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

const url = 'https://press.example/feed';
const now = Temporal.Instant.from('2024-06-05T12:00:00Z');
const templates = loadTemplates();

/** An edition of one item, which no rule leaves out: a new release of a hypervisor. */
function editionOf(inside: string): Edition {
  const text = `<rss><channel><item><title>Proxmox VE 9.9 released ${inside}</title><link>https://press.example/1</link>
    <pubDate>Mon, 03 Jun 2024 12:00:00 GMT</pubDate><description>Proxmox VE 9.9 is released. ${inside}</description></item></channel></rss>`;
  const outcome = parseFeed(Buffer.from(text), { url });
  if (outcome.kind !== 'parsed') throw new Error(outcome.reason);
  const source = { id: 'press', name: 'Press', url, kind: 'feed', isVendor: false } as const;
  const entries = normalizeEntries(outcome.feed, source, url, now);
  const stored = entries.map((entry) => ({ ...entry, collectedAt: now, isBacklog: false }));
  return { ...composeEdition(input(stored)), number: 1 };
}

/** All HTML that readers get: the pages, the mail, and what the feed holds. */
function pagesOf(edition: Edition): string[] {
  const documents = renderDocuments([edition], templates);
  const bodies = documents.map(({ body }) => String(body));
  const feed = bodies.find((body) => body.includes('<feed')) ?? '';
  const contents = [...feed.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g)].map(([, html]) => html ?? '');
  const pages = bodies.filter((body) => /^<!doctype html>/i.test(body));
  return [...pages, ...contents, renderEmail(edition, templates).html];
}

/** What in a page could act or lead astray. The templates themselves have none of it. */
function findDanger(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (actingElements.has(name)) found.push(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^on|^srcdoc$|[^a-z:-]/.test(attribute)) found.push(attribute);
        if (/^(?:href|src)$/.test(attribute) && /^\s*(?:javascript|vbscript):/i.test(value))
          found.push(value);
      }
    },
  });
  parser.end(html);
  return found;
}

const actingElements = new Set(
  'script iframe object embed form input button textarea select img svg math base template noscript xmp plaintext frame applet'.split(
    ' ',
  ),
);

test('no HTML of a feed acts in the pages, the feed or the mail of its edition', () => {
  expect(pagesOf(editionOf('')).length).toBeGreaterThan(3);
  fc.assert(
    fc.property(attack, fc.boolean(), (html, isEscaped) => {
      const inside = isEscaped ? html.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : html;
      const edition = editionOf(inside);
      if (edition.stories.length === 0) return;
      for (const page of pagesOf(edition)) expect(findDanger(page)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
