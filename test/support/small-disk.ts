import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmdirSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real disk of its own, in memory, that a test may fill up or write-protect. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it up, but for so many bytes. */
  fill(leavingBytes?: number): void;
  /** Takes away what filled it. */
  free(): void;
  protect(): void;
  unmount(): void;
}

/** Mounts one; throws where this process may not, which is anywhere but for root on Linux. */
export function mountSmallDisk(megabytes = 4): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
  } catch (error) {
    rmdirSync(folder);
    throw error;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: (leavingBytes = 0) => fillUp(ballast, leavingBytes),
    free: () => rmSync(ballast),
    protect: () => mount('-o', 'remount,ro', folder),
    unmount: () => {
      run('umount', folder);
      rmdirSync(folder);
    },
  };
}

/** Whether `mountSmallDisk` works here. */
export function canMount(): boolean {
  try {
    mountSmallDisk().unmount();
    return true;
  } catch {
    return false;
  }
}

function mount(...args: readonly string[]): void {
  run('mount', ...args);
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: 'pipe' });
}

function fillUp(path: string, leavingBytes: number): void {
  const block = Buffer.alloc(4096);
  const file = openSync(path, 'w');
  let size = 0;
  try {
    for (;;) size += writeSync(file, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
  truncateSync(path, size - leavingBytes);
}
