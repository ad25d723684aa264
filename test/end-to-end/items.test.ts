import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Edition } from '../../src/model/edition.ts';
import type { StoredEntry } from '../../src/model/entry.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type AwkwardSource, awkwardFeed, awkwardSources } from '../support/awkward-items.ts';
import { openMailSink } from '../support/mail-sink.ts';
import { openSite } from '../support/site.ts';
import { openWorkspace } from '../support/workspace.ts';

const rounds = [
  ['collect', '--as-of', '2024-06-01T12:00:00Z'],
  ['digest', '--as-of', '2024-06-02T12:00:00Z'],
  ['digest', '--as-of', '2024-06-03T12:00:00Z'],
];
const idOf = (name: string) => name.replace(/\W+/g, '-');

describe('awkward items, collected three times and told in two editions', () => {
  let origin: string;
  let entries: readonly StoredEntry[];
  let editions: readonly Edition[];
  /** What readers get, by name: pages, what is in the feed, mails. */
  let documents: readonly (readonly [string, string])[];

  beforeAll(async () => {
    const pages = new Map<string, string>();
    const site = await openSite(pages);
    origin = site.origin;
    const sink = await openMailSink();
    const workspace = await openWorkspace(
      Object.entries(awkwardSources).map(([name, { kind }]) => ({
        id: idOf(name),
        name,
        url: `${origin}/${idOf(name)}`,
        hypervisor: 'proxmox',
        ...(kind && { kind }),
        request: { allowsPrivate: true },
      })),
      { email: { from: 'digest@example.org', recipients: ['a@example.org'] } },
    );
    for (const [round, args] of rounds.entries()) {
      for (const [name, { rounds: items, format }] of Object.entries(awkwardSources))
        pages.set(`/${idOf(name)}`, awkwardFeed(items[round - 1] ?? [], format));
      const { code, stderr } = await workspace.run(args, { env: { SMTP_URL: sink.url } });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
    const store = openStore(`sqlite:${join(workspace.folder, 'digest.db')}`);
    const days = ['2023-06-01T00:00:00Z', '2040-01-01T00:00:00Z'] as const;
    entries = await store.entriesBetween(
      Temporal.Instant.from(days[0]),
      Temporal.Instant.from(days[1]),
    );
    editions = (await store.editions()).toReversed();
    await store.close();
    const mails = sink.taken.map(({ mail }, at) => [`mail ${at + 1}`, String(mail.html)] as const);
    documents = [...(await readPublished(workspace.output)), ...mails];
    await Promise.all([site.close(), sink.close(), workspace.remove()]);
  }, 60_000);

  test.each(Object.entries(awkwardSources))(
    '%s: stored once, as what it is',
    (name, { stored }) => {
      const found = entries.filter(({ sourceId }) => sourceId === idOf(name));
      expect(found).toHaveLength(stored.length);
      for (const { title, url, publishedAt, text } of stored) {
        const entry = found.find((one) => one.title.startsWith(title));
        expect(entry?.url).toBe(url?.startsWith('/') ? `${origin}${url}` : url);
        expect(entry?.publishedAt?.toString()).toBe(publishedAt);
        if (text !== undefined) expect(entry?.text).toContain(text);
      }
    },
  );

  test.each(Object.entries(awkwardSources))(
    '%s: told once, in the right edition',
    (name, source) => {
      const told = editions.map(({ stories }) =>
        stories.flatMap(({ reports }) => reports).filter(({ sourceId }) => sourceId === idOf(name)),
      );
      const expected = toldOf(source);
      expect(told.map((reports) => reports.length)).toEqual(expected.map(({ length }) => length));
      for (const [at, titles] of expected.entries())
        for (const title of titles)
          expect(
            told[at]?.some((report) => report.title.startsWith(title)),
            title,
          ).toBe(true);
    },
  );

  test('an entry stands in one story of one edition', () => {
    const told = editions.flatMap(({ stories }) => stories.flatMap(({ reports }) => reports));
    expect(editions).toHaveLength(2);
    expect(new Set(told.map(({ entryId }) => entryId)).size).toBe(told.length);
  });

  test('a title of 5,000 characters is cut', () => {
    expect(entries.map(({ title }) => title.length).toSorted((a, b) => b - a)[0]).toBeLessThan(400);
  });

  test('readers get two pages, an index, a feed and two mails, all with news in them', () => {
    expect(documents.map(([name]) => name).toSorted()).toEqual([
      'editions/late-spring-2024-2/index.html',
      'editions/late-spring-2024/index.html',
      'feed.xml',
      'index.html',
      'mail 1',
      'mail 2',
    ]);
    for (const [name, html] of documents) expect(html, name).toMatch(/Proxmox VE/);
  });

  test('nothing that readers get can be executed', () => {
    for (const [name, html] of documents) {
      expect(executableIn(html), name).toEqual([]);
      expect(html, name).not.toContain('alert(');
    }
  });
});

function toldOf({ told, stored }: AwkwardSource): readonly (readonly string[])[] {
  return told ?? [stored.map(({ title }) => title), []];
}

/** Pages as they are, and the HTML that the entries of the feed carry. */
async function readPublished(folder: string): Promise<(readonly [string, string])[]> {
  const paths = await readdir(folder, { recursive: true });
  const read = async (path: string) => [path, await readFile(join(folder, path), 'utf8')] as const;
  const files = await Promise.all(paths.filter((path) => /\.(html|xml)$/.test(path)).map(read));
  return files.map(([path, text]) => [path, path.endsWith('.xml') ? contentOf(text) : text]);
}

/** As a feed reader unpacks it. */
function contentOf(feed: string): string {
  let html = '';
  let isContent = false;
  const parser = new Parser(
    {
      onopentag: (name) => {
        isContent = name === 'content' || name === 'summary' || name === 'title';
      },
      ontext: (text) => {
        if (isContent) html += text;
      },
    },
    { xmlMode: true },
  );
  parser.end(feed);
  return html;
}

/** Elements and attributes that a browser would run, or fetch something for. */
function executableIn(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (/^(script|iframe|object|embed|svg|form|base|frame)$/.test(name)) found.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        const isRun =
          attribute.startsWith('on') || /^\s*(javascript:|vbscript:|data:(?!image\/))/i.test(value);
        if (isRun) found.push(`${name} ${attribute}="${value}"`);
      }
    },
  });
  parser.end(html);
  return found;
}
