import type { Entry } from '../../model/entry.ts';
import { type ProductNames, WELL_KNOWN_PRODUCTS } from '../facts/versions/product-names.ts';
import { beginning } from '../words/beginning.ts';
import { isCleanSentence } from '../words/is-clean-sentence.ts';
import { isKeywordList } from '../words/is-fragment.ts';
import { splitSentences } from '../words/split-sentences.ts';
import { withoutDatelines, withoutKicker, withoutLabels } from './cut-openings.ts';
import { templateKey } from './find-templates.ts';
import { canOpen, lacksAntecedent, pointsBack } from './leans-back.ts';
import { saysSomething } from './says-something.ts';

export interface StorySummary {
  /** Whole sentences of one report, in its order; empty when none is clean. */
  readonly sentences: readonly string[];
  /** The report they are taken from; absent when there are none. */
  readonly entryId?: string;
}

/** One sentence of an opening that can stand in a summary. */
interface Usable {
  readonly sentence: string;
  /** True when it makes sense only right after the sentence before it. */
  readonly leansBack: boolean;
  /** Its place among the usable ones. */
  readonly at: number;
  /** False when what stands before it is left out, so that it may be an item of a list. */
  readonly isLed: boolean;
}

const MOST_CHARACTERS = 400;
/** An opening has so many sentences; what comes later is detail. */
const MOST_READ = 7;
/** What a version or a number, a product's name and a place further down count. */
const FIGURE_WORTH = 0.5;
const PRODUCT_WORTH = 0.15;
const LATER_COST = 0.1;
/** What it costs to leave out the sentence before. */
const SKIP_COST = 0.2;
const MOST_COUNTED = 2;
/** Small whole numbers say little: "two ways", "version 8". */
const FIGURE =
  /(?<![\w.,-])v?(?:\d+[.,]\d[\d.,]*|\d{3,}|\d+(?= ?(?:%|percent|[KMGTP]i?B\b|(?:tera|giga|peta)bytes|times|million|billion|cores)))/g;
/** Ids stand among the facts, and dates beside the headline. */
const NO_FIGURE =
  /\b(?:[A-Z]{1,5}SA|CVE)-[\w:-]+|\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b,?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)|\b(?:19\d|20[0-3])\d\b/g;
/** "Hi all," on a line of its own, after which a sentence may begin in lower case. */
const GREETING = /^(?:hi|hello|hey|dear)\b[^.!?]{0,40},$/i;
/** A summary of at least this length says something; a shorter one only if no report has more. */
const TELLING = 60;
/** What a text is about stands in its beginning. */
const READ_LENGTH = 4000;
/** So many unusable sentences in a row are a list or a heading: what follows is no opening. */
const OPENING_IS_OVER = 2;

/**
 * From the opening of the first report that has clean sentences: its first one and those that say
 * most after it, at most three and 400 characters in all.
 * Reports come in order of preference; nothing is rewritten, so every word stands in its source.
 */
export function summarise(
  reports: readonly Entry[],
  products: ProductNames = WELL_KNOWN_PRODUCTS,
  templates: ReadonlySet<string> = new Set(),
): StorySummary {
  let short: StorySummary = { sentences: [] };
  for (const report of reports) {
    const sentences = openingSentences(report, products, templates);
    if (sentences.join(' ').length >= TELLING) return { sentences, entryId: report.id };
    if (short.entryId === undefined && sentences.length > 0)
      short = { sentences, entryId: report.id };
  }
  return short;
}

/** Without the templates of the source, unless it has nothing else to say. */
function openingSentences(
  report: Entry,
  products: ProductNames,
  templates: ReadonlySet<string>,
): string[] {
  const own = usableSentences(report, templates);
  const clean = own.length > 0 ? own : usableSentences(report, new Set());
  const usable = fromSubject(clean, report.title, products);
  const chosen = mostTelling(usable, (one) => worthOf(one, products));
  return sentencesOf(chosen);
}

/** The sentences of the opening that may be printed, in order. */
function usableSentences(
  { sourceId, title, text }: Entry,
  templates: ReadonlySet<string>,
): Usable[] {
  const usable: Usable[] = [];
  const heading = bare(title);
  let gap = 0;
  let before = '';
  for (const sentence of splitSentences(openingOf(text))) {
    const leansBack = pointsBack(sentence);
    const isUsable: boolean =
      isCleanSentence(GREETING.test(before) ? capitalized(sentence) : sentence) &&
      bare(sentence) !== heading &&
      !templates.has(templateKey(sourceId, sentence)) &&
      !(gap > 0 && (leansBack || lacksAntecedent(sentence, sentencesOf(usable)))) &&
      !usable.some((other) => other.sentence === sentence);
    if (isUsable) usable.push({ sentence, leansBack, at: usable.length, isLed: gap === 0 });
    before = sentence;
    gap = isUsable ? 0 : gap + 1;
    const isOver = usable.length === MOST_READ || gap === OPENING_IS_OVER;
    if (usable.length > 0 && isOver) break;
  }
  return usable;
}

/**
 * From where a subject of the title is named, where what stands before that is unusable or says
 * nothing: what follows a gap may be about a detail.
 */
function fromSubject(
  usable: readonly Usable[],
  title: string,
  products: ProductNames,
): readonly Usable[] {
  const [first, second] = usable;
  if (first && second && isKeywordList(first.sentence) && canOpen(second.sentence))
    return usable.slice(1);
  if (!first || (first.isLed && saysSomething(first.sentence, title))) return usable;
  const subjects = products.findIn(title);
  const start = usable.findIndex(
    ({ sentence }) =>
      canOpen(sentence) &&
      (first.isLed
        ? products.isNamedIn(sentence)
        : products.findIn(sentence).some((product) => subjects.includes(product))),
  );
  return start === -1 ? usable : usable.slice(start);
}

/** The first sentence, and of those after it the ones that say most; earlier ones before later ones. */
function mostTelling(
  [first, ...rest]: readonly Usable[],
  worthOf: (usable: Usable) => number,
): Usable[] {
  if (!first) return [];
  let best = { chosen: [first], worth: 0 };
  const consider = (others: readonly Usable[]) => {
    const chosen = [first, ...others];
    const length = sentencesOf(chosen).join(' ').length;
    if (length > MOST_CHARACTERS || !chosen.every(isLedUpTo)) return;
    const skips = chosen.filter(({ at }, place) => place > 0 && chosen[place - 1]?.at !== at - 1);
    const worth = others.reduce((sum, other) => sum + worthOf(other), -SKIP_COST * skips.length);
    if (worth > best.worth) best = { chosen, worth };
  };
  for (const [at, one] of rest.entries()) {
    consider([one]);
    for (const other of rest.slice(at + 1)) consider([one, other]);
  }
  return best.chosen;
}

/** A sentence that points back needs the one before it, and "the flaw" one that names it. */
function isLedUpTo(one: Usable, place: number, chosen: readonly Usable[]): boolean {
  const { sentence, leansBack, at } = one;
  if (place === 0 || chosen[place - 1]?.at === at - 1) return true;
  return !leansBack && !lacksAntecedent(sentence, sentencesOf(chosen.slice(0, place)));
}

function worthOf({ sentence, at }: Usable, known: ProductNames): number {
  const figures = new Set(sentence.replace(NO_FIGURE, ' ').match(FIGURE));
  const products = known.findIn(sentence);
  return (
    1 +
    FIGURE_WORTH * Math.min(MOST_COUNTED, figures.size) +
    PRODUCT_WORTH * Math.min(MOST_COUNTED, products.length) -
    LATER_COST * at
  );
}

/** What a summary may be made of, without what belongs to no sentence. */
function openingOf(text: string): string {
  return withoutLabels(withoutDatelines(withoutKicker(beginning(text, READ_LENGTH))));
}

function sentencesOf(usable: readonly Usable[]): string[] {
  return usable.map(({ sentence }) => sentence);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
