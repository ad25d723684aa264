import { join } from 'node:path';
import type { App } from '../app.ts';
import { loadConfig } from '../config/load-config.ts';
import { collect, issue, publish, writeEml } from '../pipeline.ts';
import { editionFolder } from '../render/addresses.ts';
import type { CommandOptions } from './command-options.ts';
import { openRecording } from './open-recording.ts';
import { parseInstant } from './parse-instant.ts';
import { Printer } from './printer.ts';
import { tellCollected, tellFailures } from './tell-collected.ts';
import { summarizeEdition, tellEdition } from './tell-edition.ts';
import { withApp } from './with-app.ts';

/** The recorded spring: from when its first edition tells, and when it is issued. */
const recordedFrom = '2024-04-01';
const recordedAt = '2024-06-05T12:00:00Z';

/** The `demo` command; returns its exit code. */
export async function runDemo(options: CommandOptions, process: NodeJS.Process): Promise<number> {
  const printer = new Printer(process, options);
  const recording = await openRecording(await loadConfig(options.config));
  const demoOptions = {
    asOf: recordedAt,
    ...options,
    // In memory, so that every demo is the first one; never the store of the environment.
    store: options.store ?? 'sqlite::memory:',
    output: join(options.output, 'demo'),
  };
  try {
    const world = { environment: {}, network: recording.network };
    return await withApp(recording.config, demoOptions, world, (app) => show(app, printer));
  } finally {
    await recording.close();
  }
}

async function show(app: App, printer: Printer): Promise<number> {
  const collected = await collect(app, { onProgress: printer.progress });
  const firstFrom = parseInstant('the demo', recordedFrom, app.config.site.timeZone);
  // A store that was asked for by name may hold the edition from before.
  const edition = (await issue(app, { firstFrom })) ?? (await app.store.editions())[0];
  if (edition === undefined)
    throw new Error('the recorded spring says nothing about the hypervisors of this configuration');
  await publish(app);
  const mail = await writeEml(app, app.output, edition);
  const paths = {
    page: join(app.output, editionFolder(edition), 'index.html'),
    index: join(app.output, 'index.html'),
    feed: join(app.output, 'feed.xml'),
    mail,
  };
  printer.report({ collected, edition: summarizeEdition(edition), paths }, [
    ...tellCollected(collected),
    ...tellEdition(edition),
    ...Object.entries(paths).map(([name, path]) => `  ${name.padEnd(5)}  ${path}`),
  ]);
  printer.problems(tellFailures(collected));
  return 0;
}
