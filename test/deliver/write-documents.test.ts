import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeDocuments } from '../../src/deliver/write-documents.ts';

const page = (path: string, body: string) => ({ path, body, contentType: 'text/html' });

describe('writing documents', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'output-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('makes folders, and leaves nothing temporary behind', async () => {
    await writeDocuments(folder, [page('editions/one/index.html', 'ä'), page('index.html', 'x')]);
    expect(await readFile(join(folder, 'editions/one/index.html'), 'utf8')).toBe('ä');
    expect((await readdir(folder)).toSorted()).toEqual(['editions', 'index.html']);
  });

  test('says what changed, and does not touch what did not', async () => {
    await writeDocuments(folder, [page('a.html', 'one'), page('b.html', 'one')]);
    const before = await stat(join(folder, 'a.html'));
    expect(await writeDocuments(folder, [page('a.html', 'one'), page('b.html', 'two')])).toEqual([
      'b.html',
    ]);
    expect((await stat(join(folder, 'a.html'))).ino).toBe(before.ino);
  });

  test('what a killed run left half written is replaced', async () => {
    await writeFile(join(folder, 'a.html.tmp'), 'hal');
    await writeDocuments(folder, [page('a.html', 'whole')]);
    expect(await readdir(folder)).toEqual(['a.html']);
  });

  test('a place that cannot be written is named, and what stood there stays', async () => {
    await writeFile(join(folder, 'blocked'), 'a file, not a folder');
    const attempt = writeDocuments(folder, [page('blocked/index.html', 'x')]);
    await expect(attempt).rejects.toThrow(`cannot read ${join(folder, 'blocked/index.html')}`);
    expect(await readFile(join(folder, 'blocked'), 'utf8')).toBe('a file, not a folder');
  });

  test.skipIf(process.getuid?.() === 0)(
    'a read-only folder is named (root may write)',
    async () => {
      await chmod(folder, 0o500);
      for (const path of ['a.html', 'editions/one/index.html'])
        await expect(writeDocuments(folder, [page(path, 'x')])).rejects.toThrow(
          `cannot write ${join(folder, path)}: this user may not write there`,
        );
      await chmod(folder, 0o700);
    },
  );
});
