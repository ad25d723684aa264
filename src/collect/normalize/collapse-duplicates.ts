import type { EntryIdentity } from './entry-identity.ts';

/**
 * Leaves out what a feed holds twice: the same title with the same id or link. Entries that share
 * title and link, but neither id nor date, are two: a changelog with "Security update" every month.
 * So are those of one day that differ in both id and text.
 */
export function collapseDuplicates<E extends { readonly identity: EntryIdentity }>(
  entries: readonly E[],
): E[] {
  const seen = new Map<string, EntryIdentity>();
  return entries.filter(({ identity }) => {
    const keys = keysOf(identity);
    const isKnown = keys.some((key) => {
      const other = seen.get(key);
      return other !== undefined && !isAnother(identity, other);
    });
    for (const key of keys) seen.set(key, identity);
    return !isKnown;
  });
}

function keysOf({ titleKey, idKey, urlKey, date, textKey }: EntryIdentity): string[] {
  if (idKey === undefined && urlKey === undefined) return [`${date} ${textKey} ${titleKey}`];
  return [
    ...(idKey === undefined ? [] : [`id ${idKey} ${titleKey}`]),
    ...(urlKey === undefined ? [] : [`url ${urlKey} ${titleKey}`]),
  ];
}

function isAnother(a: EntryIdentity, b: EntryIdentity): boolean {
  if (a.idKey !== undefined && a.idKey === b.idKey) return false;
  return a.date !== b.date || (a.idKey !== b.idKey && a.textKey !== b.textKey);
}
