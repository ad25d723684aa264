import { expect, test } from 'vitest';
import type { Config } from '../src/config/config.ts';
import { loadConfig } from '../src/config/load-config.ts';
import { scheduleJobs } from '../src/schedule.ts';

const everySecond = '* * * * * *';

async function configured(): Promise<Config> {
  const config = await loadConfig('feeds.config.json');
  return { ...config, schedule: { collect: everySecond, digest: everySecond } };
}

test('jobs run at their times, never two at once, and stopping waits for the one that runs', async () => {
  const events: string[] = [];
  const twice = Promise.withResolvers<void>();
  const job = (name: string) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    events.push(`${name} ends`);
    if (events.length >= 4) twice.resolve();
  };
  const stop = scheduleJobs(await configured(), { collect: job('collect'), digest: job('digest') });
  await twice.promise;
  await stop();
  const atStop = events.length;
  expect(new Set(events)).toEqual(
    new Set(['collect begins', 'collect ends', 'digest begins', 'digest ends']),
  );
  for (let index = 0; index < atStop; index += 2)
    expect(events[index + 1]).toBe(events[index]?.replace('begins', 'ends'));
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(events).toHaveLength(atStop);
});
