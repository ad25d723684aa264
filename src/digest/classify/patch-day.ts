import { ANY_MONTH } from '../words/months.ts';
import { splitSentences } from '../words/split-sentences.ts';

const MANY_FLAWS =
  '\\b(?:\\d{2,}|dozens of) (?:[\\w-]+ ){0,3}(?:flaws|vulnerabilities|bugs|holes|CVEs)\\b';
const PATCH_DAY = new RegExp(
  `\\bpatch(?:es)? tuesday\\b|\\bpatch[ -]?day\\b|\\b(?:${ANY_MONTH}|monthly)(?: 20\\d\\d)? (?:security )?(?:updates?|patches|fixes)\\b|${MANY_FLAWS}`,
  'i',
);
const EXPLOITED_LIST =
  /\bknown exploited vulnerabilities (?:to|in)\b|\badd(?:s|ed) (?:[\w-]+ ){1,4}(?:flaws|bugs|vulnerabilities|CVEs)\b.*\b(?:KEV|catalog(?:ue)?|list)\b/i;
const BETWEEN_ITEMS = /,\s*(?:and |or )?|;\s*| and | or | & /i;
/** A list has no fewer items, and none of them has more words. */
const FEWEST_ITEMS = 3;
const MOST_WORDS = 3;
const OF_SOMETHING = /\b(?:in|of|for|to|from|on|affects?|hits?|is|are)\b/i;

/** True for a title on all that a vendor mends on its day of the month. */
export function isPatchDay(title: string): boolean {
  return PATCH_DAY.test(title);
}

/** True for a title on several flaws that were put on a list of exploited ones. */
export function isExploitedList(title: string): boolean {
  return EXPLOITED_LIST.test(title);
}

/** True when a text names something only as one of many: "flaws in Windows, Office, X and Azure". */
export function isOnlyListed(name: string, text: string): boolean {
  const sentences = splitSentences(text).filter((sentence) => holds(sentence, name));
  return sentences.length > 0 && sentences.every((sentence) => isListed(name, sentence));
}

function isListed(name: string, sentence: string): boolean {
  const items = sentence.replace(/[.!?]$/, '').split(BETWEEN_ITEMS);
  const [first = '', ...others] = items;
  const [next = ''] = others;
  if (items.length < FEWEST_ITEMS) return false;
  const own = others.filter((item) => holds(item, name));
  if (!own.every((item) => isShort(item) && !OF_SOMETHING.test(item))) return false;
  // What follows a name may say more of it: "a flaw in X, which gives away the host".
  return !holds(first, name) || (first.toLowerCase().endsWith(name.toLowerCase()) && isShort(next));
}

function isShort(item: string): boolean {
  return item.split(' ').length <= MOST_WORDS;
}

function holds(text: string, name: string): boolean {
  return text.toLowerCase().includes(name.toLowerCase());
}
