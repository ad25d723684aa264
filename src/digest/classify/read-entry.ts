import type { Entry } from '../../model/entry.ts';
import type { Source } from '../../model/source.ts';
import { readAddress } from '../words/is-under-site.ts';
import { normalizeText } from '../words/normalize-text.ts';
import type { Dictionary } from './compile-hypervisors.ts';
import { type EntryReading, NAMING } from './entry-reading.ts';
import { findMentions, type Mention, type Mentions } from './find-mentions.ts';
import { namesForeignFlaw } from './foreign-flaw.ts';
import { isDispute } from './is-dispute.ts';
import { isWeighing } from './passing-mention.ts';
import { isOnlyListed, isPatchDay } from './patch-day.ts';

const LEAD_LENGTH = 320;
/** Through whatever hole: hosts that are encrypted concern those who run them. */
const HITS_HOSTS = /\bencrypt|\bransom/i;
/** Longer bodies are read this far: what an article is about stands in its beginning. */
const READ_LENGTH = 1800;
/** No honest title or list of tags is longer. */
const LONGEST_LINE = 300;
/** A vendor whose name weighs this much has few other customers to quarrel with. */
const NEARLY_NAMING = 0.5;
/** What its name weighs where it does. */
const IN_DISPUTE = 1.2;
/** "The hypervisor" on the patch day of a vendor that has one: enough in a later sentence. */
const THE_HYPERVISOR = 'hypervisor';
const ON_PATCH_DAY = 2.4;

/** Reads every part of an entry by the dictionary. */
export function readEntry(
  entry: Entry,
  source: Source | undefined,
  dictionary: Dictionary,
): EntryReading {
  const read = (text: string) => findMentions(dictionary, text);
  const title = entry.title.slice(0, LONGEST_LINE);
  const leadEnd = endOfLead(entry.text);
  const lead = entry.text.slice(0, leadEnd);
  const hasForeignFlaw = namesForeignFlaw(normalizeText(title), (part) =>
    namesAny(part, dictionary),
  );
  const titleRead = readTitle(title, lead, dictionary);
  const leadRead = read(lead);
  let body: Mentions | undefined;
  return {
    // Whose flaw it is, that platform is the subject.
    title: hasForeignFlaw && !HITS_HOSTS.test(title) ? { ...titleRead, firstRival: 0 } : titleRead,
    lead: isPatchDay(title) ? onPatchDay(leadRead, titleRead, lead, dictionary) : leadRead,
    get body() {
      body ??= read(entry.text.slice(leadEnd, READ_LENGTH));
      return body;
    },
    tags: read(entry.categories.join('\n').slice(0, LONGEST_LINE)),
    address: read(pathWords(entry.url).slice(0, LONGEST_LINE)),
    sourceName: read(source?.name ?? ''),
    isWeighing: isWeighing(title),
    hasForeignFlaw,
    publishedAt: entry.url === undefined ? undefined : readAddress(entry.url),
    dedicatedTo: source?.hypervisor,
  };
}

function endOfLead(text: string): number {
  if (text.length <= LEAD_LENGTH) return text.length;
  const space = text.indexOf(' ', LEAD_LENGTH);
  return space === -1 || space > LEAD_LENGTH + 80 ? LEAD_LENGTH : space;
}

/** The words of a URL's path; its host is judged by the configured sites. */
function pathWords(url: string | undefined): string {
  return url?.replace(/^https?:\/\/[^/]*/, '').replace(/[/?#=&_+.-]+/g, ' ') ?? '';
}

/** Where a vendor is at odds with those who use its software, its name means that software. */
function readTitle(title: string, lead: string, dictionary: Dictionary): Mentions {
  const read = findMentions(dictionary, title);
  const vendors = vendorsOf(dictionary);
  const isNearlyNamed = (mention: Mention) =>
    isVendor(mention, vendors) && mention.weight >= NEARLY_NAMING && mention.weight < NAMING;
  if (!read.mentions.some(isNearlyNamed) || !isDispute(normalizeText(title), normalizeText(lead)))
    return read;
  const mentions = read.mentions.map((mention) =>
    isNearlyNamed(mention) ? { ...mention, weight: IN_DISPUTE } : mention,
  );
  return { ...read, mentions };
}

/**
 * What a vendor mends on one day is about its hypervisor when the opening says so, and not when that
 * is only listed among the rest.
 */
function onPatchDay(
  lead: Mentions,
  title: Mentions,
  text: string,
  dictionary: Dictionary,
): Mentions {
  const vendors = vendorsOf(dictionary);
  // A vendor's day may be a term of its hypervisor: "Patch Tuesday" names Microsoft.
  const named = [...title.mentions, ...lead.mentions].filter(
    (one) => isVendor(one, vendors) || isPatchDay(one.term),
  );
  const ofVendor = new Set(named.map(({ hypervisor }) => hypervisor));
  const mentions = lead.mentions.map((mention) => {
    if (isOnlyListed(mention.term, text)) return { ...mention, isIncidental: true };
    const isIts = mention.term === THE_HYPERVISOR && ofVendor.has(mention.hypervisor);
    // What leads the flaws may be told after how many there are.
    return { ...mention, isInFirstSentence: true, ...(isIts && { weight: ON_PATCH_DAY }) };
  });
  return { ...lead, mentions };
}

function vendorsOf({ hypervisors }: Dictionary): ReadonlyMap<string, string> {
  return new Map(hypervisors.map(({ id, vendor }) => [id, vendor]));
}

function isVendor({ hypervisor, term }: Mention, vendors: ReadonlyMap<string, string>): boolean {
  return term === vendors.get(hypervisor);
}

/** Terms of any weight count, vendors, and what hypervisors are built on. */
function namesAny(text: string, dictionary: Dictionary): boolean {
  const { mentions, side, hasUpstream } = findMentions(dictionary, text);
  const isVendorNamed = dictionary.hypervisors.some(({ vendor }) => text.includes(vendor));
  return mentions.length > 0 || side.size > 0 || hasUpstream || isVendorNamed;
}
