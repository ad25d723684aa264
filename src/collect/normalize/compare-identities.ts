import type { EntryIdentity } from './entry-identity.ts';

/** Which witnesses of a pair can be trusted: those that no third entry shares. */
export interface Trust {
  readonly hasOwnId: boolean;
  readonly hasOwnUrl: boolean;
  /** The feed has several entries, and each has a link of its own. */
  readonly urlsTell: boolean;
}

/**
 * How surely two entries of one source are the same, from 0 (another) up to 4. No single witness is
 * enough where another contradicts it: an id reused for another link and title is a new entry, and
 * so is a link reused under another id and title. Two that agree are: ids may change on every fetch,
 * a link with its host or its wording, a title by an edit.
 */
export function compareIdentities(a: EntryIdentity, b: EntryIdentity, trust: Trust): number {
  const strength = compareNames(a, b, trust) || compareContents(a, b, trust);
  // Of several that may be meant, the one whose text stayed.
  return strength > 0 && isSame(a.textKey, b.textKey) ? strength + 0.5 : strength;
}

/** By what names an entry, its id and its link, and what bears that out. */
function compareNames(a: EntryIdentity, b: EntryIdentity, trust: Trust): number {
  const sameId = trust.hasOwnId && isSame(a.idKey, b.idKey);
  const sameUrl = isSame(a.urlKey, b.urlKey);
  const sameTitle = a.titleKey === b.titleKey;
  const sameDate = isSame(a.date, b.date);

  if (sameId && sameUrl && a.pathKey !== undefined) return 3;
  if (sameId && (sameTitle || isSame(a.pathKey, b.pathKey))) return 2;
  const isTold = trust.hasOwnUrl && (trust.urlsTell || !isRenewed(a, b));
  if (sameUrl && sameTitle) return isTold || isSameChange(a, b) ? 2 : 0;
  if (sameId && !isOther(a.urlKey, b.urlKey) && !isRewritten(a, b)) return 1;
  if (sameId && sameDate && isEditOf(a, b)) return 1;
  return sameUrl && trust.hasOwnUrl && isEdited(a, b, trust) ? 1 : 0;
}

/** Of two with one id and no page of their own: whether nothing else stayed, so that the id is reused. */
function isRewritten(a: EntryIdentity, b: EntryIdentity): boolean {
  return isOther(a.date, b.date) && isOther(a.textKey, b.textKey) && !isEditOf(a, b);
}

/** Of two with one title and link: whether nothing else stayed, as on a page for the latest one. */
function isRenewed(a: EntryIdentity, b: EntryIdentity): boolean {
  return isOther(a.idKey, b.idKey) && isOther(a.date, b.date) && isOther(a.textKey, b.textKey);
}

/** Of two with one title at a link that others share, a changelog: whether they tell one change. */
function isSameChange(a: EntryIdentity, b: EntryIdentity): boolean {
  if (isOther(a.idKey, b.idKey)) return isSame(a.date, b.date) && !isOther(a.textKey, b.textKey);
  return !isOther(a.date, b.date);
}

/** Of two at one link of their own, under other titles: whether one is the other, edited. */
function isEdited(a: EntryIdentity, b: EntryIdentity, { urlsTell }: Trust): boolean {
  if (isSame(a.date, b.date) || isSame(a.textKey, b.textKey) || isEditOf(a, b)) return true;
  if (urlsTell && numbersOf(a) === numbersOf(b)) return true;
  return !isOther(a.idKey, b.idKey) && !isOther(a.date, b.date);
}

/** By what is left when nothing that names them agrees: another entry must not be overwritten. */
function compareContents(a: EntryIdentity, b: EntryIdentity, trust: Trust): number {
  if (a.titleKey !== b.titleKey || isSame(a.urlKey, b.urlKey)) return 0;
  if (isSame(a.pathKey, b.pathKey)) return trust.hasOwnUrl || isSameChange(a, b) ? 1 : 0;
  const sameDate = isSame(a.date, b.date);
  if (isOther(a.urlKey, b.urlKey)) return isAtOtherLink(a, b) ? 1 : 0;
  if (isOther(a.idKey, b.idKey)) return sameDate && !isOther(a.textKey, b.textKey) ? 1 : 0;
  if (sameDate) return 1;
  const hasTitleOnly = [a, b].some((one) => one.idKey === undefined && one.urlKey === undefined);
  return hasTitleOnly && !isOther(a.date, b.date) ? 1 : 0;
}

/** Whether one text under one title only changed its link: its parameters, or a date to the minute says so. */
function isAtOtherLink(a: EntryIdentity, b: EntryIdentity): boolean {
  if (isOther(a.textKey, b.textKey)) return false;
  if (isSame(a.date, b.date) && hasTimeOfDay(a)) return true;
  const samePage = isSame(a.pageKey, b.pageKey);
  return samePage && isSame(a.textKey, b.textKey) && !isOther(a.date, b.date);
}

const QUARTER_MS = 900_000;

/** A day without a time is midnight in some zone, and zones lie quarters of an hour apart. */
function hasTimeOfDay({ date = 0 }: EntryIdentity): boolean {
  return date % QUARTER_MS !== 0;
}

/** Whether one title has all words of the other, and no other number: a version makes another entry. */
function isEditOf(a: EntryIdentity, b: EntryIdentity): boolean {
  const [shorter = [], longer = []] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length);
  const words = new Set(longer);
  return numbersOf(a) === numbersOf(b) && shorter.every((word) => words.has(word));
}

function numbersOf(identity: EntryIdentity): string {
  const numbers = wordsOf(identity).filter((word) => /\p{N}/u.test(word));
  return numbers.join(' ');
}

function wordsOf({ titleKey }: EntryIdentity): string[] {
  return titleKey.split(' ');
}

/** Both are known, and equal. */
function isSame<Value>(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && a === b;
}

/** Both are known, and not equal. */
function isOther<Value>(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
