import { type ScheduledTask, schedule } from 'node-cron';
import type { Config } from './config/config.ts';

/** What the worker does, and when, until it is stopped. */
export interface Jobs {
  collect(): Promise<void>;
  digest(): Promise<void>;
}

/**
 * Runs the jobs at the times of the configuration, in the time zone of the site, one at a time: a
 * job whose time comes while another one runs waits for it. Returns what stops it: no job starts
 * after that, and the promise ends with the one that is running.
 */
export function scheduleJobs({ schedule: times, site }: Config, jobs: Jobs): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;
  const queue = (job: () => Promise<void>) => {
    running = running.then(() => (isStopped ? undefined : job()));
    return running;
  };
  const options = { timezone: site.timeZone, noOverlap: true };
  const tasks: ScheduledTask[] = [
    schedule(times.collect, () => queue(jobs.collect), { ...options, name: 'collect' }),
    schedule(times.digest, () => queue(jobs.digest), { ...options, name: 'digest' }),
  ];
  return async () => {
    isStopped = true;
    await Promise.all(tasks.map((task) => task.destroy()));
    await running;
  };
}
