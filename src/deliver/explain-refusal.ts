import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';

const words: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of this user is used up',
  EROFS: 'it is on a read-only file system',
  EACCES: 'this user may not write there',
};

/** Why a file could not be written, in words where the code of the system has some. */
export async function explainRefusal(path: string, error: unknown): Promise<string> {
  const { code = '', message } = error as NodeJS.ErrnoException;
  // Node says of a folder that it cannot make on a read-only file system that there is none.
  const cause = code === 'ENOENT' ? await refusalOf(dirname(path)) : code;
  return words[cause] ?? message;
}

/** The code with which the nearest folder that exists refuses to be written to; empty when it does not. */
async function refusalOf(folder: string): Promise<string> {
  try {
    await access(folder, constants.W_OK);
    return '';
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' && dirname(folder) !== folder ? refusalOf(dirname(folder)) : code;
  }
}
