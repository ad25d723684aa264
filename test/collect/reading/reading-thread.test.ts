import { expect, onTestFinished, test } from 'vitest';
import type { Fetched } from '../../../src/collect/fetch/fetch-outcome.ts';
import { ReadingThread } from '../../../src/collect/reading/reading-thread.ts';
import { readInPlace } from '../../support/read-in-place.ts';
import { NOON, sourceAt } from '../support/context.ts';
import { rss } from '../support/rss.ts';

const source = sourceAt('https://blog.example/feed');

function fetchedText(text: string): Fetched {
  const headers = { 'content-type': 'application/rss+xml' };
  return {
    kind: 'fetched',
    bytes: new TextEncoder().encode(text),
    headers,
    url: source.url,
    fetchedAt: NOON,
  };
}

function openThread(...limits: ConstructorParameters<typeof ReadingThread>): ReadingThread {
  const thread = new ReadingThread(...limits);
  onTestFinished(() => thread.close());
  return thread;
}

/** Several megabytes. */
const long = `<rss version="2.0"><channel>${'<item><title>A title</title><description>&lt;p&gt;Some words.&lt;/p&gt;</description></item>'.repeat(60_000)}</channel></rss>`;

test('a thread reads what would be read in place, dates included', async () => {
  const text = rss(['One', 'Two']).replace(
    '</item>',
    '<pubDate>Wed, 05 Jun 2024 08:00:00 +0200</pubDate></item>',
  );
  const outcome = await openThread().readDocument(source, fetchedText(text), []);
  expect(outcome).toEqual(await readInPlace.readDocument(source, fetchedText(text), []));
  expect(outcome).toMatchObject({
    kind: 'read',
    entries: [{ publishedAt: Temporal.Instant.from('2024-06-05T06:00:00Z') }, { title: 'Two' }],
  });
});

test('what cannot be read is explained', async () => {
  const outcome = await openThread().readDocument(
    source,
    fetchedText('<html><p>Hi</p></html>'),
    [],
  );
  expect(outcome).toEqual({
    kind: 'unreadable',
    reason: 'an HTML page instead of a feed; it offers none',
  });
});

test('open data is read, too', async () => {
  const list = { vulnerabilities: [{ cveID: 'CVE-2024-37085', dateAdded: '2024-07-30' }] };
  const text = JSON.stringify(list);
  const outcome = await openThread().readFacts('kev', source.url, fetchedText(text));
  expect(outcome).toEqual(await readInPlace.readFacts('kev', source.url, fetchedText(text)));
});

test('documents that are asked for side by side are all read', async () => {
  const thread = openThread();
  const titles = Array.from({ length: 20 }, (_, number) => `Number ${number}`);
  const outcomes = await Promise.all(
    titles.map((title) => thread.readDocument(source, fetchedText(rss([title])), [])),
  );
  expect(outcomes.map((outcome) => outcome.kind === 'read' && outcome.entries[0]?.title)).toEqual(
    titles,
  );
});

test('a document that takes too long is unreadable, and the next one is read', async () => {
  const thread = openThread({ milliseconds: 1 });
  expect(await thread.readDocument(source, fetchedText(long), [])).toEqual({
    kind: 'unreadable',
    reason: 'reading it takes more than 0.001 s',
  });
  const patient = openThread();
  expect(await patient.readDocument(source, fetchedText(rss(['Next'])), [])).toMatchObject({
    entries: [{ title: 'Next' }],
  });
});

test('a document that takes up too much memory is unreadable, and the next one is read', async () => {
  const thread = openThread({ heapMegabytes: 16 });
  const list = `{"vulnerabilities":[${'{"cveID":"CVE-2024-1"},'.repeat(500_000)}{}]}`;
  expect(await thread.readFacts('kev', source.url, fetchedText(list))).toEqual({
    kind: 'unreadable',
    reason: 'reading it takes more than 16 MB of memory',
  });
  expect(await thread.readDocument(source, fetchedText(rss(['Next'])), [])).toMatchObject({
    entries: [{ title: 'Next' }],
  });
});

test('memory of large documents is given back, and the next one is read', async () => {
  const thread = openThread();
  for (const _ of [1, 2])
    expect(await thread.readDocument(source, fetchedText(long), [])).toMatchObject({
      kind: 'read',
    });
});
