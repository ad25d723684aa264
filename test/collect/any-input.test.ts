import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

/** Controls, and characters that turn the direction of the text around. */
const hidden = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

/** What every entry holds, whatever it was made of. */
function expectSound(entry: Entry): void {
  expect(entry.title).toMatch(/\S/);
  expect(entry.title).not.toContain('\n');
  expect(entry.title.length).toBeLessThanOrEqual(300);
  for (const text of [entry.title, entry.text]) expect(text).not.toMatch(hidden);
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
