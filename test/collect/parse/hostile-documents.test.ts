import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../src/collect/parse-feed.ts';
import { hostileDocuments } from '../../support/hostile-documents.ts';

function read(text: string) {
  return parseFeed(Buffer.from(text), { url: 'https://a.example/feed' });
}

// How long each takes, and that twice the size takes twice as long, is shown by `npm run bench -- parse`.
describe('a hostile document of a megabyte', () => {
  it.each(Object.entries(hostileDocuments))('gives a value: %s', (_, make) => {
    const outcome = read(make(1_000_000));
    if (outcome.kind === 'unreadable')
      expect(outcome.reason).toMatch(/^(?:not a feed|an HTML page)/);
    else expect(outcome.feed.entries.length).toBeLessThanOrEqual(2_000);
  });

  it('keeps its first title under a hundred thousand levels', () => {
    const outcome = read(hostileDocuments['elements nested']?.(300_000) ?? '');
    expect(outcome).toMatchObject({ kind: 'parsed', feed: { entries: [{ title: 'a' }] } });
  });

  it('gives the first two thousand of sixty thousand items', () => {
    const items = Array.from(
      { length: 60_000 },
      (_, number) => `<item><title>${number}</title></item>`,
    );
    const outcome = read(`<rss version="2.0"><channel>${items.join('')}</channel></rss>`);
    const entries = outcome.kind === 'parsed' ? outcome.feed.entries : [];
    expect(entries).toHaveLength(2_000);
    expect(entries.at(-1)?.title).toBe('1999');
  });

  it('gives four hundred thousand characters of a text of fifty million', () => {
    const item = `<item><description>${'x'.repeat(50_000_000)}</description><title>a</title></item>`;
    const outcome = read(`<rss version="2.0"><channel>${item}</channel></rss>`);
    const [entry] = outcome.kind === 'parsed' ? outcome.feed.entries : [];
    expect(entry?.summary?.length).toBe(400_000);
    expect(entry?.title).toBe('a');
  });

  it('adds nothing to the prototype of objects', () => {
    read('<rss><channel><__proto__><polluted>1</polluted></__proto__></channel></rss>');
    read('{"version":"https://jsonfeed.org/version/1","__proto__":{"polluted":1},"items":[]}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
