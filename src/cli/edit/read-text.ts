import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { dropHiddenCharacters } from '../../collect/normalize/drop-hidden-characters.ts';
import { oneLine } from '../../collect/normalize/plain-title.ts';
import { decodeBytes } from '../../collect/parse/decode-bytes.ts';
import { UsageError } from '../usage-error.ts';

export interface TextOptions {
  /** Where the text is, instead of on the command line. */
  readonly file?: string;
}

/** In characters: what still looks like a headline, a note and an intro. */
const LONGEST = { headline: 200, note: 4_000, intro: 10_000 };

/** A headline as it is kept: plain text of one line. Throws a UsageError for one that is empty or too long. */
export function readHeadline(given: string): string {
  const headline = limit('headline', oneLine(given));
  if (/[\p{L}\p{N}]/u.test(headline)) return headline;
  throw new UsageError(`the headline "${headline}" has no letter or digit`);
}

/**
 * The Markdown of a note or an intro, as it is kept: from the command line, from standard input for
 * `-`, or from a file. Throws a UsageError for one that is missing, empty or too long.
 */
export async function readMarkdown(
  kind: 'note' | 'intro',
  given: string | undefined,
  { file }: TextOptions,
  stdin: Readable,
): Promise<string> {
  if (given !== undefined && file !== undefined)
    throw new UsageError(`the ${kind} is given twice: as text and by --file ${file}`);
  const text = await readGiven(kind, given, file, stdin);
  return limit(kind, dropHiddenCharacters(text.replace(/\r\n?/g, '\n')).trim());
}

async function readGiven(
  kind: string,
  given: string | undefined,
  file: string | undefined,
  stdin: Readable,
): Promise<string> {
  const place = file ?? given;
  if (place === undefined)
    throw new UsageError(
      `the ${kind} is missing: give it as text, by --file, or as "-" for standard input`,
    );
  if (place === '-') return decodeBytes(await buffer(stdin));
  return file === undefined ? place : decodeBytes(await readBytes(file));
}

function readBytes(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'no such file' : `cannot be read: ${error.message}`;
    throw new UsageError(`${file}: ${why}`);
  });
}

function limit(kind: keyof typeof LONGEST, text: string): string {
  const most = LONGEST[kind];
  if (text === '') throw new UsageError(`the ${kind} is empty`);
  if (text.length > most)
    throw new UsageError(`the ${kind} has ${text.length} characters, at most ${most} are possible`);
  return text;
}
