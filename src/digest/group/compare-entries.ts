import { explainWords } from './as-written.ts';
import { compareCves } from './compare-cves.ts';
import { compareNotices } from './compare-notices.ts';
import { compareDispute, comparePartners } from './compare-parties.ts';
import { compareReleases } from './compare-releases.ts';
import { SAGAS } from './compare-sagas.ts';
import { type EntryTraits, haveOwnHypervisors, isLabelled } from './entry-traits.ts';
import type { LikenessSign } from './likeness-sign.ts';
import { cosine, sharedNumbers } from './sparse-vector.ts';
import type { WeighedEntry } from './weigh-entries.ts';

const TITLE_SHARE = 0.5;
const COSINE_SHARE = 0.6;
const OTHER_HYPERVISOR = -0.25;
const ONE_UNLABELLED = -0.08;
/** News of other products is there by chance, and a vendor's name all that it shares. */
const BOTH_UNLABELLED = -0.035;
const SAME_PUBLISHER = -0.15;
const SAME_SOURCE = -0.22;
const OTHER_KIND = -0.15;
const FRESH_DAYS = 3;
const FADING_DAYS = 25;

/** How alike two entries are, 0 to about 2: everything that speaks for and against one story. */
export function compareEntries(a: WeighedEntry, b: WeighedEntry): number {
  return compareContents(a, b) + compareOrigin(a, b);
}

/** What speaks for one story, or against it; the first that says why explains a merge. */
const SIGNS: readonly (typeof compareDispute)[] = [
  byTraits(compareCves),
  compareDispute,
  comparePartners,
  ...[compareReleases, compareNotices, ...SAGAS].map(byTraits),
];

function byTraits(
  compare: (a: EntryTraits, b: EntryTraits) => LikenessSign,
): typeof compareDispute {
  return (a, b) => compare(a.traits, b.traits);
}

/** What they tell, whoever tells it. */
export function compareContents(a: WeighedEntry, b: WeighedEntry): number {
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
