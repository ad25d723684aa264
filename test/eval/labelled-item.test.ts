import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readItems } from '../../src/eval/labelled-item.ts';

const folder = await mkdtemp(join(tmpdir(), 'items-'));
afterAll(() => rm(folder, { recursive: true }));

function file(...lines: string[]): string {
  const path = join(folder, 'items.jsonl');
  writeFileSync(path, lines.join('\n'));
  return path;
}

test('items need an id, a title and a date; the rest has defaults', () => {
  const [item] = readItems(file('{"id": "a", "title": "T", "date": "2024-05", "more": 1}', ''));
  expect(item).toMatchObject({
    id: 'a',
    hypervisors: [],
    topics: [],
    importance: 0,
    in_seed: false,
  });
});

test('a line that cannot be read is named', () => {
  const good = '{"id": "a", "title": "T", "date": "2024-05-14"}';
  expect(() => readItems(file(good, '{'))).toThrow(/items\.jsonl:2 is not JSON/);
  expect(() => readItems(file(good, '{"id": "b"}'))).toThrow(
    /items\.jsonl:2 is not a labelled item/,
  );
});
