import type { App } from '../app.ts';
import { collect } from '../collect-into-store.ts';
import { isUnreachable } from '../collect-tally.ts';
import { loadConfig } from '../config/load-config.ts';
import type { CommandOptions } from './command-options.ts';
import { Printer } from './printer.ts';
import { tellCollected, tellFailures } from './tell-collected.ts';
import { alone, withApp } from './with-app.ts';

export interface CollectOptions extends CommandOptions {
  readonly force?: boolean;
}

/** The `collect` command; returns its exit code. */
export async function runCollect(
  options: CollectOptions,
  process: NodeJS.Process,
): Promise<number> {
  const printer = new Printer(process, options);
  const config = await loadConfig(options.config);
  return withApp(config, options, { environment: process.env }, (app) =>
    alone(app, (calledAt) => collectOnce(app, { ...options, calledAt }, printer)),
  );
}

/** Collects and tells what came of it; returns the exit code. */
export async function collectOnce(
  app: App,
  { force = false, calledAt }: Pick<CollectOptions, 'force'> & { calledAt?: Temporal.Instant },
  printer: Printer,
): Promise<number> {
  const collected = await collect(app, { force, calledAt, onProgress: printer.progress });
  printer.report({ collected }, tellCollected(collected));
  printer.problems(tellFailures(collected));
  return isUnreachable(collected) ? 1 : 0;
}
