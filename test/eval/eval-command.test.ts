import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'eval-'));
afterAll(() => rm(folder, { recursive: true }));

const items = [
  {
    id: 'a',
    title: 'Proxmox VE 9.0 released',
    source: 'Press',
    date: '2025-08-05',
    summary: 'Proxmox VE 9.0 is based on Debian 13.',
    hypervisors: ['proxmox'],
    topics: ['release'],
    story: 'pve',
    importance: 3,
  },
  {
    id: 'b',
    title: 'Proxmox VE 9.0 is out',
    source: 'Other',
    date: '2025-08-06',
    summary: 'Snapshots work on SAN storage now.',
    hypervisors: ['proxmox'],
    topics: ['release'],
    story: 'pve',
    importance: 2,
  },
  {
    id: 'c',
    title: 'A desk with two screens',
    source: 'Press',
    date: '2025-08-06',
    summary: 'No fan.',
    hypervisors: [],
    topics: [],
    story: 'desk',
  },
];

test('items are judged, figures printed and predictions written', async () => {
  const file = join(folder, 'items.jsonl');
  const out = join(folder, 'predictions.jsonl');
  await writeFile(file, items.map((item) => JSON.stringify(item)).join('\n'));
  const { stdout } = await run('node', ['src/eval.ts', '--items', file, '--predictions', out]);
  expect(stdout).toMatch(/items\.jsonl: 3 items/);
  expect(stdout).toMatch(/all \(micro\) +1\.000 1\.000 1\.000/);
  expect(stdout).toMatch(/by keyword/);
  const lines = (await readFile(out, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    {
      id: 'a',
      hypervisors: ['proxmox'],
      rank: 1,
      summary: 'Proxmox VE 9.0 is based on Debian 13.',
    },
    { id: 'b', hypervisors: ['proxmox'], rank: 2, story: lines[0].story },
    { id: 'c', hypervisors: [] },
  ]);
  expect(lines[2]).not.toHaveProperty('rank');
});

test('wrong usage is told with the right one', async () => {
  await expect(run('node', ['src/eval.ts', '--item', 'x'])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('usage: npm run eval'),
  });
});

test('a file that is not there is named', async () => {
  await expect(run('node', ['src/eval.ts', '--items', 'nothing.jsonl'])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('nothing.jsonl'),
  });
});
