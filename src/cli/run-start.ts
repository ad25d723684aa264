import { once } from 'node:events';
import type { App } from '../app.ts';
import { loadConfig } from '../config/load-config.ts';
import { scheduleJobs } from '../schedule.ts';
import type { CommandOptions } from './command-options.ts';
import { Printer } from './printer.ts';
import { collectOnce } from './run-collect.ts';
import { digestOnce } from './run-digest.ts';
import { alone, withApp } from './with-app.ts';

/** The `start` command: works until it is interrupted or terminated, then returns its exit code. */
export async function runStart(options: CommandOptions, process: NodeJS.Process): Promise<number> {
  const printer = new Printer(process, options);
  const config = await loadConfig(options.config);
  return withApp(config, options, { environment: process.env }, async (app) => {
    const stop = scheduleJobs(config, {
      collect: () => attempt(app, 'collect', () => collectOnce(app, {}, printer)),
      digest: () => attempt(app, 'digest', () => digestOnce(app, {}, {}, printer)),
    });
    const { collect, digest } = config.schedule;
    printer.report({ schedule: config.schedule, timeZone: config.site.timeZone }, [
      `Collecting at "${collect}", issuing at "${digest}" (${config.site.timeZone}). Stop with Ctrl-C.`,
    ]);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await stop();
    return 0;
  });
}

/** A worker outlives a job that fails: the next one may find the disk or the network well again. */
async function attempt(app: App, job: string, work: () => Promise<number>): Promise<void> {
  try {
    await alone(app, work);
  } catch (error) {
    console.error(`Could not ${job}: ${(error as Error).message}`);
  }
}
