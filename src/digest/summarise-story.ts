import type { Entry } from '../model/entry.ts';
import { isCleanSentence } from './is-clean-sentence.ts';
import { splitSentences } from './split-sentences.ts';

export interface StorySummary {
  /** Whole sentences of one report, in its order; empty when none is clean. */
  readonly sentences: readonly string[];
  /** The report they are taken from; absent when there are none. */
  readonly entryId?: string;
}

const MOST_SENTENCES = 3;
const MOST_CHARACTERS = 400;
/** A summary of at least this length says something; a shorter one only if no report has more. */
const TELLING = 60;
/** What a text is about stands in its beginning. */
const READ_LENGTH = 4000;
/** So many unusable sentences in a row are a list or a heading: what follows is no opening. */
const OPENING_IS_OVER = 2;
// Points back to the sentence before it: cannot follow one that was left out.
const POINTS_BACK =
  /^["“]?(?:it|this|that|these|those|they|he|she|such|both|there|then|also|but|and|so|however|additionally|furthermore|moreover|instead|meanwhile|in addition|as a result|similarly|conversely|therefore|thus|yet|still|too|likewise|the (?:latter|former|same))\b/i;

const DATELINE =
  /^\p{Lu}[^.!?]{0,80}(?:\.NEXT[^.!?]{0,40})?\b20\d\d\)?\s*(?:\([A-Z ]+\)\s*|\/PRNewswire\/\s*)?(?:[–—]|--?)\s+(?=[\p{Lu}\d])/u;

/**
 * The opening of the first report that has clean sentences, at most three and 400 characters.
 * Reports come in order of preference; nothing is rewritten, so every word stands in its source.
 */
export function summarise(reports: readonly Entry[]): StorySummary {
  let short: StorySummary = { sentences: [] };
  for (const report of reports) {
    const sentences = openingSentences(report);
    if (sentences.join(' ').length >= TELLING) return { sentences, entryId: report.id };
    if (short.entryId === undefined && sentences.length > 0)
      short = { sentences, entryId: report.id };
  }
  return short;
}

function openingSentences({ title, text }: Entry): string[] {
  const chosen: string[] = [];
  const heading = bare(title);
  let length = 0;
  let gap = 0;
  for (const sentence of splitSentences(beginning(text)).map(withoutDateline)) {
    const isUsable: boolean =
      isCleanSentence(sentence) &&
      bare(sentence) !== heading &&
      !(gap > 0 && POINTS_BACK.test(sentence)) &&
      !chosen.includes(sentence);
    if (isUsable && length + sentence.length + chosen.length > MOST_CHARACTERS) break;
    if (isUsable) {
      chosen.push(sentence);
      length += sentence.length;
    }
    gap = isUsable ? 0 : gap + 1;
    if (chosen.length === MOST_SENTENCES || (chosen.length > 0 && gap === OPENING_IS_OVER)) break;
  }
  return chosen;
}

/** Press releases open with place and date, which belong to no sentence. */
function withoutDateline(sentence: string): string {
  return sentence.replace(DATELINE, '');
}

/** The beginning of a long text, up to a space: a cut word would read as a whole one. */
function beginning(text: string): string {
  if (text.length <= READ_LENGTH) return text;
  const end = text.lastIndexOf(' ', READ_LENGTH);
  return text.slice(0, end === -1 ? READ_LENGTH : end);
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
