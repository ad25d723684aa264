import { describe, expect, it } from 'vitest';
import { entryIds } from '../../../src/collect/normalize/entry-id.ts';
import { identityOf } from '../../../src/collect/normalize/entry-identity.ts';
import { type KnownEntry, matchEntries } from '../../../src/collect/normalize/match-entries.ts';
import type { Entry } from '../../../src/model/entry.ts';

interface Facts {
  readonly feedId?: string;
  readonly url?: string;
  readonly title: string;
  readonly publishedAt?: Temporal.Instant;
  readonly text?: string;
}

const monday = Temporal.Instant.from('2024-06-03T10:12:00Z');
const tuesday = Temporal.Instant.from('2024-06-04T10:00:00Z');

/** Entries as they come out of a feed, with the ids that the feed alone gives them. */
function fetched(...facts: Facts[]): Entry[] {
  const ids = entryIds('source', facts.map(identityOf));
  return facts.map((fact, index) => ({
    text: '',
    ...fact,
    id: ids[index] ?? '',
    sourceId: 'source',
    categories: [],
    authors: [],
  }));
}

/** Which stored entry each entry of the next fetch is; -1 for a new one. */
function matched(stored: readonly KnownEntry[], incoming: readonly Entry[]): number[] {
  const ids = matchEntries(incoming, stored).map((entry) => entry.id);
  expect(new Set(ids).size).toBe(ids.length);
  return ids.map((id) => stored.findIndex((entry) => entry.id === id));
}

const post = {
  feedId: 'https://a.example/?p=1',
  url: 'https://a.example/update',
  title: 'An update',
  publishedAt: monday,
};

describe('an entry that was stored before', () => {
  it.each<[string, Facts]>([
    ['unchanged', post],
    ['with an edited title', { ...post, title: 'An update (corrected)' }],
    ['with a new date', { ...post, publishedAt: tuesday }],
    [
      'under https',
      { ...post, url: 'http://www.a.example/update/', feedId: 'http://a.example/?p=1' },
    ],
    [
      'on another host',
      { ...post, url: 'https://b.example/update', feedId: 'https://b.example/?p=1' },
    ],
    ['with another id', { ...post, feedId: 'random-2' }],
    [
      'with another id and title, on the same day',
      { ...post, feedId: 'random-2', title: 'Update' },
    ],
    ['with another link', { ...post, url: 'https://a.example/update-2' }],
    [
      'with another link and id, at the same minute',
      { ...post, url: 'https://a.example/2', feedId: '2' },
    ],
    [
      'with another id, date and added words in the title',
      { ...post, feedId: '2', title: 'An update (corrected)', publishedAt: tuesday },
    ],
    [
      'with its title and link edited on the day of publication',
      { ...post, url: 'https://a.example/update-2', title: 'An update (corrected)' },
    ],
    ['without an id', { url: post.url, title: post.title }],
    ['without a link', { feedId: post.feedId, title: 'An update (corrected)' }],
  ])('is told again: %s', (_, facts) => {
    expect(matched(fetched(post), fetched(facts))).toEqual([0]);
  });

  it('keeps the day on which it was first published', () => {
    const [entry] = matchEntries(fetched({ ...post, publishedAt: tuesday }), fetched(post));
    expect(entry?.publishedAt).toEqual(monday);
  });

  it('gets the date that it did not have', () => {
    const stored = fetched({ url: post.url, title: post.title });
    const [entry] = matchEntries(fetched(post), stored);
    expect(entry?.publishedAt).toEqual(monday);
  });

  it('is told again among others when all of them changed their ids and host', () => {
    const feed = (host: string, round: number) =>
      fetched(
        ...Array.from({ length: 20 }, (_, number) => ({
          feedId: `${round}-${number}`,
          url: `https://${host}/posts/${number}`,
          title: `Post ${number}`,
        })),
      );
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    expect(matched(feed('a.example', 1), feed('b.example', 2))).toEqual(numbers);
  });
});

describe('two advisories', () => {
  const midnight = Temporal.Instant.from('2024-06-03T00:00:00Z');
  const inParis = Temporal.Instant.from('2024-06-02T22:00:00Z');
  const first = {
    feedId: 'adv-0',
    url: 'https://a.example/adv-0',
    title: 'Security update',
    publishedAt: midnight,
    text: 'A guest could read the memory of its host.',
  };
  const next = { feedId: 'adv-1', url: 'https://a.example/adv-1', text: 'A guest could stop.' };
  const { feedId, ...withoutId } = first;
  const { url, ...withoutLink } = first;

  it.each<[string, Facts, Facts]>([
    ['of one day', first, { ...first, ...next }],
    ['of one day, without ids', withoutId, { ...withoutId, url: next.url, text: next.text }],
    ['of one day, without links', withoutLink, { ...withoutLink, feedId: '1', text: next.text }],
    ['of one day, in the words of a template', first, { ...first, ...next, text: first.text }],
    [
      'of one day that begins elsewhere',
      { ...first, publishedAt: inParis },
      { ...first, ...next, text: first.text, publishedAt: inParis },
    ],
    [
      'of one minute',
      { ...first, publishedAt: monday },
      { ...first, ...next, publishedAt: monday },
    ],
    [
      'at the front page',
      { ...first, url: 'https://a.example/' },
      { ...first, ...next, url: 'https://a.example/', title: 'Another security update' },
    ],
    [
      'at the page of the latest one',
      { ...first, url: 'https://a.example/latest' },
      { ...first, ...next, url: 'https://a.example/latest', publishedAt: tuesday },
    ],
    [
      'at two places of a page',
      { ...first, url: 'https://a.example/log#0' },
      { ...first, ...next, url: 'https://a.example/log#1', publishedAt: tuesday },
    ],
    [
      'of one page, by a parameter',
      { ...first, url: 'https://a.example/advisory?id=0' },
      { ...first, ...next, url: 'https://a.example/advisory?id=1' },
    ],
  ])('%s are two', (_, stored, incoming) => {
    expect(matched(fetched(stored), fetched(incoming))).toEqual([-1]);
  });

  it.each([
    ['of one day', '', ''],
    ['on one page of another host', 'https://a.example/log', 'https://b.example/log'],
    ['on one page', 'https://a.example/log', 'https://a.example/log'],
  ])('%s are two when the first has rolled off', (_, before, after) => {
    const item = (number: number, page: string) => ({
      feedId: `adv-${number}`,
      url: page || `https://a.example/${number}`,
      title: 'Security update',
      publishedAt: midnight,
      text: `Flaw ${number}.`,
    });
    const stored = fetched(item(1, before), item(2, before));
    expect(matched(stored, fetched(item(3, after), item(2, after)))).toContain(-1);
  });

  it.each<[string, Facts]>([
    ['its id', { ...first, feedId: 'churned' }],
    ['its id, in place of a link', { ...withoutLink, feedId: 'churned' }],
    ['its id and a parameter', { ...first, feedId: 'x', url: `${first.url}?session=2` }],
    ['its id and host', { ...first, feedId: 'x', url: 'https://b.example/adv-0', text: 'Edited.' }],
  ])('are one when only %s changed', (_, incoming) => {
    const stored = incoming.url === undefined ? withoutLink : first;
    expect(matched(fetched(stored), fetched(incoming))).toEqual([0]);
  });

  it('are told by their texts when nothing else does', () => {
    const notes = ['Flaw one.', 'Flaw two.'].map((text) => ({
      title: 'Security update',
      publishedAt: midnight,
      text,
    }));
    expect(matched(fetched(...notes), fetched(...notes.toReversed()))).toEqual([1, 0]);
  });
});

describe('a link that only one entry has', () => {
  const page = (name: string, title: string, changes: Partial<Facts> = {}) => ({
    feedId: `id of ${title}`,
    url: `https://a.example/${name}`,
    title,
    text: `About ${title}.`,
    ...changes,
  });
  const others = [page('b', 'Backups'), page('c', 'Clusters')];

  it.each<[string, Facts]>([
    ['other words', page('a', 'Ceph for everybody')],
    ['other words, and another date', page('a', 'Ceph for everybody', { publishedAt: tuesday })],
  ])('tells an entry again by %s in a feed that gives each its own', (_, edited) => {
    const stored = page('a', 'Storage without tears', { publishedAt: monday });
    expect(matched(fetched(stored, ...others), fetched(edited, ...others))).toEqual([0, 1, 2]);
  });

  it('tells an entry again by its text', () => {
    const stored = page('a', 'Storage without tears', { publishedAt: monday });
    const edited = { ...stored, feedId: '2', title: 'On Ceph', publishedAt: tuesday };
    expect(matched(fetched(stored), fetched(edited))).toEqual([0]);
  });

  it('may be that of the latest version, whatever it is', () => {
    const release = (version: string, publishedAt: Temporal.Instant) =>
      page('download', `Version ${version}`, { publishedAt });
    const stored = fetched(release('8.1', monday), ...others);
    expect(matched(stored, fetched(release('8.2', tuesday), ...others))).toEqual([-1, 1, 2]);
    expect(matched(fetched(release('8', monday)), fetched(release('9', tuesday)))).toEqual([-1]);
  });
});

const front = { ...post, url: 'https://a.example/', text: 'First words.' };

describe('a new entry', () => {
  it.each<[string, Facts]>([
    [
      'reuses an id',
      { ...post, url: 'https://a.example/other', title: 'Other', publishedAt: tuesday },
    ],
    [
      'reuses an id without having a link',
      { feedId: post.feedId, url: 'https://a.example/o', title: 'Other' },
    ],
    [
      'reuses an id at the front page',
      { ...front, title: 'Other', publishedAt: tuesday, text: 'Other words.' },
    ],
    ['reuses a link', { ...post, feedId: '2', title: 'Other', publishedAt: tuesday }],
    ['reuses a title', { ...post, feedId: '2', url: 'https://a.example/o', publishedAt: tuesday }],
    ['shares nothing', { feedId: '2', url: 'https://a.example/o', title: 'Other' }],
  ])('is told from a stored one when it %s', (_, facts) => {
    const stored = facts.url === front.url ? front : post;
    expect(matched(fetched(stored), fetched(facts))).toEqual([-1]);
  });

  it('gets the same id each time, though that of the link is taken', () => {
    const stored = fetched(post);
    const next = fetched({ ...post, feedId: '2', title: 'Other', publishedAt: tuesday });
    const [first] = matchEntries(next, stored);
    const [again] = matchEntries(next, [...stored, first as Entry]);
    expect(again?.id).toBe(first?.id);
  });

  it('of a changelog that links all to one page is told by its id', () => {
    const change = (number: number) => ({
      feedId: `change-${number}`,
      url: 'https://a.example/changes',
      title: 'Security update',
      publishedAt: monday.add({ hours: number }),
    });
    const stored = fetched(change(1), change(2));
    expect(matched(stored, fetched(change(3), change(2), change(1)))).toEqual([-1, 1, 0]);
  });

  it('of a feed whose entries all have one id is told by its link', () => {
    const item = (number: number) => ({
      feedId: 'https://a.example/',
      url: `https://a.example/${number}`,
      title: `Item ${number}`,
    });
    expect(matched(fetched(item(1), item(2)), fetched(item(3), item(2)))).toEqual([-1, 1]);
  });

  it('of a feed without ids and links is told by its title and date', () => {
    const note = (title: string, publishedAt: Temporal.Instant) => ({ title, publishedAt });
    const stored = fetched(note('Note', monday));
    expect(matched(stored, fetched(note('Note', tuesday), note('Note', monday)))).toEqual([-1, 0]);
  });
});

describe('the ids of entries from the feed alone', () => {
  function idOf(facts: Facts, ...others: Facts[]): string | undefined {
    return fetched(facts, ...others)[0]?.id;
  }

  it('do not change with scheme, www, tracking, id, title or date', () => {
    const other = { ...post, feedId: 'x', title: 'y', publishedAt: tuesday };
    expect(idOf({ ...other, url: 'http://www.A.example/update/' })).toBe(idOf(post));
  });

  it('are unique, even where entries cannot be told apart', () => {
    const ids = fetched({ title: 'x' }, { title: 'x' }, { title: 'x' }).map((entry) => entry.id);
    expect(new Set(ids).size).toBe(3);
  });

  it('differ between sources', () => {
    const identities = [identityOf(post)];
    expect(entryIds('a', identities)).not.toEqual(entryIds('b', identities));
  });
});
