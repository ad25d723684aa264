import { readTerms } from '../group/read-terms.ts';
import { TRADE_WORDS } from '../words/stop-words.ts';

/** A name or a number behind the first word: a capital in the middle. */
const NAME = /\s["“(]?[\p{Lu}\d]/u;

/**
 * True for a sentence that is about something: it has a name, a number, or a word of the title that
 * is not one of the trade's. "Security matters more than ever" may stand above any text.
 */
export function saysSomething(sentence: string, title: string): boolean {
  if (NAME.test(sentence)) return true;
  const own = new Set(readTerms(title).map(({ term }) => term));
  return readTerms(sentence).some(({ term }) => own.has(term) && !TRADE_WORDS.has(term));
}
