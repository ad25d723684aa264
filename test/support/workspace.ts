import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Finished, type RunOptions, runCommand } from './run-command.ts';

/** A folder of its own with a configuration, a store and an output folder, for the real command. */
export interface Workspace {
  readonly folder: string;
  readonly output: string;
  run(args: readonly string[], options?: RunOptions): Promise<Finished>;
  remove(): Promise<void>;
}

/** The shipped configuration with other sources, no open data, and with what `changes` overrides. */
export async function openWorkspace(
  sources: readonly object[],
  changes: object = {},
): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'digest-'));
  const output = join(folder, 'output');
  const config = join(folder, 'feeds.config.json');
  const shipped = JSON.parse(await readFile('feeds.config.json', 'utf8'));
  await writeFile(config, JSON.stringify({ ...shipped, sources, facts: [], ...changes }));
  const common = [
    '--config',
    config,
    '--output',
    output,
    '--store',
    `sqlite:${join(folder, 'digest.db')}`,
  ];
  return {
    folder,
    output,
    run: ([command = '', ...args], options) => runCommand([command, ...common, ...args], options),
    remove: () => rm(folder, { recursive: true }),
  };
}
