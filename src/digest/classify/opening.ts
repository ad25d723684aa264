import type { Entry } from '../../model/entry.ts';
import { beginning } from '../words/beginning.ts';
import { normalizeText } from '../words/normalize-text.ts';

const LEAD_LENGTH = 320;

/** The first sentences of a report, which say what it is about. */
export function leadOf({ text }: Entry): string {
  return beginning(text, LEAD_LENGTH);
}

/** Title and lead, normalized. */
export function openingOf(entry: Entry): string {
  return normalizeText(`${entry.title}\n${leadOf(entry)}`);
}
