import { findVersions } from './find-versions.ts';
import { WELL_KNOWN_PRODUCTS } from './product-names.ts';
import { splitSentences } from './split-sentences.ts';

/** The end of a version's support as a text states it. */
export interface StatedEnd {
  readonly product: string;
  readonly version: string;
  /** ISO date, or year and month. */
  readonly on: string;
}

const ENDS =
  /\bend[- ]of[- ](?:life|(?:general |extended |mainstream )?support|maintenance|servicing|security support)\b|\bEOL\b|\bEoGS\b|\b(?:support|maintenance|updates?|servicing)\b.{0,80}\b(?:ends?|ended|ending|expires?|expired|stops?|stopped|runs out|until)\b|\bsupported (?:until|through|till)\b|\bno longer (?:be )?supported\b/i;
const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December';
const MONTH_NAMES = MONTHS.split('|');
const DATES = [
  /\b(?<year>20\d\d)-(?<number>\d\d)-(?<day>\d\d)\b/,
  new RegExp(
    `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${MONTHS}),? (?<year>20\\d\\d)\\b`,
  ),
  new RegExp(`\\b(?<month>${MONTHS}) (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>20\\d\\d)\\b`),
  new RegExp(`\\b(?<month>${MONTHS}),? (?<year>20\\d\\d)\\b`),
];

/**
 * Reads sentences that name a version of a known product, one date with its year and the end of
 * support. A sentence with two dates or two products is left alone: which belongs to which is a guess.
 */
export function findSupportEnds(text: string, products = WELL_KNOWN_PRODUCTS): StatedEnd[] {
  if (!/end|EOL|support|EoGS/.test(text)) return [];
  return splitSentences(text).flatMap((sentence) => {
    if (!ENDS.test(sentence)) return [];
    const versions = findVersions(sentence, products).filter(({ isKnown }) => isKnown);
    const dates = readDates(sentence);
    const [version] = versions;
    const [on] = dates;
    if (!version || !on || versions.length > 1 || dates.length > 1) return [];
    return [{ product: version.product, version: versionText(version), on }];
  });
}

function versionText({ product, text }: { product: string; text: string }): string {
  return text.slice(product.length).trim();
}

function readDates(sentence: string): string[] {
  const found = new Set<string>();
  let rest = sentence;
  for (const pattern of DATES) {
    for (;;) {
      const match = pattern.exec(rest);
      if (!match?.groups) break;
      found.add(isoDate(match.groups));
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    }
  }
  return [...found];
}

function isoDate({ year, month, number, day }: Record<string, string | undefined>): string {
  const ordinal = number ?? String(MONTH_NAMES.indexOf(month ?? '') + 1).padStart(2, '0');
  return day === undefined ? `${year}-${ordinal}` : `${year}-${ordinal}-${day.padStart(2, '0')}`;
}
