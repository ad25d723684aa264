import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHeadline, readMarkdown } from '../../../src/cli/edit/read-text.ts';

const nothing = Readable.from([]);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'text-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a headline', () => {
  test('is one line without what does not show', () => {
    expect(readHeadline('  VMware:\n “free” \u202eat\u200b last ')).toBe('VMware: “free” at last');
  });

  test.each([
    ['  ', 'the headline is empty'],
    ['-', 'the headline "-" has no letter or digit'],
    ['x'.repeat(201), 'the headline has 201 characters, at most 200 are possible'],
  ])('is refused for "%s"', (given, message) => {
    expect(() => readHeadline(given)).toThrow(message);
  });
});

describe('Markdown', () => {
  test('stays as it was typed, without what XML forbids and foreign line ends', async () => {
    const given = '\n# We *tried* it\r\n\r\n- <b>twice</b>\u0007\r\n';
    expect(await readMarkdown('note', given, {}, nothing)).toBe(
      '# We *tried* it\n\n- <b>twice</b>',
    );
  });

  test('comes from a file', async () => {
    const file = join(folder, 'intro.md');
    await writeFile(file, '\ufeffEin *Frühling*.\n');
    expect(await readMarkdown('intro', undefined, { file }, nothing)).toBe('Ein *Frühling*.');
  });

  test.each([
    ['-', {}],
    [undefined, { file: '-' }],
  ])('comes from standard input for %j %j', async (given, options) => {
    const stdin = Readable.from([Buffer.from('Caf'), Buffer.from([0xc3]), Buffer.from([0xa9])]);
    expect(await readMarkdown('note', given, options, stdin)).toBe('Café');
  });

  test.each([
    [undefined, {}, 'the note is missing: give it as text, by --file, or as "-"'],
    ['x', { file: 'y.md' }, 'the note is given twice: as text and by --file y.md'],
    [undefined, { file: 'none.md' }, 'none.md: no such file'],
    [undefined, { file: 'src' }, 'src: cannot be read: EISDIR'],
    [' \n ', {}, 'the note is empty'],
    ['-', {}, 'the note is empty'],
    ['x'.repeat(4001), {}, 'the note has 4001 characters, at most 4000 are possible'],
  ])('is refused for %j %j', async (given, options, message) => {
    await expect(readMarkdown('note', given, options, nothing)).rejects.toThrow(message);
  });
});
