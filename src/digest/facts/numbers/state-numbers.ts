import type { StatedFact } from '../../../model/edition.ts';
import { type ClassifiedEntry, publishedAt } from '../../classify/classified-entry.ts';
import { readTakeover } from '../../classify/read-takeover.ts';
import { beginning } from '../../words/beginning.ts';
import { isCleanSentence } from '../../words/is-clean-sentence.ts';
import { normalizeText } from '../../words/normalize-text.ts';
import { splitSentences } from '../../words/split-sentences.ts';
import { withoutBackground } from '../flaws/background.ts';
import { placeVersions } from '../versions/place-versions.ts';
import type { ProductNames } from '../versions/product-names.ts';
import { findQuantities, type Quantity } from './find-quantities.ts';

/** What comes later is detail. */
const READ_LENGTH = 2000;
const MOST_SENTENCES = 8;
const MOST_TOLD = 6;
/** What the platform cost years ago stands in every second report. */
const PURCHASE =
  /\b(?:acqui(?:red|sitions?|ring)|bought|takeover|merger|purchase of|Übernahme|rachat)\b/i;
/** What a company says of itself under whatever it announces. */
const ABOUT_ITSELF =
  /\b(?:trusted by|leader in|leading provider|headquartered|founded in|worldwide use|customers worldwide)\b/i;

/**
 * What the reports count and cost, each under the name of who says so; what several say, under the
 * names of all, in the words of the first. A round-up's numbers may be another story's.
 */
export function stateNumbers(
  entries: readonly ClassifiedEntry[],
  products: ProductNames,
): StatedFact[] {
  const told = new Map<string, StatedFact[]>();
  for (const classified of entries.filter(({ topics }) => !topics.includes('round-up'))) {
    const { source, entry } = classified;
    const url = entry.url === undefined ? {} : { url: entry.url };
    for (const [key, text] of numbersOf(classified, products)) {
      const same = told.get(key) ?? [];
      same.push({ text: same[0]?.text ?? text, source: source?.name ?? entry.sourceId, ...url });
      told.set(key, same);
    }
  }
  return [...told.values()].slice(0, MOST_TOLD).flat();
}

/** The first words for each number of a report. */
function numbersOf({ entry }: ClassifiedEntry, products: ProductNames): Map<string, string> {
  const title = normalizeText(entry.title);
  const isTakeover = readTakeover(title) !== undefined;
  const { year } = publishedAt(entry).toZonedDateTimeISO('UTC');
  const opening = normalizeText(beginning(entry.text, READ_LENGTH));
  const sentences = splitSentences(withoutBackground(opening, year, []))
    .filter(isCleanSentence)
    .filter((sentence) => !ABOUT_ITSELF.test(sentence))
    .filter((sentence) => isTakeover || !PURCHASE.test(sentence))
    .slice(0, MOST_SENTENCES);
  const found = new Map<string, string>();
  for (const part of [title, ...sentences]) {
    for (const { key, text } of quantitiesIn(part, products)) {
      if (!found.has(key)) found.set(key, text);
    }
  }
  return found;
}

/** Without what is a product's version: "vSphere 7 hosts". */
function quantitiesIn(text: string, products: ProductNames): Quantity[] {
  const found = findQuantities(text);
  if (found.length === 0) return [];
  const versions = placeVersions(text, products);
  return found.filter(
    ({ at }) => !versions.some((version) => version.at <= at && at < version.end),
  );
}
