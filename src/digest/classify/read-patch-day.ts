import type { Dictionary } from './compile-hypervisors.ts';
import { type EntryReading, STRONG } from './entry-reading.ts';
import { findMentions, type Mention, type Mentions, NOTHING } from './find-mentions.ts';
import { namesVendor } from './names-vendor.ts';
import { graveFlaws } from './own-part.ts';
import { isOnlyListed, isPatchDay } from './patch-day.ts';

/** "The hypervisor" on the patch day of a vendor that has one: enough in a later sentence. */
const THE_HYPERVISOR = 'hypervisor';
const ON_PATCH_DAY = 2.4;

/**
 * What a vendor mends on one day is about its hypervisor when the opening says so, and not when that
 * is only listed among the rest, or when one of its gravest flaws is there.
 */
export function readPatchDay(
  title: Mentions,
  opening: Mentions,
  { lead, text }: { readonly lead: string; readonly text: string },
  dictionary: Dictionary,
): Pick<EntryReading, 'lead' | 'flaws'> {
  const ids = whoseDay([...title.mentions, ...opening.mentions], dictionary);
  const isNamed = namesOneOf(ids, dictionary);
  const flaws = isNamed(lead) ? NOTHING : findMentions(dictionary, graveFlaws(text, isNamed));
  return { lead: weigh(opening, lead, ids), flaws: ofThese(flaws, ids) };
}

/** A vendor's day may be a term of its hypervisor: "Patch Tuesday" names Microsoft. */
function whoseDay(mentions: readonly Mention[], dictionary: Dictionary): ReadonlySet<string> {
  const named = mentions.filter((one) => namesVendor(one, dictionary) || isPatchDay(one.term));
  return new Set(named.map(({ hypervisor }) => hypervisor));
}

function weigh(opening: Mentions, lead: string, ids: ReadonlySet<string>): Mentions {
  const mentions = opening.mentions.map((mention) => {
    if (isOnlyListed(mention.term, lead)) return { ...mention, isIncidental: true };
    const isIts = mention.term === THE_HYPERVISOR && ids.has(mention.hypervisor);
    // What leads the flaws may be told after how many there are.
    return { ...mention, isInFirstSentence: true, ...(isIts && { weight: ON_PATCH_DAY }) };
  });
  return { ...opening, mentions };
}

/** Asks whether a statement names one of these hypervisors: not what else runs on it, nor in a list only. */
export function namesOneOf(
  ids: ReadonlySet<string>,
  dictionary: Dictionary,
): (statement: string) => boolean {
  return (statement) =>
    findMentions(dictionary, statement).mentions.some(
      ({ hypervisor, term, weight, isIncidental }) =>
        ids.has(hypervisor) &&
        !isIncidental &&
        (weight >= STRONG || term === THE_HYPERVISOR) &&
        !isOnlyListed(term, statement),
    );
}

function ofThese(flaws: Mentions, ids: ReadonlySet<string>): Mentions {
  return { ...flaws, mentions: flaws.mentions.filter(({ hypervisor }) => ids.has(hypervisor)) };
}
