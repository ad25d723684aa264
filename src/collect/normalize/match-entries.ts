import type { Entry } from '../../model/entry.ts';
import { compareIdentities } from './compare-identities.ts';
import { nextId } from './entry-id.ts';
import { countKeys, type EntryIdentity, type Identifiable, identityOf } from './entry-identity.ts';

/** As much of a stored entry as tells whether another is the same. */
export type KnownEntry = Pick<Entry, 'id'> & Identifiable;

/**
 * Finds out which of a source's entries are in the store already. Those get the id of the stored
 * one, so that saving updates it, and keep the date it was first published at; the others get an id
 * that no stored one has. `known` is all that is stored of this source.
 */
export function matchEntries(incoming: readonly Entry[], known: readonly KnownEntry[]): Entry[] {
  const matches = new Matching(incoming.map(identityOf), known.map(identityOf)).find();
  const taken = new Set(known.map((entry) => entry.id));
  return incoming.map((entry, index) => {
    const match = known[matches.get(index) ?? -1];
    if (match !== undefined) return keepFirst(entry, match);
    const id = taken.has(entry.id) ? nextId(entry.id, identityOf(entry), taken) : entry.id;
    taken.add(id);
    return { ...entry, id };
  });
}

function keepFirst(entry: Entry, { id, publishedAt }: KnownEntry): Entry {
  return { ...entry, id, publishedAt: publishedAt ?? entry.publishedAt };
}

class Matching {
  readonly #incoming: readonly EntryIdentity[];
  readonly #known: readonly EntryIdentity[];
  readonly #knownByKey = new Map<string, number[]>();
  readonly #ownIds: (key: string | undefined) => boolean;
  readonly #ownUrls: (key: string | undefined) => boolean;
  readonly #urlsTell: boolean;

  constructor(incoming: readonly EntryIdentity[], known: readonly EntryIdentity[]) {
    this.#incoming = incoming;
    this.#known = known;
    this.#ownIds = this.#findOwn('idKey');
    this.#ownUrls = this.#findOwn('urlKey');
    this.#urlsTell =
      incoming.length > 1 &&
      incoming.every(({ urlKey, pathKey }) => pathKey !== undefined && this.#ownUrls(urlKey));
    for (const [index, identity] of known.entries())
      for (const key of keysOf(identity)) this.#add(key, index);
  }

  /** The index of the known entry for that of each incoming one that is known; surest pairs first. */
  find(): ReadonlyMap<number, number> {
    const pairs = this.#incoming.flatMap((_, index) => this.#pairsOf(index));
    pairs.sort((a, b) => b.strength - a.strength);
    const matches = new Map<number, number>();
    const claimed = new Set<number>();
    for (const { index, known } of pairs) {
      if (matches.has(index) || claimed.has(known)) continue;
      matches.set(index, known);
      claimed.add(known);
    }
    return matches;
  }

  #pairsOf(index: number): { index: number; known: number; strength: number }[] {
    const identity = this.#incoming[index];
    if (identity === undefined) return [];
    const candidates = new Set(keysOf(identity).flatMap((key) => this.#knownByKey.get(key) ?? []));
    return [...candidates].flatMap((known) => {
      const other = this.#known[known];
      const strength = other === undefined ? 0 : this.#compare(identity, other);
      return strength > 0 ? [{ index, known, strength }] : [];
    });
  }

  #compare(a: EntryIdentity, b: EntryIdentity): number {
    const trust = {
      hasOwnId: this.#ownIds(a.idKey),
      // A front page is that of no entry.
      hasOwnUrl: a.pathKey !== undefined && this.#ownUrls(a.urlKey),
      urlsTell: this.#urlsTell,
    };
    return compareIdentities(a, b, trust);
  }

  /** Tells the keys that one incoming entry has at most, and one known. */
  #findOwn(key: 'idKey' | 'urlKey'): (value: string | undefined) => boolean {
    const incoming = countKeys(this.#incoming, key);
    const known = countKeys(this.#known, key);
    return (value) =>
      value !== undefined && (incoming.get(value) ?? 0) <= 1 && (known.get(value) ?? 0) <= 1;
  }

  #add(key: string, index: number): void {
    const indexes = this.#knownByKey.get(key);
    if (indexes === undefined) this.#knownByKey.set(key, [index]);
    // A key that many share tells little; the bound keeps the work linear.
    else if (indexes.length < mostOfOneKey) indexes.push(index);
  }
}

const mostOfOneKey = 50;

function keysOf({ idKey, urlKey, titleKey }: EntryIdentity): string[] {
  const keys = [`title ${titleKey}`];
  if (idKey !== undefined) keys.push(`id ${idKey}`);
  if (urlKey !== undefined) keys.push(`url ${urlKey}`);
  return keys;
}
