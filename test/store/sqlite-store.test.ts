import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { migrations } from '../../src/store/sqlite/migrations.ts';
import { describeStore } from './store-contract.ts';

let folder: string;
const nextUrl = () => `sqlite:${join(folder, randomUUID(), 'digest.db')}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
});
afterAll(() => rm(folder, { recursive: true }));

describeStore('sqlite in a file', async () => openStore(nextUrl()));
describeStore('sqlite in memory', async () => openStore('sqlite::memory:'));

describe('the sqlite store', () => {
  test('what was saved is there after reopening', async () => {
    const url = nextUrl();
    const store = openStore(url);
    await store.saveCollected({ sourceId: 'blog', failuresInARow: 2 }, [], Temporal.Now.instant());
    await store.close();
    const again = openStore(url);
    expect((await again.sourceStates()).get('blog')?.failuresInARow).toBe(2);
    await again.close();
  });

  test('two who share a store work one after the other', async () => {
    const url = nextUrl();
    const [one, two] = [openStore(url), openStore(url)];
    const order: string[] = [];
    const firstDone = Promise.withResolvers<void>();
    const first = one.alone(
      async () => {
        await firstDone.promise;
        order.push('first');
      },
      () => expect.unreachable(),
    );
    let told = 0;
    const second = two.alone(
      async () => {
        order.push('second');
      },
      () => {
        told += 1;
        firstDone.resolve();
      },
    );
    await Promise.all([first, second]);
    expect({ order, told }).toEqual({ order: ['first', 'second'], told: 1 });
    await one.close();
    await two.close();
  });

  test.each(['postgres://x', 'digest.db', 'sqlite:'])('%s is refused', (url) => {
    expect(() => openStore(url)).toThrow(`"${url}" is no store, expected sqlite:LOCATION`);
  });

  test('a file that is no database is refused by name', async () => {
    const file = join(folder, 'not-a-database.db');
    await writeFile(file, 'plain text that is certainly long enough not to be taken for a header');
    expect(() => openStore(`sqlite:${file}`)).toThrow(
      `cannot open the store ${file}: it is no SQLite database`,
    );
  });

  test('a file that is damaged is named when it is read and when it is written to', async () => {
    const file = join(folder, 'damaged.db');
    const whole = openStore(`sqlite:${file}`);
    await whole.saveCollected({ sourceId: 'blog', failuresInARow: 0 }, [], Temporal.Now.instant());
    await whole.close();
    // The header and the page with the schema are left alone, so that it opens.
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0xff, 4096));
    const store = openStore(`sqlite:${file}`);
    await expect(store.sourceStates()).rejects.toThrow(
      `cannot read the store ${file}: it is damaged`,
    );
    const state = { sourceId: 'press', failuresInARow: 0 };
    await expect(store.saveCollected(state, [], Temporal.Now.instant())).rejects.toThrow(
      `cannot write to the store ${file}: it is damaged`,
    );
    await store.close();
  });

  test.skipIf(process.getuid?.() === 0)(
    'a folder that this user may not write to is named (root may)',
    async () => {
      const closed = join(folder, 'closed');
      await mkdir(closed, { mode: 0o500 });
      for (const file of [join(closed, 'digest.db'), join(closed, 'data', 'digest.db')])
        expect(() => openStore(`sqlite:${file}`)).toThrow(
          `cannot open the store ${file}: this user may not write to ${closed}`,
        );
    },
  );

  test.each(migrations.slice(1).map((_, at) => at + 1))(
    'a store of version %d is brought up to date with what it holds',
    async (version) => {
      const file = join(folder, `version-${version}.db`);
      const database = new DatabaseSync(file);
      for (const step of migrations.slice(0, version)) database.exec(step);
      database.exec(`PRAGMA user_version = ${version};
      INSERT INTO entries (id, source_id, title, html, text, categories, authors, collected_at, is_backlog)
      VALUES ('a', 'blog', 'A', '', '', '[]', '[]', 0, 0)`);
      database.close();
      const store = openStore(`sqlite:${file}`);
      expect((await store.newsSince(Temporal.Now.instant())).map(({ id }) => id)).toEqual(['a']);
      const decision = { kind: 'pin', entryId: 'a' } as const;
      expect((await store.saveEdit(decision, Temporal.Now.instant())).id).toBe('e1');
      await store.close();
    },
  );

  test('a store of a newer version is left alone', () => {
    const file = join(folder, 'newer.db');
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 999');
    database.close();
    expect(() => openStore(`sqlite:${file}`)).toThrow(/newer version of this program \(schema 999/);
  });
});
