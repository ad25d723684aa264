import { hash } from 'node:crypto';
import type { Entry } from '../../model/entry.ts';
import { addressOf, canonicalUrl } from './canonical-url.ts';

/** What can bear witness that two entries of one source are the same, made comparable. */
export interface EntryIdentity {
  readonly idKey: string | undefined;
  readonly urlKey: string | undefined;
  /** The address without its host; undefined for a front page. */
  readonly pathKey: string | undefined;
  /** The address without its parameters; undefined for a front page. */
  readonly pageKey: string | undefined;
  readonly titleKey: string;
  /** Milliseconds since 1970. */
  readonly date: number | undefined;
  /** SHA-256 of the text; undefined where there is none. */
  readonly textKey: string | undefined;
}

/** What identifies an entry; of a stored one, the hash stands for the text. */
export interface Identifiable extends Pick<Entry, 'feedId' | 'url' | 'title' | 'publishedAt'> {
  readonly text?: string;
  readonly textHash?: string;
}

export function identityOf(entry: Identifiable): EntryIdentity {
  const { feedId, url, title, publishedAt, text, textHash } = entry;
  const address = url === undefined ? undefined : addressOf(url);
  return {
    idKey: feedId === undefined ? undefined : keyOfId(feedId),
    urlKey: address?.key,
    pathKey: address?.path || undefined,
    pageKey: address?.page || undefined,
    titleKey: keyOfTitle(title),
    date: publishedAt?.epochMilliseconds,
    textKey: textHash ?? (text ? hash('sha256', text) : undefined),
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
