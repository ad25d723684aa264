import type { EntryIdentity } from './entry-identity.ts';

/** Which witnesses of a pair can be trusted: those that no third entry shares. */
export interface Trust {
  readonly hasOwnId: boolean;
  readonly hasOwnUrl: boolean;
}

/**
 * How surely two entries of one source are the same, from 0 (another) to 3. No single witness is
 * enough where another contradicts it: an id reused for another link and title is a new entry, and
 * so is a link reused under another id and title. Two that agree are: ids may change on every fetch,
 * a link with its host or its wording, a title by an edit.
 */
export function compareIdentities(a: EntryIdentity, b: EntryIdentity, trust: Trust): number {
  const sameId = trust.hasOwnId && isSame(a.idKey, b.idKey);
  const sameUrl = isSame(a.urlKey, b.urlKey);
  const sameTitle = a.titleKey === b.titleKey;
  const sameDate = isSame(a.date, b.date);
  const sameOwnUrl = trust.hasOwnUrl && sameUrl;
  const otherId = isOther(a.idKey, b.idKey);

  if (sameId && sameUrl) return 3;
  if (sameId && (sameTitle || isSame(a.pathKey, b.pathKey))) return 2;
  if (sameUrl && sameTitle && (sameOwnUrl || sameDate || !otherId)) return 2;
  if (sameId && !isOther(a.urlKey, b.urlKey)) return 1;
  if (sameOwnUrl && (sameDate || (!otherId && !isOther(a.date, b.date)))) return 1;
  if (sameTitle && (sameDate || isSame(a.pathKey, b.pathKey))) return 1;
  const hasTitleOnly = [a, b].some((one) => one.idKey === undefined && one.urlKey === undefined);
  return sameTitle && hasTitleOnly && !isOther(a.date, b.date) ? 1 : 0;
}

/** Both are known, and equal. */
function isSame<Value>(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && a === b;
}

/** Both are known, and not equal. */
function isOther<Value>(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
