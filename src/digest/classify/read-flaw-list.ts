import type { Dictionary } from './compile-hypervisors.ts';
import { type EntryReading, STRONG } from './entry-reading.ts';
import { findMentions, type Mention, type Mentions, NOTHING } from './find-mentions.ts';
import { namesVendor } from './names-vendor.ts';
import { graveFlaws, numberedFlaws } from './own-part.ts';
import { isExploitedList, isOnlyListed, isPatchDay } from './patch-day.ts';

/** "The hypervisor" on the patch day of a vendor that has one: enough in a later sentence. */
const THE_HYPERVISOR = 'hypervisor';
const ON_PATCH_DAY = 2.4;

/** The parts of an entry that are read apart where its title is on many flaws, as they stand there. */
interface FlawListTexts {
  readonly title: string;
  readonly lead: string;
  /** Lead and body. */
  readonly text: string;
}

/** The same, read by the dictionary. */
type ReadParts = Pick<EntryReading, 'title' | 'lead'>;

/** What the opening and the gravest flaws of an entry say, which for most entries is the opening alone. */
export function readFlawList(
  texts: FlawListTexts,
  read: ReadParts,
  dictionary: Dictionary,
): Pick<EntryReading, 'lead' | 'flaws'> {
  if (isPatchDay(texts.title)) return readPatchDay(texts, read, dictionary);
  const flaws = isExploitedList(texts.title) ? readExploitedList(texts, dictionary) : NOTHING;
  return { lead: read.lead, flaws };
}

/**
 * What a vendor mends on one day is about its hypervisor when the opening says so, and not when that
 * is only listed among the rest, or when one of its gravest flaws is there.
 */
function readPatchDay(
  { lead, text }: FlawListTexts,
  read: ReadParts,
  dictionary: Dictionary,
): Pick<EntryReading, 'lead' | 'flaws'> {
  const ids = whoseDay([...read.title.mentions, ...read.lead.mentions], dictionary);
  const isNamed = namesOneOf(ids, dictionary);
  const flaws = isNamed(lead) ? NOTHING : findMentions(dictionary, graveFlaws(text, isNamed));
  return { lead: weigh(read.lead, lead, ids), flaws: ofThese(flaws, ids) };
}

/** What is put on a list of exploited flaws is grave, whosever it is. */
function readExploitedList({ lead, text }: FlawListTexts, dictionary: Dictionary): Mentions {
  const ids = new Set(dictionary.hypervisors.map(({ id }) => id));
  const isNamed = namesOneOf(ids, dictionary);
  return isNamed(lead) ? NOTHING : findMentions(dictionary, numberedFlaws(text, isNamed));
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
