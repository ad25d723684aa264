import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Document } from '../model/document.ts';
import { explainRefusal } from './explain-refusal.ts';

/**
 * Writes documents under a folder, each of them whole or not at all: a reader or a crash never sees
 * half a file. They are written in the given order, so that what links comes after what it links
 * to. A file that already has these bytes is left alone. Returns the paths that changed.
 */
export async function writeDocuments(
  folder: string,
  documents: readonly Document[],
): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { path, body } of documents) {
    const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : Buffer.from(body);
    if (await writeAtomically(join(folder, path), bytes)) changed.push(path);
  }
  return changed;
}

async function writeAtomically(path: string, bytes: Buffer): Promise<boolean> {
  if ((await readIfPresent(path))?.equals(bytes)) return false;
  const temporary = `${path}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeDurably(temporary, bytes);
    await rename(temporary, path);
    return true;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new Error(`cannot write ${path}: ${await explainRefusal(path, error)}`, { cause: error });
  }
}

/** The bytes are on the disk before the name is, or a power cut could leave an empty file. */
async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`cannot read ${path}: ${(error as Error).message}`, { cause: error });
  }
}
