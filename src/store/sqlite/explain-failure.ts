import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** What SQLite's codes mean to an operator (sqlite.org/rescode.html), without their extended part. */
const FULL = 13;
const DISK_ERROR = 10;
const plain: Readonly<Record<number, string>> = {
  5: 'another program keeps it locked',
  11: 'it is damaged',
  26: 'it is no SQLite database',
};

/**
 * Why SQLite, or the file system under it, could not work with the file at `path`, in words. SQLite
 * itself calls a full disk an I/O error, and a read-only one "unable to open", so the disk is asked.
 */
export function explainFailure(path: string, error: unknown): string {
  const {
    message,
    code = '',
    errcode = 0,
  } = error as Partial<NodeJS.ErrnoException> & {
    errcode?: number;
  };
  const primary = errcode % 256;
  if (primary === FULL || code === 'ENOSPC') return 'the disk is full';
  if (primary === DISK_ERROR && isDiskFull(path)) return 'the disk is full';
  return plain[primary] ?? explainRefusal(path) ?? String(message);
}

/** Why neither the file nor the folder that it stands in, or would stand in, may be written to. */
export function explainRefusal(path: string): string | undefined {
  for (const place of [path, nearestFolder(path)]) {
    if (!existsSync(place)) continue;
    try {
      accessSync(place, constants.W_OK);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EROFS') return 'it is on a read-only file system';
      if (code === 'EACCES') return `this user may not write to ${place}`;
      return message;
    }
  }
  return undefined;
}

function isDiskFull(path: string): boolean {
  return statfsSync(nearestFolder(path)).bavail === 0;
}

function nearestFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) || folder === path ? folder : nearestFolder(folder);
}
