import type { CommandOptions } from '../command-options.ts';
import { makeEdit } from './make-edit.ts';
import { readMarkdown, type TextOptions } from './read-text.ts';

/** The `edit intro` command; returns its exit code. */
export async function writeIntro(
  options: CommandOptions & TextOptions,
  process: NodeJS.Process,
  given?: string,
): Promise<number> {
  const text = await readMarkdown('intro', given, options, process.stdin);
  return makeEdit(options, process, () => ({ kind: 'intro', text }));
}
