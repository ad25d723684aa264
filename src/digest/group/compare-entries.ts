import { cveNumber } from '../facts/flaws/find-cves.ts';
import {
  areOneLine,
  type NamedVersion,
  nameDifferentVersions,
} from '../facts/versions/find-versions.ts';
import { explainWords } from './as-written.ts';
import { areOtherNotices, compareNotices } from './compare-notices.ts';
import { compareDispute, comparePartners } from './compare-parties.ts';
import { compareReleases } from './compare-releases.ts';
import { SAGAS, tellOtherAuthorities, tellOtherQuarters } from './compare-sagas.ts';
import { bothNameCves, type EntryTraits, isLabelled, shareHypervisor } from './entry-traits.ts';
import { type LikenessSign, NO_SIGN } from './likeness-sign.ts';
import { cosine, sharedNumbers } from './sparse-vector.ts';
import type { WeighedEntry } from './weigh-entries.ts';

const TITLE_SHARE = 0.5;
const COSINE_SHARE = 0.6;
const SHARED_CVE = 0.6;
const NEIGHBOUR_CVE = 0.4;
const OTHER_CVES = -1;
const OTHER_HYPERVISOR = -0.25;
const ONE_UNLABELLED = -0.08;
/** News of other products is there by chance, and a vendor's name all that it shares. */
const BOTH_UNLABELLED = -0.035;
const SAME_PUBLISHER = -0.15;
const SAME_SOURCE = -0.22;
const OTHER_KIND = -0.15;
const SERIES_DAYS = 2;
const PATCH_DAYS = 120;
/** What two entries that share a CVE or most of their titles reach. */
const MUCH = 0.55;
const FRESH_DAYS = 3;
const FADING_DAYS = 25;
/** Batches of ids for one advisory span few numbers. */
const NEIGHBOUR_DISTANCE = 5;
const NEIGHBOUR_DAYS = 4;

/** How alike two entries are, 0 to about 2: everything that speaks for and against one story. */
export function compareEntries(a: WeighedEntry, b: WeighedEntry): number {
  return compareContents(a, b) + compareOrigin(a, b);
}

/** What speaks for one story, or against it; the first that says why explains a merge. */
const SIGNS: readonly ((a: WeighedEntry, b: WeighedEntry) => LikenessSign)[] = [
  compareCves,
  compareDispute,
  comparePartners,
  ...[compareReleases, compareNotices, ...SAGAS].map(
    (compare) => (a: WeighedEntry, b: WeighedEntry) => compare(a.traits, b.traits),
  ),
];

function compareContents(a: WeighedEntry, b: WeighedEntry): number {
  let points = compareWords(a, b);
  let isLasting = false;
  for (const compare of SIGNS) {
    const sign = compare(a, b);
    points += sign.points;
    isLasting ||= sign.isLasting === true;
  }
  const age = isLasting ? 1 : fade(Math.abs(a.traits.day - b.traits.day));
  return points > 0 ? points * age : points;
}

/** What speaks most for two entries telling one story, in words. */
export function explainLikeness(a: WeighedEntry, b: WeighedEntry): string {
  for (const compare of SIGNS) {
    const { because } = compare(a, b);
    if (because !== undefined) return because;
  }
  return explainWords(a, b);
}

function compareWords(a: WeighedEntry, b: WeighedEntry): number {
  let weight = 0;
  for (const term of sharedNumbers(a.titleTerms, b.titleTerms)) weight += a.lexicon.weightOf(term);
  const total = a.titleWeight + b.titleWeight;
  const overlap = total === 0 ? 0 : (2 * weight) / total;
  return TITLE_SHARE * overlap + COSINE_SHARE * cosine(a.vector, b.vector);
}

function compareCves(a: WeighedEntry, b: WeighedEntry): LikenessSign {
  const own = a.traits.cves;
  const other = b.traits.cves;
  if (!bothNameCves(a.traits, b.traits)) return NO_SIGN;
  const shared = own.filter((cve) => other.includes(cve));
  if (shared.length > 0) {
    // A round-up of fifty flaws has one in common with everything.
    const share = shared.length / Math.sqrt(Math.min(own.length, 9) * Math.min(other.length, 9));
    const points =
      SHARED_CVE * Math.min(1, share + (Math.max(own.length, other.length) > 9 ? 0 : 0.2));
    return { points, because: `Both name ${shared[0]}`, isLasting: true };
  }
  const pair = findNeighbours(a, b);
  if (pair)
    return { points: NEIGHBOUR_CVE, because: `${pair[0]} and ${pair[1]} came as one batch` };
  return { points: OTHER_CVES };
}

function findNeighbours(a: WeighedEntry, b: WeighedEntry): readonly [string, string] | undefined {
  if (Math.abs(a.traits.day - b.traits.day) > NEIGHBOUR_DAYS) return undefined;
  if (!shareHypervisor(a.traits, b.traits)) return undefined;
  // Titles that name other ids are each about their own flaw of the batch.
  if (a.traits.titleCves.length > 0 && b.traits.titleCves.length > 0) return undefined;
  for (const own of a.traits.cves) {
    const first = cveNumber(own);
    const near = b.traits.cves.find((cve) => {
      const second = cveNumber(cve);
      const distance = Math.abs(first.number - second.number);
      return first.year === second.year && distance <= NEIGHBOUR_DISTANCE;
    });
    if (near) return own < near ? [own, near] : [near, own];
  }
  return undefined;
}

function isAnnounced({ isKnown, isObject }: NamedVersion): boolean {
  return isKnown && !isObject;
}

function compareOrigin(a: WeighedEntry, b: WeighedEntry): number {
  const origin = originPoints(a.traits, b.traits) + kindPoints(a.traits, b.traits);
  if (!isLabelled(a.traits) && !isLabelled(b.traits)) return origin + BOTH_UNLABELLED;
  if (!isLabelled(a.traits) || !isLabelled(b.traits)) return origin + ONE_UNLABELLED;
  return origin + (haveOwnHypervisors(a.traits, b.traits) ? OTHER_HYPERVISOR : 0);
}

/** A guide to a product is no report of its news, and neither is what a tool makes of it. */
function kindPoints(a: EntryTraits, b: EntryTraits): number {
  return a.isHowTo === b.isHowTo && a.isTooling === b.isTooling ? 0 : OTHER_KIND;
}

/** Who tells a story seldom tells it twice. */
function originPoints(a: EntryTraits, b: EntryTraits): number {
  if (a.sourceId === b.sourceId) return SAME_SOURCE;
  return a.publisher === b.publisher ? SAME_PUBLISHER : 0;
}

function fade(days: number): number {
  return days <= FRESH_DAYS ? 1 : Math.exp((FRESH_DAYS - days) / FADING_DAYS);
}

/** Two entries that must stay apart, however alike they read. */
export function mustStayApart(a: WeighedEntry, b: WeighedEntry): boolean {
  if (isPatchOf(a.traits, b.traits)) return false;
  return (
    (nameDifferentVersions(a.traits.versions, b.traits.versions) &&
      !announceOneLine(a.traits, b.traits)) ||
    announceOtherProducts(a.traits, b.traits) ||
    areOtherNotices(a.traits, b.traits) ||
    areSeries(a.traits, b.traits) ||
    tellOtherQuarters(a.traits, b.traits) ||
    tellOtherAuthorities(a.traits, b.traits) ||
    arePieces(a, b)
  );
}

/** The point releases of one source mend what its release brought: one story goes on. */
export function isPatchOf(a: EntryTraits, b: EntryTraits): boolean {
  return a.sourceId === b.sourceId && announceOneLine(a, b);
}

function announceOneLine(a: EntryTraits, b: EntryTraits): boolean {
  if (!a.isRelease || !b.isRelease || Math.abs(a.day - b.day) > PATCH_DAYS) return false;
  return areOneLine(a.versions, b.versions);
}

/** The betas of two products are two stories; "ESXi 8.0 Update 3" and "vSphere 8.0 Update 3" are one. */
function announceOtherProducts(a: EntryTraits, b: EntryTraits): boolean {
  if (!a.isRelease || !b.isRelease) return false;
  const own = a.versions.filter(isAnnounced);
  const other = b.versions.filter(isAnnounced);
  const isShared = (one: NamedVersion) =>
    other.some(({ product, version }) => product === one.product || version === one.version);
  return own.length > 0 && other.length > 0 && !own.some(isShared);
}

/**
 * Two pieces of one source are two stories, unless they have much in common: it told the first
 * already. A dispute with somebody goes on in piece after piece.
 */
function arePieces(a: WeighedEntry, b: WeighedEntry): boolean {
  if (a.traits.sourceId !== b.traits.sourceId || a.traits.address === b.traits.address)
    return false;
  if (compareDispute(a, b).isLasting) return false;
  return compareContents(a, b) < MUCH;
}

/** Pieces of one source under one title days apart, or cut to one pattern for each hypervisor. */
function areSeries(a: EntryTraits, b: EntryTraits): boolean {
  if (a.sourceId !== b.sourceId || a.address === b.address) return false;
  const isRepeated = a.titleKey === b.titleKey && Math.abs(a.day - b.day) > SERIES_DAYS;
  return isRepeated || haveOwnHypervisors(a, b);
}

/** True when each is about a hypervisor that the other is not about. */
function haveOwnHypervisors(a: EntryTraits, b: EntryTraits): boolean {
  return (
    a.hypervisors.some((id) => !b.hypervisors.includes(id)) &&
    b.hypervisors.some((id) => !a.hypervisors.includes(id))
  );
}
