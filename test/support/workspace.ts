import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandOf, type Finished, type RunOptions, runCommand } from './run-command.ts';

/** A folder of its own with a configuration, a store and an output folder, for the real command. */
export interface Workspace {
  readonly folder: string;
  readonly output: string;
  run(args: readonly string[], options?: RunOptions): Promise<Finished>;
  /** What `run` starts. */
  command(args: readonly string[]): readonly string[];
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
  const complete = ([command = '', ...args]: readonly string[]) => [command, ...common, ...args];
  return {
    folder,
    output,
    run: (args, options) => runCommand(complete(args), options),
    command: (args) => commandOf(complete(args)),
    remove: () => rm(folder, { recursive: true }),
  };
}
