import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../store-error.ts';
import { explainFailure } from './explain-failure.ts';

const patienceMs = 10 * 60_000;
const retryMs = 100;
/** What SQLite answers to who comes second (sqlite.org/rescode.html). */
const BUSY = 5;

/**
 * Waits until no other process works on the database at `location`, and returns what lets the next
 * one in. The lock is an exclusive transaction on a file beside it: the operating system ends it
 * with the process, however that dies, so no stale lock is ever left.
 */
export async function acquireRunLock(location: string, onWait: () => void): Promise<() => void> {
  const path = `${location}.lock`;
  const lock = openLock(path);
  for (let waitedMs = 0; !tryLock(lock, path); waitedMs += retryMs) {
    if (waitedMs === 0) onWait();
    if (waitedMs >= patienceMs) {
      lock.close();
      throw new StoreError(`another run has been working on the store ${location} for ten minutes`);
    }
    await sleep(retryMs);
  }
  return () => lock.close();
}

function openLock(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (error) {
    throw notLocked(path, error);
  }
}

function tryLock(lock: DatabaseSync, path: string): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === BUSY) return false;
    lock.close();
    throw notLocked(path, error);
  }
}

function notLocked(path: string, error: unknown): StoreError {
  return new StoreError(`cannot lock ${path}: ${explainFailure(path, error)}`, { cause: error });
}
