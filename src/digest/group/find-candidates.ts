import type { EntryTraits } from './entry-traits.ts';
import type { WeighedEntry } from './weigh-entries.ts';

/** Pairs of positions, the smaller first. */
export type Pair = readonly [number, number];

/** A key that more entries share than this links each only to the next few in time. */
const LONGEST_LIST = 40;
const NEXT_IN_TIME = 12;
/** Each entry is compared with this many others at most, those that share most. */
const MOST_CANDIDATES = 10;
const KEY_WEIGHT = 20;

/**
 * Pairs worth comparing: those that share a CVE or telling words. Found through an inverted index
 * whose lists are capped, so that the work grows with the entries and not with their square.
 * Expects the entries in order of time.
 */
export function findCandidates(entries: readonly WeighedEntry[]): Pair[] {
  const shared = entries.map(() => new Map<number, number>());
  for (const { members, weight } of indexEntries(entries).values()) {
    const reach = members.length > LONGEST_LIST ? NEXT_IN_TIME : members.length;
    for (let at = 0; at < members.length; at++) {
      const row = shared[members[at] as number] as Map<number, number>;
      const end = Math.min(members.length, at + 1 + reach);
      for (let next = at + 1; next < end; next++) {
        const other = members[next] as number;
        row.set(other, (row.get(other) ?? 0) + weight);
      }
    }
  }
  return shared.flatMap((row, index) =>
    strongest(row).map((other): Pair => [index, other] as const),
  );
}

interface IndexList {
  readonly members: number[];
  readonly weight: number;
}

function indexEntries(entries: readonly WeighedEntry[]): Map<string | number, IndexList> {
  const index = new Map<string | number, IndexList>();
  const add = (key: string | number, position: number, weight: number) => {
    const list = index.get(key);
    if (list) list.members.push(position);
    else index.set(key, { members: [position], weight });
  };
  entries.forEach((entry, position) => {
    for (const term of entry.telling) {
      add(term, position, entry.titleTerms.includes(term) ? 2 : 1);
    }
    for (const cve of entry.traits.cves.slice(0, 20)) {
      add(`cve ${cve}`, position, KEY_WEIGHT);
      // Ids of one batch share all but their last two digits.
      add(`batch ${cve.slice(0, -2)}`, position, 2);
    }
    for (const { product, version } of entry.traits.versions) {
      if (entry.traits.isRelease) add(`version ${product} ${version}`, position, KEY_WEIGHT);
    }
    for (const key of subjectKeys(entry.traits)) add(key, position, 2);
    for (const key of sagaKeys(entry.traits)) add(key, position, KEY_WEIGHT / 4);
  });
  return index;
}

/**
 * "Veeam to support Proxmox VE" has no rare word to meet by: the same kind of news on the same
 * hypervisor meets by week. Each stands in two weeks, so that none is missed at the edge.
 */
function subjectKeys({ newsTopics, hypervisors, day }: EntryTraits): string[] {
  const week = Math.floor(day / 7);
  const half = Math.floor(day / 7 + 0.5);
  return hypervisors.flatMap((id) =>
    newsTopics.flatMap((topic) => [`${topic} ${id} ${week}`, `${topic} ${id} half ${half}`]),
  );
}

/** Reports on one flaw come months apart, those on one portal from one hand. */
function sagaKeys(traits: EntryTraits): string[] {
  const { flawKinds, products, facility, freedom, hypervisors, newsTopics, takeover, versions } =
    traits;
  return [
    ...flawKinds.flatMap((kind) => products.map((name) => `${kind} ${name}`)),
    ...(facility === undefined ? [] : hypervisors.map((id) => `${facility} ${id}`)),
    ...(freedom === undefined ? [] : products.map((name) => `${freedom} free ${name}`)),
    ...(takeover?.stages ?? []).flatMap((stage) => hypervisors.map((id) => `${stage} ${id}`)),
    ...(newsTopics.includes('lifecycle')
      ? versions.map(({ product, version }) => `end ${product} ${version}`)
      : []),
  ];
}

function strongest(row: ReadonlyMap<number, number>): number[] {
  if (row.size <= MOST_CANDIDATES) return [...row.keys()].sort((a, b) => a - b);
  return [...row]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_CANDIDATES)
    .map(([other]) => other);
}
