import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Deadline } from '../../../src/collect/fetch/deadline.ts';

/** Ends when the signal does, with its reason. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

test('several steps share one span of time', async () => {
  const deadline = new Deadline(300);
  await deadline.run(() => sleep(200));
  const started = performance.now();
  await expect(deadline.run(untilAborted)).rejects.toThrow('no complete answer within 0.3 s');
  expect(performance.now() - started).toBeLessThan(250);
});

test('time between the steps does not count', async () => {
  const deadline = new Deadline(200);
  await deadline.run(() => sleep(10));
  await sleep(300);
  expect(await deadline.run(async (signal) => signal.aborted)).toBe(false);
});

test('a pause within a step does not count, and the clock goes on after it', async () => {
  const deadline = new Deadline(200);
  const step = deadline.run(async (signal) => {
    await deadline.pause(() => sleep(400));
    expect(signal.aborted).toBe(false);
    await untilAborted(signal);
  });
  await expect(step).rejects.toThrow('no complete answer within 0.2 s');
});

test('a signal from outside ends a step, too', async () => {
  const outer = AbortSignal.abort(new Error('interrupted'));
  const deadline = new Deadline(10_000);
  expect(await deadline.run(async (signal) => signal.reason.message, outer)).toBe('interrupted');
});
