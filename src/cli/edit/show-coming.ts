import { loadConfig } from '../../config/load-config.ts';
import { composeComing } from '../../pipeline.ts';
import type { CommandOptions } from '../command-options.ts';
import { Printer } from '../printer.ts';
import { withApp } from '../with-app.ts';
import { tellComing } from './tell-coming.ts';
import { viewComing } from './view-coming.ts';

export interface ShowOptions extends CommandOptions {
  readonly all?: boolean;
}

/** The `edit show` command; returns its exit code. */
export async function showComing(options: ShowOptions, process: NodeJS.Process): Promise<number> {
  const printer = new Printer(process, options);
  const config = await loadConfig(options.config);
  return withApp(config, options, { environment: process.env }, async (app) => {
    const coming = viewComing(await composeComing(app));
    // Some terminals do not know their width, and say 0.
    const width = process.stdout.columns || undefined;
    printer.report(coming, tellComing(coming, { all: options.all ?? false, width }));
    return 0;
  });
}
