import { loadConfig } from '../config/load-config.ts';
import { isFeed, writeOpml } from '../config/write-opml.ts';
import type { CommandOptions } from './command-options.ts';
import { Printer } from './printer.ts';

/** The `sources export` command; returns its exit code. */
export async function runSourcesExport(
  options: CommandOptions,
  process: NodeJS.Process,
): Promise<number> {
  const printer = new Printer(process, options);
  const config = await loadConfig(options.config);
  const others = config.sources.filter((source) => !isFeed(source));
  const opml = writeOpml(config);
  printer.report({ opml, leftOut: others.map(({ id }) => id) }, [opml.trimEnd()]);
  printer.problems(others.map(({ name, kind }) => `Left out: ${name}: a ${kind} is no feed`));
  return 0;
}
