import { Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { CommonOptions } from './common-options.ts';
import { runCollect } from './run-collect.ts';
import { runDemo } from './run-demo.ts';
import { runDigest } from './run-digest.ts';
import { runStart } from './run-start.ts';

type Run<Options> = (options: Options, process: NodeJS.Process) => Promise<number>;

/** The commands with their options; parsing it runs one of them and sets the exit code. */
export function buildCommandLine(process: NodeJS.Process): Command {
  const program = new Command('digest')
    .description(packageJson.description)
    .version(packageJson.version)
    .exitOverride();
  const command = <Options extends CommonOptions>(name: string, run: Run<Options>) =>
    withCommonOptions(program.command(name)).action(async (options: Options) => {
      process.exitCode = await run(options, process);
    });
  command('collect', runCollect)
    .description('fetch every source that is due and store what is new')
    .option('--force', 'ask sources that are not due, too');
  command('digest', runDigest)
    .description('collect, then issue an edition of everything new since the last one')
    .option('--preview', 'render the coming edition without recording or mailing anything')
    .option('--no-collect', 'use what is stored already')
    .option('--no-email', 'issue without mailing')
    .option('--force', 'ask sources that are not due, too')
    .option('--since <instant>', 'preview what was published from here on')
    .option('--until <instant>', 'preview what was published up to here');
  command('demo', runDemo).description(
    'collect and issue a recorded spring of 2024, served on loopback: needs no network',
  );
  command('start', runStart).description(
    'keep running: collect and issue when the schedule of the configuration says so',
  );
  return program;
}

function withCommonOptions(command: Command): Command {
  const store = new Option('--store <url>', 'the store').env('DIGEST_STORE');
  return command
    .option('--config <file>', 'the configuration', 'feeds.config.json')
    .option('--output <dir>', 'where documents are written', 'output')
    .addOption(store)
    .option('--as-of <instant>', 'take this for now, for replays')
    .option('--json', 'print the report as JSON')
    .option('--quiet', 'print problems only');
}
