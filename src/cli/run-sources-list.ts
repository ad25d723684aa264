import { loadConfig } from '../config/load-config.ts';
import type { CommandOptions } from './command-options.ts';
import { readFactsStandings } from './facts-standing.ts';
import { Printer } from './printer.ts';
import { readStandings } from './source-standing.ts';
import { tellFactsStandings } from './tell-facts-standings.ts';
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
    const facts = await readFactsStandings(app);
    const told = tellFactsStandings(facts, app.now());
    printer.report({ ...standings, facts }, [
      ...tellStandings(standings, app.now()),
      ...(told.length > 0 ? ['', ...told] : []),
    ]);
    return 0;
  });
}
