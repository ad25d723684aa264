import { releaseLine } from '../facts/versions/find-versions.ts';
import { bothNameCves } from './entry-traits.ts';
import { isPatchOf } from './must-stay-apart.ts';
import type { WeighedEntry } from './weigh-entries.ts';

/** Two positions that tell one story without further weighing, and why. */
export type SurePair = readonly [number, number, string];

const SAME_TITLE_DAYS = 14;
/** A publisher's own repeated title is a series ("This week in ..."), unless it comes at once. */
const SERIES_DAYS = 2;
const FEWEST_TITLE_TERMS = 3;
const MOST_CVES = 10;
/** An entry that names more advisories is a round-up of several stories. */
const MOST_ADVISORIES = 2;

/** Pairs with the same address, title, advisory or set of CVEs. Expects entries in order of time. */
export function findSurePairs(entries: readonly WeighedEntry[]): SurePair[] {
  return [
    ...chain(entries, addressesOf, () => true),
    ...chain(entries, advisoriesOf, (a, b, key) => isTitled(a, key) || isTitled(b, key)),
    ...chain(entries, cvesOf, () => true),
    ...chain(entries, titlesOf, (a, b) => areNear(a, b) && !nameOtherCves(a, b)),
    ...chain(entries, linesOf, (a, b) => isPatchOf(a.traits, b.traits)),
  ];
}

interface Key {
  readonly key: string;
  readonly because: string;
}

/** Links each entry to the one before it with the same key. */
function chain(
  entries: readonly WeighedEntry[],
  keysOf: (entry: WeighedEntry) => readonly Key[],
  accepts: (a: WeighedEntry, b: WeighedEntry, key: string) => boolean,
): SurePair[] {
  const latest = new Map<string, number>();
  const pairs: SurePair[] = [];
  entries.forEach((entry, position) => {
    for (const { key, because } of keysOf(entry)) {
      const before = latest.get(key);
      const other = before === undefined ? undefined : entries[before];
      if (before !== undefined && other && accepts(other, entry, key)) {
        pairs.push([before, position, because]);
      }
      if (before === undefined || !other || !isTitled(other, key)) latest.set(key, position);
    }
  });
  return pairs;
}

function addressesOf({ traits }: WeighedEntry): Key[] {
  return traits.address === undefined ? [] : [{ key: traits.address, because: 'Same address' }];
}

function advisoriesOf({ traits }: WeighedEntry): Key[] {
  const named =
    traits.advisories.length <= MOST_ADVISORIES ? traits.advisories : traits.titleAdvisories;
  return named.map((id) => ({ key: id, because: `Same advisory ${id}` }));
}

function isTitled({ traits }: WeighedEntry, advisory: string): boolean {
  return traits.titleAdvisories.includes(advisory);
}

function cvesOf({ traits }: WeighedEntry): Key[] {
  if (traits.cves.length === 0 || traits.cves.length > MOST_CVES) return [];
  const others = traits.cves.length - 1;
  const because = `Both name ${traits.cves[0]}${others > 0 ? ` and ${others} more` : ''}`;
  return [{ key: traits.cves.join(' '), because }];
}

function titlesOf({ titleTerms, traits }: WeighedEntry): Key[] {
  if (titleTerms.length < FEWEST_TITLE_TERMS) return [];
  return [{ key: traits.titleKey, because: 'Titles in the same words' }];
}

function areNear(a: WeighedEntry, b: WeighedEntry): boolean {
  const isSeries = a.traits.publisher === b.traits.publisher;
  const days = Math.abs(a.traits.day - b.traits.day);
  return days <= (isSeries ? SERIES_DAYS : SAME_TITLE_DAYS);
}

/** Two flaws of one product in the same words are two. */
function nameOtherCves({ traits: a }: WeighedEntry, { traits: b }: WeighedEntry): boolean {
  return bothNameCves(a, b) && !a.cves.some((cve) => b.cves.includes(cve));
}

function linesOf({ traits }: WeighedEntry): Key[] {
  if (!traits.isRelease) return [];
  return traits.versions.flatMap((version) => {
    const line = releaseLine(version);
    if (line === undefined) return [];
    return [{ key: `${traits.sourceId} ${line}`, because: `Releases of ${line}` }];
  });
}
