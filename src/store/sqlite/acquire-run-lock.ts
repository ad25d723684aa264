import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../store-error.ts';

const patienceMs = 10 * 60_000;
const retryMs = 100;

/**
 * Waits until no other process works on the database at `location`, and returns what lets the next
 * one in. The lock is an exclusive transaction on a file beside it: the operating system ends it
 * with the process, however that dies, so no stale lock is ever left.
 */
export async function acquireRunLock(location: string, onWait: () => void): Promise<() => void> {
  const lock = new DatabaseSync(`${location}.lock`, { timeout: 0 });
  for (let waitedMs = 0; !tryLock(lock); waitedMs += retryMs) {
    if (waitedMs === 0) onWait();
    if (waitedMs >= patienceMs) {
      lock.close();
      throw new StoreError(`another run has been working on the store ${location} for ten minutes`);
    }
    await sleep(retryMs);
  }
  return () => lock.close();
}

function tryLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (/locked|busy/i.test((error as Error).message)) return false;
    throw error;
  }
}
