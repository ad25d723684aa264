import { textsAt } from '../kinds/json-path.ts';
import { oneLine } from '../normalize/plain-title.ts';
import { shorten } from '../normalize/shorten.ts';

const LONGEST_NAME = 60;

/** The CVE ids at a path, in capitals; what is no id is left out. */
export function readCves(item: unknown, path: string): string[] {
  return textsAt(item, path)
    .map((text) => text.toUpperCase())
    .filter((text) => /^CVE-\d{4}-\d{4,}$/.test(text));
}

/** A short name at a path, on one line. */
export function readName(item: unknown, path: string): string | undefined {
  const [text] = textsAt(item, path).map(oneLine);
  return text && shorten(text, LONGEST_NAME);
}

/** The ISO date with which the text at a path begins. */
export function readDay(item: unknown, path: string): string | undefined {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(textsAt(item, path)[0] ?? '') ?? [];
  return day !== undefined && isDay(day) ? day : undefined;
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
