import { asWritten } from './as-written.ts';
import { isLabelled, shareHypervisor } from './entry-traits.ts';
import { type LikenessSign, NO_SIGN } from './likeness-sign.ts';
import { reduceWord } from './read-terms.ts';
import { sharedNumbers } from './sparse-vector.ts';
import type { WeighedEntry } from './weigh-entries.ts';

const SHARED_DISPUTE = 0.3;
const SAME_QUARREL = 0.2;
const QUARREL_DAYS = 10;
const SHARED_PARTNER = 0.25;
const PARTNER_DAYS = 7;
const NO_PARTY: ReadonlySet<string> = new Set(
  'action court legal lawsuit letter license case claim settlement supreme holder owner customer user perpetual'
    .split(' ')
    .map(reduceWord),
);

/** A lawsuit goes on for months and is known by its parties. */
export function compareDispute(a: WeighedEntry, b: WeighedEntry): LikenessSign {
  if (!a.traits.isDispute || !b.traits.isDispute) return NO_SIGN;
  // A company that is at odds with a vendor has other quarrels, too.
  if (isLabelled(a.traits) !== isLabelled(b.traits)) return NO_SIGN;
  const party = a.names.find((term) => b.names.includes(term) && isParty(term, a, b));
  if (party === undefined) return compareQuarrels(a, b);
  const because = `Both on the dispute with ${asWritten(party, a, b)}`;
  return { points: SHARED_DISPUTE, because, isLasting: true };
}

/** Without a party by name, a quarrel with all customers of a platform is one for some days. */
function compareQuarrels(a: WeighedEntry, b: WeighedEntry): LikenessSign {
  const isNear = Math.abs(a.traits.day - b.traits.day) <= QUARREL_DAYS;
  const isShared = shareHypervisor(a.traits, b.traits);
  const haveParties = [a, b].every((each) => each.names.some((term) => isParty(term, each, each)));
  return isNear && isShared && !haveParties
    ? { points: SAME_QUARREL, because: 'Both on a dispute with customers within days' }
    : NO_SIGN;
}

/** Named in a title at least once, and no word of the law or for all customers. */
function isParty(term: number, a: WeighedEntry, b: WeighedEntry): boolean {
  if (NO_PARTY.has(a.lexicon.termOf(term))) return false;
  return a.titleTerms.includes(term) || b.titleTerms.includes(term);
}

/** Two companies that tie up: the announcement of each, and what the press makes of it. */
export function comparePartners(a: WeighedEntry, b: WeighedEntry): LikenessSign {
  const isNews = a.traits.newsTopics.includes('partnership');
  if (!isNews || !b.traits.newsTopics.includes('partnership')) return NO_SIGN;
  const isSeries = a.traits.sourceId === b.traits.sourceId;
  if (isSeries || Math.abs(a.traits.day - b.traits.day) > PARTNER_DAYS) return NO_SIGN;
  const shared = sharedNumbers(a.titleTerms, b.titleTerms);
  const partner = shared.find((term) => a.names.includes(term) && b.names.includes(term));
  if (partner === undefined) return NO_SIGN;
  const because = `Both on the partnership with ${asWritten(partner, a, b)}`;
  return { points: SHARED_PARTNER, because };
}
