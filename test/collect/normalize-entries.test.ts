import { describe, expect, it } from 'vitest';
import { normalizeEntries } from '../../src/collect/normalize-entries.ts';
import type { ParsedEntry } from '../../src/collect/parsed-feed.ts';
import type { Entry } from '../../src/model/entry.ts';
import type { Source } from '../../src/model/source.ts';

const source: Source = {
  id: 'blog',
  name: 'Blog',
  url: 'https://a.example/feed',
  kind: 'feed',
  isVendor: true,
};
const now = Temporal.Instant.from('2024-06-05T12:00:00Z');

function normalize(...entries: Partial<ParsedEntry>[]): Entry[] {
  const feed = {
    entries: entries.map((entry) => ({ authors: [], categories: [], ...entry })),
    polling: { skipHours: [], skipDays: [] },
  };
  return normalizeEntries(feed, source, 'https://a.example/feed', now);
}

function one(entry: Partial<ParsedEntry>): Entry | undefined {
  return normalize(entry)[0];
}

describe('an entry', () => {
  it('has safe HTML, its text, a plain title, an absolute link and who wrote it', () => {
    const entry = one({
      id: ' tag:1 ',
      title: 'R&amp;D <b>news</b>',
      link: '/post?utm_source=rss',
      content: '<p>Hello <a href="/x">there</a>.</p><script>x</script>',
      summary: 'Hello',
      published: Temporal.Instant.from('2024-06-01T00:00:00Z'),
      updated: Temporal.Instant.from('2024-06-02T00:00:00Z'),
      authors: ['Ann', 'ann ', 'ben@example.org', ''],
      categories: ['KVM', 'kvm', 'R&amp;D'],
    });
    expect(entry).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      sourceId: 'blog',
      feedId: 'tag:1',
      url: 'https://a.example/post',
      title: 'R&D news',
      text: 'Hello there.',
      categories: ['KVM', 'R&D'],
      authors: ['Ann'],
      publishedAt: Temporal.Instant.from('2024-06-01T00:00:00Z'),
      updatedAt: Temporal.Instant.from('2024-06-02T00:00:00Z'),
    });
  });

  it('has the summary where there is no content', () => {
    expect(one({ title: 't', content: ' ', summary: '<p>Short.</p>' })?.text).toBe('Short.');
  });

  it('has the paragraphs that plain text shows', () => {
    expect(one({ title: 't', content: 'One\ntwo.\n\nThree.' })?.text).toBe('One\ntwo.\n\nThree.');
  });

  it('takes its link from an id that is one', () => {
    expect(one({ id: 'https://a.example/7', title: 't' })?.url).toBe('https://a.example/7');
  });

  it.each(['javascript:alert(1)', 'ftp://a.example/x'])('has no link to %s', (link) => {
    expect(one({ title: 't', link })).not.toHaveProperty('url');
  });
});

describe('a title that is missing', () => {
  it('is made of the first words', () => {
    const content = `<p>${'It moved and nobody noticed. '.repeat(10)}</p><p>More.</p>`;
    const title = one({ content })?.title;
    expect(title).toMatch(/^It moved and nobody noticed\. It moved .*…$/);
    expect(title?.length).toBeLessThanOrEqual(80);
  });

  it('is the link where there are no words', () => {
    expect(one({ title: '<p></p>', link: 'https://www.a.example/7' })?.title).toBe('a.example/7');
  });

  it('with no words and no link leaves no entry', () => {
    expect(normalize({ id: 'x' }, { title: 'y' }).map((entry) => entry.title)).toEqual(['y']);
  });
});

describe('a date', () => {
  function publishedAt(text: string): string | undefined {
    return one({ title: 't', published: Temporal.Instant.from(text) })?.publishedAt?.toString();
  }

  it('may be some hours ahead, as wrong zones make it', () => {
    expect(publishedAt('2024-06-06T11:00:00Z')).toBe('2024-06-06T11:00:00Z');
  });

  it.each(['2024-06-06T13:00:00Z', '2099-01-01T00:00:00Z', '1970-01-01T00:00:00Z'])(
    'is unknown when it is %s',
    (text) => {
      expect(publishedAt(text)).toBeUndefined();
    },
  );

  it('of the last change is that of publication where a feed gives no other', () => {
    const updated = Temporal.Instant.from('2024-06-02T00:00:00Z');
    expect(one({ title: 't', updated })?.publishedAt).toEqual(updated);
  });
});

describe('duplicates in a feed', () => {
  const post = { id: '1', title: 'Post', link: 'https://a.example/1' };

  it.each<[string, Partial<ParsedEntry>]>([
    ['the same id and title', { ...post, link: 'https://a.example/1?page=2' }],
    ['the same link and title', { ...post, id: '2' }],
    ['the same link but for tracking', { ...post, link: 'http://a.example/1/?utm_source=x' }],
  ])('with %s are one', (_, other) => {
    expect(normalize(post, other)).toHaveLength(1);
  });

  it.each<[string, Partial<ParsedEntry>]>([
    ['id', { ...post, title: 'Other', link: 'https://a.example/2' }],
    ['link', { ...post, title: 'Other', id: '2' }],
    ['title', { ...post, link: 'https://a.example/2', id: '2' }],
  ])('that share only the %s are two, with two ids', (_, other) => {
    const ids = normalize(post, other).map((entry) => entry.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('of an entry without id and link are one', () => {
    expect(normalize({ title: 'a' }, { title: 'a' }, { title: 'b' })).toHaveLength(2);
  });

  it('of title and link with other ids and dates are two', () => {
    const changes = ['2024-05-01', '2024-06-01'].map((day) => ({
      ...post,
      id: day,
      published: Temporal.Instant.from(`${day}T00:00:00Z`),
    }));
    expect(normalize(...changes)).toHaveLength(2);
    expect(normalize(...changes.map(({ id, ...change }) => change))).toHaveLength(2);
  });

  it('of title, link and day with other ids and texts are two', () => {
    const published = Temporal.Instant.from('2024-05-01T00:00:00Z');
    const change = (id: string, summary: string) => ({ ...post, id, published, summary });
    expect(normalize(change('1', 'Fixes a leak.'), change('2', 'Fixes a crash.'))).toHaveLength(2);
    expect(normalize(change('1', 'Fixes a leak.'), change('2', 'Fixes a leak.'))).toHaveLength(1);
  });

  it('of title and day without ids and links are two when their texts differ', () => {
    const note = (summary: string) => ({ title: 'Note', summary });
    expect(normalize(note('One.'), note('Two.'), note('Two.'))).toHaveLength(2);
  });
});
