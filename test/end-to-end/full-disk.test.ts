import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { type FeedItem, type FeedServer, openFeedServer } from '../support/feed-server.ts';
import { runCommand } from '../support/run-command.ts';
import { canMount, mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const at = (hour: number) => [
  '--as-of',
  Temporal.Instant.from('2024-06-01T00:00:00Z').add({ hours: hour }).toString(),
];

/** News that takes up about so many kilobytes in the store. */
function item(id: string, kilobytes: number): FeedItem {
  return {
    id,
    title: `Proxmox VE learns to ${id}`,
    text: `Proxmox VE can ${id} now. ${`It took a while to ${id}. `.repeat(kilobytes * 40)}`,
    publishedOn: '2024-05-24',
  };
}

const needsRoot = 'needs root on Linux, to mount a disk of its own';

describe.skipIf(!canMount())(`a disk that is full or read-only (${needsRoot})`, () => {
  let server: FeedServer;
  let disk: SmallDisk;
  let workspace: Workspace;
  beforeEach(async () => {
    server = await openFeedServer();
    disk = mountSmallDisk(4);
    server.feeds.set('/one.xml', [item('migrate', 1)]);
    server.feeds.set('/two.xml', [item('snapshot', 1)]);
    const sources = ['one', 'two'].map((id) => ({
      id,
      name: `Source ${id}`,
      url: `${server.origin}/${id}.xml`,
      hypervisor: 'proxmox',
      request: { allowsPrivate: true },
    }));
    workspace = await openWorkspace(sources);
  });
  afterEach(async () => {
    disk.unmount();
    await Promise.all([server.close(), workspace.remove()]);
  });

  describe('under the store', () => {
    const file = () => join(disk.folder, 'data', 'digest.db');
    const run = (command: string, ...args: string[]) =>
      workspace.run([command, '--store', `sqlite:${file()}`, ...args]);
    const list = () => {
      const config = join(workspace.folder, 'feeds.config.json');
      const places = ['--config', config, '--store', `sqlite:${file()}`];
      return runCommand(['sources', 'list', '--json', ...places, ...at(0)]);
    };

    /** What the store holds, as a copy of it tells: the disk may not even have room for opening it. */
    async function stored(): Promise<string[]> {
      const copy = join(workspace.folder, 'copy');
      await cp(join(disk.folder, 'data'), copy, { recursive: true });
      const database = new DatabaseSync(join(copy, 'digest.db'));
      expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      database.close();
      const store = openStore(`sqlite:${join(copy, 'digest.db')}`);
      const entries = await store.entriesBetween(
        Temporal.Instant.from('2000-01-01T00:00:00Z'),
        Temporal.Instant.from('2100-01-01T00:00:00Z'),
      );
      await store.close();
      await rm(copy, { recursive: true });
      return entries.map(({ title }) => title).toSorted();
    }

    test.each([
      ['fills up while it is written', 100_000, 'cannot write to the store'],
      ['has no room left at all', 0, 'cannot open the store'],
    ])(
      'one that %s is told, nothing is lost, and with room again the next run makes it good',
      async (_, leaving, trouble) => {
        expect((await run('collect', ...at(0))).code).toBe(0);
        const before = await stored();
        server.feeds.set('/one.xml', [item('migrate', 1), item('balance', 500)]);
        server.feeds.set('/two.xml', [item('snapshot', 1), item('cluster', 500)]);
        disk.fill(leaving);

        for (const command of ['collect', 'digest']) {
          const { code, stdout, stderr } = await run(command, ...at(2));
          expect({ code, stdout, stderr }).toEqual({
            code: 1,
            stdout: '',
            stderr: `Could not do it: ${trouble} ${file()}: the disk is full\n`,
          });
          expect(await stored()).toEqual(expect.arrayContaining(before));
        }
        await expect(readdir(workspace.output)).rejects.toThrow('ENOENT');

        disk.free();
        const { code, stdout } = await run('digest', '--json', ...at(2));
        expect(code).toBe(0);
        expect(JSON.parse(stdout)).toMatchObject({ collected: { asked: 2, added: 2 } });
        expect(await stored()).toEqual(
          ['balance', 'cluster', 'migrate', 'snapshot'].map((id) => `Proxmox VE learns to ${id}`),
        );
      },
    );

    test('a first run without room for a store is told, and the second one makes it', async () => {
      disk.fill();
      const first = await run('collect', ...at(0));
      expect(first.code).toBe(1);
      expect(first.stderr).toBe(
        `Could not do it: cannot open the store ${file()}: the disk is full\n`,
      );
      disk.free();
      expect((await run('collect', ...at(0))).code).toBe(0);
      expect(await stored()).toHaveLength(2);
    });

    test('one that is read-only is told, and nothing is published', async () => {
      expect((await run('collect', ...at(0))).code).toBe(0);
      disk.protect();
      for (const command of ['collect', 'digest']) {
        const { code, stdout, stderr } = await run(command, ...at(2));
        expect({ code, stdout, stderr }).toEqual({
          code: 1,
          stdout: '',
          stderr: `Could not do it: cannot open the store ${file()}: it is on a read-only file system\n`,
        });
      }
      expect(await stored()).toHaveLength(2);
      await expect(readdir(workspace.output)).rejects.toThrow('ENOENT');
    });

    test('one that is read-only can be read', async () => {
      expect((await run('collect', ...at(0))).code).toBe(0);
      disk.protect();
      expect(JSON.parse((await list()).stdout).sources).toMatchObject([
        { isDue: false },
        { isDue: false },
      ]);
      const { code, stdout } = await run('digest', '--preview', '--no-collect', ...at(2));
      expect(code).toBe(0);
      expect(stdout).toContain('State of Virtualization: ');
    });

    test('one that is read-only with a log beside it is told', async () => {
      expect((await run('collect', ...at(0))).code).toBe(0);
      await writeFile(`${file()}-wal`, 'pending');
      disk.protect();
      expect(await list()).toMatchObject({
        code: 1,
        stderr: `Could not do it: cannot open the store ${file()}: it is on a read-only file system\n`,
      });
    });
  });

  describe('under the output folder', () => {
    const output = () => join(disk.folder, 'output');
    const digest = (...args: string[]) => workspace.run(['digest', '--output', output(), ...args]);

    /** Every published file with its bytes; none of them may be half of one. */
    async function published(folder = output()): Promise<Record<string, string>> {
      const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((found) => found.isFile())
        .map(({ parentPath, name }) => join(parentPath, name));
      const contents = paths.map(async (path) => [
        path.slice(folder.length),
        await readFile(path, 'utf8'),
      ]);
      return Object.fromEntries(await Promise.all(contents));
    }

    /** What the store says the folder should hold. */
    async function publishedElsewhere(): Promise<Record<string, string>> {
      await workspace.run(['digest', '--no-collect', ...at(4)]);
      return published(workspace.output);
    }

    test.each([
      ['has no room at all', 0],
      ['has room for a part of it', 24_000],
    ])(
      'one that %s is told, no half-written file stays, and the next run makes it good',
      async (_, leaving) => {
        expect((await digest(...at(0))).code).toBe(0);
        const before = await published();
        server.feeds.set('/one.xml', [item('migrate', 1), item('balance', 1)]);
        disk.fill(leaving);

        const failed = await digest(...at(2));
        expect(failed.code).toBe(1);
        expect(failed.stderr).toContain(`cannot write ${output()}/`);
        expect(failed.stderr).toMatch(/: the disk is full\n$/);
        disk.free();
        const whole = await publishedElsewhere();
        const left = await published();
        for (const [path, text] of Object.entries(left))
          expect([before[path], whole[path]], path).toContain(text);
        // What links to the new page is not there before the page is.
        expect(left['/index.html']).toBe(before['/index.html']);
        expect(left['/feed.xml']).toBe(before['/feed.xml']);

        expect((await digest('--no-collect', ...at(4))).code).toBe(0);
        expect(await published()).toEqual(whole);
        expect(whole['/feed.xml']).toContain('learns to balance');
      },
    );

    test('one that is read-only is told and left as it is, and what was issued is published later', async () => {
      disk.protect();
      const failed = await digest(...at(0));
      expect(failed.code).toBe(1);
      expect(failed.stderr).toMatch(
        /^Could not do it: cannot write .*: it is on a read-only file system$/m,
      );
      expect(await readdir(disk.folder)).toEqual([]);
      expect((await publishedElsewhere())['/feed.xml']).toContain('learns to migrate');
    });
  });
});
