import { loadConfig } from '../config/load-config.ts';
import type { CommandOptions } from './command-options.ts';
import { Printer } from './printer.ts';
import { readStandings } from './source-standing.ts';
import { tellStandings } from './tell-standings.ts';
import { withApp } from './with-app.ts';

/** The `sources list` command; returns its exit code. */
export async function runSourcesList(
  options: CommandOptions,
  process: NodeJS.Process,
): Promise<number> {
  const printer = new Printer(process, options);
  const config = await loadConfig(options.config);
  return withApp(config, options, { environment: process.env }, async (app) => {
    const standings = await readStandings(app);
    printer.report(standings, tellStandings(standings, app.now()));
    return 0;
  });
}
