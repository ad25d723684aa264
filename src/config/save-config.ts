import { type FileHandle, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { parseConfig } from './load-config.ts';

/**
 * Replaces the text of a configuration file, whole or not at all, by one that is valid. Throws, and
 * leaves the file alone, when the new text is wrong or when the file no longer says `before`.
 */
export async function saveConfig(file: string, before: string, after: string): Promise<void> {
  parseConfig(file, JSON.parse(after));
  // The file behind a symbolic link is replaced, not the link.
  const path = await realpath(file);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const { mode } = await stat(path);
    await writeDurably(await open(temporary, 'w', mode), after, mode);
    if ((await readFile(path, 'utf8')) !== before)
      throw new Error('it was changed by somebody else in the meantime');
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Error(`cannot write ${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** The text is on the disk before the name is, or a power cut could leave an empty file. */
async function writeDurably(file: FileHandle, text: string, mode: number): Promise<void> {
  try {
    await file.chmod(mode);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
