import { type ClassifiedEntry, publishedAt } from '../../classify/classified-entry.ts';
import { beginning } from '../../words/beginning.ts';
import { normalizeText } from '../../words/normalize-text.ts';
import type { ProductNames } from '../versions/product-names.ts';
import { statementsOf, withoutBackground } from './background.ts';
import { findAdvisories } from './find-advisories.ts';
import { compareCves, cveNumber, findCves } from './find-cves.ts';
import { type FlawMention, findMentions } from './flaw-mentions.ts';

/** Bodies are read this far: what is far down is background. */
const READ_LENGTH = 6000;
const OPENING_LENGTH = 400;
/** Flaws that were reported together have numbers this close; those of one product are nearer still. */
const WIDEST_BATCH = 20;
const CLOSEST_BATCH = 3;
/** The title of a vendor's bulletin, where it bears no number. */
const BULLETIN = /\bsecurity (?:updates?|advisor(?:y|ies)|bulletins?|patch(?:es)?|fix(?:es)?)\b/i;
const ATTACKS = /exploit|attack|abus/i;
const ONE_MORE = /\b(?:also|another|second|third|fourth|additional|further|remaining)\b/i;

/**
 * The flaws that a story is about, ascending: those that titles, addresses and openings name, and
 * that a vendor's advisory lists. Others are background, unless nothing else is named.
 */
export function findOwnFlaws(
  entries: readonly ClassifiedEntry[],
  products: ProductNames,
): string[] {
  if (!entries.some((classified) => /CVE/i.test(textOf(classified)))) return [];
  const titled = entries.flatMap((classified) => findCves(headOf(classified)));
  const reports = entries.map((classified) => {
    const text = currentText(classified, titled);
    const opening = openingOf(text, headOf(classified).length);
    return isAdvisory(classified, opening)
      ? { advisory: text, opening: '', text: '' }
      : { advisory: '', opening, text };
  });
  const mentionsIn = (part: 'advisory' | 'opening' | 'text') =>
    reports.flatMap((report) => findMentions(report[part], products));
  const listed = mentionsIn('advisory').flatMap(({ cves }) => cves);
  const opening = mentionsIn('opening');
  const all = mentionsIn('text');
  const own = [
    ...listed,
    ...(listed.length > 0
      ? cvesOf(opening.filter(({ isOfOther }) => !isOfOther))
      : cvesOf(ownOrAny(opening.length > 0 ? opening : all))),
  ];
  const more = all.filter(goesOn);
  const near = all.flatMap(({ cves, isOfOther }) =>
    cves.filter((cve) => isNearOne(cve, own, isOfOther ? CLOSEST_BATCH : WIDEST_BATCH)),
  );
  return [...new Set([...own, ...more.flatMap(({ cves }) => cves), ...near])].sort(compareCves);
}

/** A report without comparisons and the past, except for what the past says of these flaws. */
export function currentText(
  classified: ClassifiedEntry,
  own: readonly string[],
  text = textOf(classified),
): string {
  return withoutBackground(text, yearOf(classified), own);
}

/** What a report says of these flaws, or of none in particular. */
export function ownText(
  classified: ClassifiedEntry,
  own: readonly string[],
  products: ProductNames,
  text = textOf(classified),
): string {
  const current = currentText(classified, own, text);
  if (!/CVE/i.test(current)) return current;
  return statementsOf(current)
    .map((statement) => withoutOthers(statement, own, products))
    .join('');
}

/** Title, address and body as they are compared. */
function textOf(classified: ClassifiedEntry): string {
  return `${headOf(classified)}\n${normalizeText(beginning(classified.entry.text, READ_LENGTH))}`;
}

function headOf({ entry }: ClassifiedEntry): string {
  return `${normalizeText(entry.title)}\n${entry.url ?? ''}`;
}

function yearOf({ entry }: ClassifiedEntry): number {
  return publishedAt(entry).toZonedDateTimeISO('UTC').year;
}

/** Whole statements, so that no id is cut short. */
function openingOf(text: string, headLength: number): string {
  let opening = '';
  for (const statement of statementsOf(text)) {
    if (opening.length > headLength + OPENING_LENGTH) break;
    opening += statement;
  }
  return opening;
}

function isAdvisory({ source, entry }: ClassifiedEntry, opening: string): boolean {
  if (!source?.isVendor) return false;
  return findAdvisories(opening).length > 0 || BULLETIN.test(entry.title);
}

/** True for a line of a list of flaws, or a sentence that goes on with those of the story. */
function goesOn({ isOfOther, opensLine, statement }: FlawMention): boolean {
  return !isOfOther && (opensLine || ONE_MORE.test(statement));
}

/** Those that are said to be in something else count where no others are named. */
function ownOrAny(mentions: readonly FlawMention[]): readonly FlawMention[] {
  const own = mentions.filter(({ isOfOther }) => !isOfOther);
  return own.length > 0 ? own : mentions;
}

function cvesOf([first, ...others]: readonly FlawMention[]): string[] {
  if (!first) return [];
  const own = [first, ...others.filter((mention) => !isOlderCase(mention, first))];
  return own.flatMap(({ cves }) => cves);
}

/** "The latest of many: CVE-2023-1234 was exploited by spies" tells of an older case. */
function isOlderCase({ cves, statement }: FlawMention, first: FlawMention): boolean {
  return ATTACKS.test(statement) && newestYear(cves) < newestYear(first.cves);
}

function newestYear(cves: readonly string[]): number {
  return Math.max(...cves.map((cve) => cveNumber(cve).year));
}

function isNearOne(cve: string, others: readonly string[], widest: number): boolean {
  const { year, number } = cveNumber(cve);
  return others.some((other) => {
    const near = cveNumber(other);
    return near.year === year && Math.abs(near.number - number) <= widest;
  });
}

function withoutOthers(statement: string, own: readonly string[], products: ProductNames): string {
  const mentions = findMentions(statement, products);
  const isOwn = ({ cves }: FlawMention) => cves.some((cve) => own.includes(cve));
  if (mentions.every(isOwn)) return statement;
  const end = statement.endsWith('\n') ? '\n' : ' ';
  if (!mentions.some(isOwn)) return end;
  const before = statement.slice(0, statement.indexOf(mentions[0]?.text ?? ''));
  const kept = mentions.filter(isOwn).map(({ text }) => text);
  return `${before}${kept.join('')}${end}`;
}
