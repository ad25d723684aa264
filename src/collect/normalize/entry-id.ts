import { hash } from 'node:crypto';
import { countKeys, type EntryIdentity } from './entry-identity.ts';

/**
 * The ids of a feed's entries, from the feed alone:
 * 1. the link, if no other entry of the feed has it, without scheme, `www.`, tracking parameters and
 *    trailing slash: ids that change on every fetch do not matter, and neither do edits of the text;
 * 2. else the feed's own id, if no other entry of the feed has it (a changelog links every entry to
 *    one page);
 * 3. else title and date.
 * What only the past can tell (a new address for a known entry, an id or a link used again for
 * another) is for `matchEntries`, which replaces these ids by those of the entries in the store.
 */
export function entryIds(sourceId: string, identities: readonly EntryIdentity[]): string[] {
  const urls = countKeys(identities, 'urlKey');
  const ids = countKeys(identities, 'idKey');
  const taken = new Set<string>();
  return identities.map((identity) => {
    const id = hashId(sourceId, basisOf(identity, urls, ids));
    const own = taken.has(id) ? nextId(id, identity, taken) : id;
    taken.add(own);
    return own;
  });
}

/** Another id for an entry whose own is taken; the same for the same entry. */
export function nextId(id: string, identity: EntryIdentity, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const next = hashId(id, `${number} ${identity.titleKey} ${identity.date}`);
    if (!taken.has(next)) return next;
  }
}

function basisOf(
  { urlKey, idKey, titleKey, date }: EntryIdentity,
  urls: ReadonlyMap<string, number>,
  ids: ReadonlyMap<string, number>,
): string {
  if (urlKey !== undefined && urls.get(urlKey) === 1) return `url ${urlKey}`;
  if (idKey !== undefined && ids.get(idKey) === 1) return `id ${idKey}`;
  return `title ${titleKey} ${date ?? ''}`;
}

function hashId(scope: string, basis: string): string {
  return hash('sha256', `${scope}\n${basis}`).slice(0, 32);
}
