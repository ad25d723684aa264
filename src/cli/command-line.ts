import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { commandAdder } from './add-command.ts';
import { addEditCommands } from './edit/add-edit-commands.ts';

/** The commands with their options; parsing it runs one of them and sets the exit code. */
export function buildCommandLine(process: NodeJS.Process): Command {
  const program = new Command('digest')
    .description(packageJson.description)
    .version(packageJson.version)
    .exitOverride();
  const command = commandAdder(program, process);
  command('collect', async () => (await import('./run-collect.ts')).runCollect)
    .description('fetch every source that is due and store what is new')
    .option('--force', 'ask sources that are not due, too');
  command('digest', async () => (await import('./run-digest.ts')).runDigest)
    .description('collect, then issue an edition of everything new since the last one')
    .option('--preview', 'render the coming edition without recording or mailing anything')
    .option('--no-collect', 'use what is stored already')
    .option('--no-email', 'issue without mailing')
    .option('--force', 'ask sources that are not due, too')
    .option('--since <instant>', 'preview what was published from here on')
    .option('--until <instant>', 'preview what was published up to here');
  command('demo', async () => (await import('./run-demo.ts')).runDemo).description(
    'collect and issue a recorded spring of 2024, served on loopback: needs no network',
  );
  command('start', async () => (await import('./run-start.ts')).runStart).description(
    'keep running: collect and issue when the schedule of the configuration says so',
  );
  const sources = program
    .command('sources')
    .description('look after the sources: how they are, what they hold, new ones');
  command('list', async () => (await import('./run-sources-list.ts')).runSourcesList, sources)
    .summary('tell how each source is')
    .description(
      'tell how each source, and each list of open data, is: its last success, its last new entry, its failures in a row, when it is asked next and why not before',
    );
  command('check', async () => (await import('./run-sources-check.ts')).runSourcesCheck, sources)
    .summary('ask every source now, or one URL, and tell what came back')
    .description(
      'ask every source and every list of open data now, due or not, and tell what came back. It saves nothing. What was collected before is asked for with conditions, and a server that wants to be left alone (Retry-After) is not asked. Exits 1 when one failed',
    )
    .argument('[url]', 'ask this one only: any URL, or the id of a source')
    .option('--allow-private', 'the URL may be a private address');
  command(
    'discover',
    async () => (await import('./run-sources-discover.ts')).runSourcesDiscover,
    sources,
  )
    .summary('find the feeds of a page')
    .description(
      'find the feeds of a page, each with a block for the configuration: those that it announces; when there is none, those that it links to and those at the usual places. What is listed was asked for and read',
    )
    .argument('<url>', 'the page')
    .option('--allow-private', 'the URL, and what it offers, may be a private address');
  command('import', async () => (await import('./run-sources-import.ts')).runSourcesImport, sources)
    .summary('add the feeds of an OPML file to the configuration')
    .description(
      'add the feeds of an OPML file to the configuration, each once. What is in a folder that is named like a hypervisor is taken to be about that one',
    )
    .argument('<file>', 'the OPML file')
    .option('--dry-run', 'tell what would be added, and write nothing');
  command('export', async () => (await import('./run-sources-export.ts')).runSourcesExport, sources)
    .summary('print the feeds as OPML 2.0')
    .description('print the feeds as OPML 2.0, in a folder for each hypervisor');
  addEditCommands(program, command);
  return program;
}
