import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which folders of src/ a folder may import, besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  config: ['model'],
  collect: ['model'],
  store: ['model'],
  digest: ['model'],
  render: ['model'],
  deliver: ['model', 'store'],
};

/** Outermost: the commands, the evaluation and the files directly in src/ join the parts. */
const outermost = ['', 'cli', 'eval'];

/** Values in, values out: no file, no network, no clock, no chance, no package. */
const pure = ['model', 'digest'];

const files = globSync('src/**/*.ts').map((path) => ({ path, text: readFileSync(path, 'utf8') }));

function folderOf(path: string): string {
  const parts = normalize(path).split('/');
  return parts.length > 2 ? (parts[1] ?? '') : '';
}

function importsOf(text: string): string[] {
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'/g,
  );
  return [...statements].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function trespasses(path: string, text: string): string[] {
  const folder = folderOf(path);
  if (outermost.includes(folder)) return [];
  return importsOf(text).filter((imported) => {
    if (!imported.startsWith('.')) return pure.includes(folder);
    const target = join(dirname(path), imported);
    const into = folderOf(target);
    if (into === folder) return false;
    if (folder === 'deliver' && into === 'store') return normalize(target) !== 'src/store/store.ts';
    return !allowed[folder]?.includes(into);
  });
}

describe('the architecture', () => {
  test('every folder of src/ has its rule', () => {
    const folders = new Set(files.map(({ path }) => folderOf(path)));
    for (const folder of outermost) folders.delete(folder);
    expect([...folders].filter((folder) => allowed[folder] === undefined)).toEqual([]);
  });

  test('each folder imports only what it may', () => {
    const found = files.flatMap(({ path, text }) =>
      trespasses(path, text).map((imported) => `${path} imports ${imported}`),
    );
    expect(found).toEqual([]);
  });

  test('the rule would notice a stage that calls another, a package or a clock', () => {
    expect(trespasses('src/render/x.ts', "import { a } from '../digest/a.ts';")).toHaveLength(1);
    expect(trespasses('src/digest/x.ts', "import { a } from 'zod';")).toHaveLength(1);
    expect(trespasses('src/digest/x.ts', "import fs from 'node:fs';")).toHaveLength(1);
    expect(
      trespasses('src/deliver/x.ts', "import { a } from '../store/open-store.ts';"),
    ).toHaveLength(1);
  });

  test('model and digest read no clock and throw no dice', () => {
    const impure = /Temporal\.Now|Date\.now|new Date\(\)|Math\.random|performance\.now|\bprocess\./;
    const found = files.filter(
      ({ path, text }) => pure.includes(folderOf(path)) && impure.test(text),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test('no file is named for nothing in particular', () => {
    const vague = files.filter(({ path }) =>
      /\/(utils?|helpers?|common|lib|misc)(\/|\.|-)|\/index\./.test(path),
    );
    expect(vague.map(({ path }) => path)).toEqual([]);
  });
});
