import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { rss } from '../collect/support/rss.ts';
import { serve } from '../collect/support/serve.ts';
import { type Finished, runCommand } from '../support/run-command.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const allowed = { request: { allowsPrivate: true } };
const noon = ['--as-of', '2024-06-05T12:00:00Z'];

/** A site whose pages a test changes as it goes, with what was asked of it. */
class Site {
  readonly pages = new Map<string, string | number>();
  readonly requests: { readonly path: string; readonly conditions: number }[] = [];
  mostAtOnce = 0;
  #open = 0;

  readonly answer = ({ url = '', headers }: IncomingMessage, response: ServerResponse) => {
    const conditions = [headers['if-none-match'], headers['if-modified-since']].filter(Boolean);
    this.requests.push({ path: url, conditions: conditions.length });
    this.#open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open);
    const page = this.pages.get(url) ?? 404;
    // Held for a moment, so that requests at the same time meet.
    setTimeout(() => {
      this.#open -= 1;
      if (typeof page === 'number') response.writeHead(page).end();
      else response.writeHead(200, { etag: '"1"', 'content-type': 'text/html' }).end(page);
    }, 30);
  };
}

describe('npm run sources', () => {
  let site: Site;
  let origin: string;
  let workspace: Workspace;
  let config: string;
  beforeEach(async () => {
    site = new Site();
    origin = await serve(site.answer);
    site.pages.set('/blog.xml', rss(['One', 'Two']));
    const sources = [
      { id: 'blog', name: 'The blog', url: `${origin}/blog.xml`, ...allowed },
      { id: 'broken', name: 'The broken one', url: `${origin}/broken.xml`, ...allowed },
      { id: 'inside', name: 'The inside', url: `${origin}/inside.xml` },
    ];
    workspace = await openWorkspace(sources);
    config = join(workspace.folder, 'feeds.config.json');
  });
  afterEach(() => workspace.remove());

  const sources = (command: string, ...args: string[]): Promise<Finished> =>
    runCommand([
      'sources',
      command,
      '--config',
      config,
      '--store',
      `sqlite:${join(workspace.folder, 'digest.db')}`,
      ...args,
    ]);
  const report = async (command: string, ...args: string[]) =>
    JSON.parse((await sources(command, '--json', ...args)).stdout);

  test('is an npm script', () => {
    expect(packageJson.scripts.sources).toBe('node --max-semi-space-size=2 src/main.js sources');
  });

  test('refuses what it does not understand with the reason and exit code 2', async () => {
    const refusals: readonly (readonly [string, string])[] = [
      ['lst', "error: unknown command 'lst'\n(Did you mean list?)\n"],
      ['import x --dry-rum', "error: unknown option '--dry-rum'\n(Did you mean --dry-run?)\n"],
      ['import none.opml', 'none.opml: no such file\n'],
      ['check --allow-private', '--allow-private is for one URL, which is missing\n'],
      [
        'discover xcp-ng-blgo',
        '"xcp-ng-blgo" is neither an http or https URL nor the id of a configured source\n(Did you mean xcp-ng-blog?)\n',
      ],
    ];
    const finished = await Promise.all(
      refusals.map(([args]) => runCommand(['sources', ...args.split(' ')])),
    );
    expect(finished).toEqual(refusals.map(([, stderr]) => ({ code: 2, stdout: '', stderr })));
  });

  describe('list', () => {
    test('says of sources that were never asked that they were not', async () => {
      const { code, stdout } = await sources('list');
      expect(code).toBe(0);
      expect(stdout).toMatch(/^blog +never asked +- +- +now$/m);
      expect(stdout).toContain('3 sources: 0 well, 3 never asked.');
    });

    test('tells when a source succeeded, or why it did not, and when it is asked next', async () => {
      await workspace.run(['collect', ...noon]);
      const [soon, later, machine] = await Promise.all([
        sources('list', '--as-of', '2024-06-05T12:20:00Z'),
        sources('list', '--as-of', '2024-06-05T14:00:00Z'),
        report('list', ...noon),
      ]);
      expect(soon.stdout).toMatch(
        /^source +last success +last new entry +failures +next due +why$/m,
      );
      expect(soon.stdout).toMatch(
        /^blog +20 min ago +.* +- +in 4\d min +an hour between requests$/m,
      );
      expect(soon.stdout).toMatch(
        /^broken +never +- +1 +in 4\d min +a failure\n {4}\[GET\] .*\/broken\.xml: 404 Not Found$/m,
      );
      expect(soon.stdout).toContain('3 sources: 1 well, 2 failing.');
      expect(later.stdout).toMatch(/^blog +2 h ago +.* +- +now$/m);
      expect(machine.sources).toMatchObject([
        { id: 'blog', lastSuccessAt: '2024-06-05T12:00:00Z', failuresInARow: 0, isDue: false },
        { id: 'broken', failuresInARow: 1, dueWhy: 'a failure', isGone: false },
        { id: 'inside', failuresInARow: 1 },
      ]);
      expect(machine.sources[1].lastFailure).toContain('404 Not Found');
      expect(machine.unconfigured).toEqual([]);
    });

    test('names what is in the store but no longer configured', async () => {
      await workspace.run(['collect', ...noon]);
      const raw = JSON.parse(await readFile(config, 'utf8'));
      await writeFile(config, JSON.stringify({ ...raw, sources: raw.sources.slice(0, 1) }));
      expect((await sources('list')).stdout).toMatch(
        /^In the store, but no longer configured: broken, inside\.$/m,
      );
    });
  });

  describe('check', () => {
    test('tells what each source holds or why it failed, and exits 1 when one did', async () => {
      const { code, stdout, stderr } = await sources('check');
      expect(code).toBe(1);
      expect(stdout).toBe(
        'blog  RSS 2.0, 2 entries, newest 2024-04-02\nAsked 3 sources: 1 could be read, 2 failed.\n',
      );
      expect(stderr).toMatch(/^Failed: The broken one: \[GET\] .*: 404 Not Found$/m);
      expect(stderr).toMatch(/^Failed: The inside: .* 127\.0\.0\.1 is a private address/m);
      // Not even an empty store.
      expect(existsSync(join(workspace.folder, 'digest.db'))).toBe(false);
    });

    test('asks whether it is due or not, with conditions, and saves nothing', async () => {
      await workspace.run(['collect', ...noon]);
      const store = join(workspace.folder, 'digest.db');
      const before = await readFile(store);
      site.requests.length = 0;
      site.pages.set('/blog.xml', rss(['One', 'Two', 'Three']));
      const { checked } = await report('check', ...noon);
      expect(checked[0]).toMatchObject({ id: 'blog', isReadable: true, entries: 3 });
      expect(site.requests).toContainEqual({ path: '/blog.xml', conditions: 1 });
      expect((await readFile(store)).equals(before)).toBe(true);
    });

    test('asks two at once of a host at most', async () => {
      const many = Array.from({ length: 8 }, (_, index) => {
        site.pages.set(`/${index}.xml`, rss(['One']));
        return { id: `s${index}`, name: 'S', url: `${origin}/${index}.xml`, ...allowed };
      });
      const raw = JSON.parse(await readFile(config, 'utf8'));
      await writeFile(config, JSON.stringify({ ...raw, sources: many }));
      const { code, stdout } = await sources('check');
      expect(code).toBe(0);
      expect(stdout).toContain('Asked 8 sources: 8 could be read, 0 failed.');
      expect(site.mostAtOnce).toBe(2);
    });

    test('asks one source by its URL or its id, with its settings', async () => {
      const names = [`${origin}/blog.xml`, 'blog'];
      for (const { code, stdout } of await Promise.all(names.map((one) => sources('check', one)))) {
        expect(code).toBe(0);
        expect(stdout).toMatch(/^blog +RSS 2\.0, 2 entries/);
      }
      expect(site.requests.map(({ path }) => path)).toEqual(['/blog.xml', '/blog.xml']);
    });

    test('tells of a page which feeds it offers', async () => {
      site.pages.set(
        '/page',
        '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/blog.xml"></head></html>',
      );
      const { code, stderr } = await sources('check', `${origin}/page`, '--allow-private');
      expect(code).toBe(1);
      expect(stderr).toContain(`an HTML page instead of a feed; it offers ${origin}/blog.xml`);
    });

    test('refuses a private address that is not configured, and says how to ask it', async () => {
      const { code, stderr } = await sources('check', `${origin}/page`);
      expect(code).toBe(1);
      expect(stderr).toContain('127.0.0.1 is a private address');
      expect(stderr).toContain('--allow-private');
      expect(site.requests).toEqual([]);
    });
  });

  describe('discover', () => {
    const page =
      '<html><link rel="alternate" type="application/rss+xml" title="Posts" href="/posts.xml"></html>';

    test('gives each feed of a page with a block that the configuration takes', async () => {
      site.pages.set('/news', `${page}${page.replace('posts', 'blog')}`);
      site.pages.set('/posts.xml', rss(['One', 'Two', 'Three']));
      const { code, stdout } = await sources('discover', `${origin}/news`, '--allow-private');
      expect(code).toBe(0);
      expect(stdout).toContain(
        `A blog\n${origin}/posts.xml\nRSS 2.0, 3 entries, newest 2024-04-03`,
      );
      const block = JSON.parse(/^ {4}\{.*^ {4}\}$/ms.exec(stdout)?.[0] ?? '');
      expect(block).toEqual({
        id: 'a-blog',
        name: 'A blog',
        url: `${origin}/posts.xml`,
        kind: 'feed',
        request: { allowsPrivate: true },
      });
      expect(stdout).toContain(
        `${origin}/blog.xml\nRSS 2.0, 2 entries, newest 2024-04-02\n    already configured as blog`,
      );
      const raw = JSON.parse(await readFile(config, 'utf8'));
      await writeFile(config, JSON.stringify({ ...raw, sources: [block] }));
      expect((await sources('check')).code).toBe(0);
    });

    test('finds what is at a usual place, and says that the page does not announce it', async () => {
      site.pages.set('/news', '<html><p>No feed in sight.</p></html>');
      site.pages.set('/news/rss/', rss(['One']));
      const found = await report('discover', `${origin}/news`, '--allow-private');
      expect(found.areAnnounced).toBe(false);
      expect(found.feeds).toMatchObject([{ url: `${origin}/news/rss/`, entries: 1 }]);
      expect(site.mostAtOnce).toBeLessThanOrEqual(2);
    });

    test('exits 1 when there is none, and when the page cannot be read', async () => {
      site.pages.set('/news', '<html></html>');
      const [none, refused] = await Promise.all([
        sources('discover', `${origin}/news`, '--allow-private'),
        sources('discover', `${origin}/news`),
      ]);
      expect(none).toMatchObject({ code: 1, stdout: '' });
      expect(none.stderr).toContain(`No feed: ${origin}/news announces none`);
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toContain('is a private address');
      expect(refused.stderr).toContain('--allow-private');
    });
  });

  describe('import and export', () => {
    const opml = `<?xml version="1.0"?><opml version="2.0"><body>
      <outline text="Proxmox"><outline text="Inner"><outline text="Deep &amp; down" xmlUrl="https://deep.example/feed"/></outline></outline>
      <outline text="QEMU" xmlUrl="https://qemu.example/feed.xml"/>
      <outline text="Known" xmlUrl="${'ORIGIN'}/blog.xml"/>
      <outline text="Just a note"/>
    </body></opml>`;
    let file: string;
    beforeEach(async () => {
      file = join(workspace.folder, 'in.opml');
      await writeFile(file, opml.replace('ORIGIN', origin));
      // As an editor would have laid it out.
      const raw = JSON.parse(await readFile(config, 'utf8'));
      await writeFile(config, `${JSON.stringify(raw, undefined, 2)}\n`);
    });

    test('adds what is new, says what and what not, and changes nothing else', async () => {
      const before = await readFile(config, 'utf8');
      const { code, stdout, stderr } = await sources('import', file);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^ {2}deep-down +https:\/\/deep\.example\/feed +\(all about proxmox/m);
      expect(stdout).toContain(`Added 2 sources to ${config}, skipped 2.`);
      expect(stderr).toBe(
        `Skipped: Known: already configured as blog (${origin}/blog.xml)\nSkipped: Just a note: it has no xmlUrl\n`,
      );
      const raw = JSON.parse(before);
      const added = [
        {
          id: 'deep-down',
          name: 'Deep & down',
          url: 'https://deep.example/feed',
          kind: 'feed',
          hypervisor: 'proxmox',
        },
        { id: 'qemu', name: 'QEMU', url: 'https://qemu.example/feed.xml', kind: 'feed' },
      ];
      const expected = { ...raw, sources: [...raw.sources, ...added] };
      const after = `${JSON.stringify(expected, undefined, 2)}\n`;
      expect(await readFile(config, 'utf8')).toBe(after);
      // Once more, there is nothing to add.
      expect((await sources('import', file)).stdout).toContain('Added 0 sources');
      expect(await readFile(config, 'utf8')).toBe(after);
    });

    test('with --dry-run, says what it would add and writes nothing', async () => {
      const before = await readFile(config, 'utf8');
      const { stdout } = await sources('import', file, '--dry-run');
      expect(stdout).toContain('Would add 2 sources');
      expect(await readFile(config, 'utf8')).toBe(before);
    });

    test('a broken file is refused with the reason, and nothing is written', async () => {
      const before = await readFile(config, 'utf8');
      await writeFile(file, opml.slice(0, 150));
      const { code, stdout, stderr } = await sources('import', file);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(
        /in\.opml cannot be imported: it is not well-formed from character \d+/,
      );
      expect(await readFile(config, 'utf8')).toBe(before);
    });

    test('what is exported are the feeds in folders, and other readers and import read it', async () => {
      const { code, stdout, stderr } = await sources('export');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const outlines: Record<string, string>[] = [];
      const parser = new Parser(
        { onopentag: (name, attributes) => name === 'outline' && outlines.push(attributes) },
        { xmlMode: true },
      );
      parser.end(stdout);
      expect(outlines.map(({ text, xmlUrl }) => xmlUrl ?? text)).toEqual([
        'General',
        `${origin}/blog.xml`,
        `${origin}/broken.xml`,
        `${origin}/inside.xml`,
      ]);
      await writeFile(file, stdout);
      const { added, skipped } = await report('import', file, '--dry-run');
      expect([added.length, skipped.length]).toEqual([0, 3]);
    });
  });
});
