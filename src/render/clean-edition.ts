import type { Edition } from '../model/edition.ts';
import { cleanLines, cleanText } from './clean-text.ts';

const markdown: ReadonlySet<string> = new Set(['intro', 'note']);

/**
 * The edition with every text cleaned. Addresses are left alone: `safeUrl` refuses those that
 * cleaning would make look harmless.
 */
export function cleanEdition(edition: Edition): Edition {
  return JSON.parse(JSON.stringify(edition), (key, value) => {
    if (typeof value !== 'string' || key === 'url') return value;
    return markdown.has(key) ? cleanLines(value) : cleanText(value);
  });
}
