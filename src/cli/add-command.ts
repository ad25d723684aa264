import type { Command } from 'commander';
import type { CommandOptions } from './command-options.ts';

/** Does what a command is for; returns the exit code. */
type Run<Options> = (
  options: Options,
  process: NodeJS.Process,
  ...args: string[]
) => Promise<number>;

/**
 * Adds a command with the options that all have; parsing it loads it, runs it and sets the exit code.
 * What the other commands need is not loaded: collecting alone takes 30 MB and half a second less.
 */
export type AddCommand = <Options extends CommandOptions>(
  name: string,
  load: () => Promise<Run<Options>>,
  parent?: Command,
) => Command;

/** How commands are added to a program. */
export function commandAdder(program: Command, process: NodeJS.Process): AddCommand {
  return <Options extends CommandOptions>(
    name: string,
    load: () => Promise<Run<Options>>,
    parent = program,
  ) => {
    const made = withCommandOptions(parent.command(name));
    return made.action(async () => {
      const run = await load();
      process.exitCode = await run(made.opts<Options>(), process, ...made.args);
    });
  };
}

function withCommandOptions(command: Command): Command {
  return command
    .option('--config <file>', 'the configuration', 'feeds.config.json')
    .option('--output <dir>', 'where documents are written', 'output')
    .option('--store <url>', 'the store (default: $DIGEST_STORE, else sqlite:data/digest.db)')
    .option('--as-of <instant>', 'take this for now, for replays')
    .option('--json', 'print the report as JSON')
    .option('--quiet', 'print problems only');
}
