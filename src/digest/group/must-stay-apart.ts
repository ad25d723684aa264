import {
  areOneLine,
  type NamedVersion,
  nameDifferentVersions,
} from '../facts/versions/find-versions.ts';
import { compareContents } from './compare-entries.ts';
import { areOtherNotices } from './compare-notices.ts';
import { compareDispute } from './compare-parties.ts';
import { tellOtherAuthorities, tellOtherQuarters } from './compare-sagas.ts';
import { type EntryTraits, haveOwnHypervisors } from './entry-traits.ts';
import type { WeighedEntry } from './weigh-entries.ts';

const SERIES_DAYS = 2;
const PATCH_DAYS = 120;
/** What two entries that share a CVE or most of their titles reach. */
const MUCH = 0.55;

/** What tells two apart without weighing their words. */
const REASONS: readonly ((a: EntryTraits, b: EntryTraits) => boolean)[] = [
  tellOtherVersions,
  announceOtherProducts,
  areOtherNotices,
  areSeries,
  tellOtherQuarters,
  tellOtherAuthorities,
];

/** Two entries that must stay apart, however alike they read. */
export function mustStayApart(a: WeighedEntry, b: WeighedEntry): boolean {
  if (isPatchOf(a.traits, b.traits)) return false;
  return REASONS.some((isReason) => isReason(a.traits, b.traits)) || arePieces(a, b);
}

/** The point releases of one source mend what its release brought: one story goes on. */
export function isPatchOf(a: EntryTraits, b: EntryTraits): boolean {
  return a.sourceId === b.sourceId && announceOneLine(a, b);
}

function tellOtherVersions(a: EntryTraits, b: EntryTraits): boolean {
  return nameDifferentVersions(a.versions, b.versions) && !announceOneLine(a, b);
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

function isAnnounced({ isKnown, isObject }: NamedVersion): boolean {
  return isKnown && !isObject;
}

/**
 * Two pieces of one source are two stories, unless they have much in common: it told the first
 * already. A dispute with somebody goes on in piece after piece.
 */
function arePieces(a: WeighedEntry, b: WeighedEntry): boolean {
  if (!areTwoOfOneSource(a.traits, b.traits) || compareDispute(a, b).isLasting) return false;
  return compareContents(a, b) < MUCH;
}

/** Pieces of one source under one title days apart, or cut to one pattern for each hypervisor. */
function areSeries(a: EntryTraits, b: EntryTraits): boolean {
  if (!areTwoOfOneSource(a, b)) return false;
  const isRepeated = a.titleKey === b.titleKey && Math.abs(a.day - b.day) > SERIES_DAYS;
  return isRepeated || haveOwnHypervisors(a, b);
}

function areTwoOfOneSource(a: EntryTraits, b: EntryTraits): boolean {
  return a.sourceId === b.sourceId && a.address !== b.address;
}
