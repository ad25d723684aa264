import type { Entry } from '../../model/entry.ts';
import { addressOf, canonicalUrl } from './canonical-url.ts';

/** What can bear witness that two entries of one source are the same, made comparable. */
export interface EntryIdentity {
  readonly idKey: string | undefined;
  readonly urlKey: string | undefined;
  /** The address without its host; undefined for a front page. */
  readonly pathKey: string | undefined;
  readonly titleKey: string;
  /** Milliseconds since 1970. */
  readonly date: number | undefined;
}

export function identityOf(
  entry: Pick<Entry, 'feedId' | 'url' | 'title' | 'publishedAt'>,
): EntryIdentity {
  const { feedId, url, title, publishedAt } = entry;
  const address = url === undefined ? undefined : addressOf(url);
  return {
    idKey: feedId === undefined ? undefined : keyOfId(feedId),
    urlKey: address?.key,
    pathKey: address?.path || undefined,
    titleKey: keyOfTitle(title),
    date: publishedAt?.epochMilliseconds,
  };
}

/** An id that is a URL changes with scheme and parameters as any URL does. */
function keyOfId(id: string): string {
  const url = /^https?:/i.test(id) ? canonicalUrl(id) : undefined;
  return url === undefined ? id.trim() : addressOf(url).key;
}

/** Without what an editor changes in passing: case, punctuation, spacing. */
function keyOfTitle(title: string): string {
  const plain = title.normalize('NFKC').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || plain;
}

/** How many of the identities have each value of a key. */
export function countKeys(
  identities: readonly EntryIdentity[],
  key: 'idKey' | 'urlKey',
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const identity of identities) {
    const value = identity[key];
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
