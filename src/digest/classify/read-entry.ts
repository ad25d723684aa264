import type { Entry } from '../../model/entry.ts';
import type { Source } from '../../model/source.ts';
import { beginning } from '../words/beginning.ts';
import { readAddress } from '../words/is-under-site.ts';
import { normalizeText } from '../words/normalize-text.ts';
import type { Dictionary } from './compile-hypervisors.ts';
import { type EntryReading, NAMING } from './entry-reading.ts';
import { findMentions, type Mention, type Mentions } from './find-mentions.ts';
import { namesForeignFlaw } from './foreign-flaw.ts';
import { isDispute } from './is-dispute.ts';
import { namesVendor } from './names-vendor.ts';
import { leadOf } from './opening.ts';
import { isWeighing } from './passing-mention.ts';
import { readFlawList } from './read-flaw-list.ts';

/** Through whatever hole: hosts that are encrypted concern those who run them. */
const HITS_HOSTS = /\bencrypt|\bransom/i;
/** Longer bodies are read this far: what an article is about stands in its beginning. */
const READ_LENGTH = 1800;
/** A report on many flaws is read this far for those of a hypervisor. */
const FLAWS_LENGTH = 6000;
/** No honest title or list of tags is longer. */
const LONGEST_LINE = 300;
/** A vendor whose name weighs this much has few other customers to quarrel with. */
const NEARLY_NAMING = 0.5;
/** What its name weighs where it does. */
const IN_DISPUTE = 1.2;

/** Reads every part of an entry by the dictionary. */
export function readEntry(
  entry: Entry,
  source: Source | undefined,
  dictionary: Dictionary,
): EntryReading {
  const read = (text: string) => findMentions(dictionary, text);
  const title = entry.title.slice(0, LONGEST_LINE);
  const lead = leadOf(entry);
  const hasForeignFlaw = namesForeignFlaw(normalizeText(title), (part) =>
    namesAny(part, dictionary),
  );
  const titleRead = readTitle(title, lead, dictionary);
  const opening = read(lead);
  const texts = { title, lead, text: beginning(entry.text, FLAWS_LENGTH) };
  let body: Mentions | undefined;
  return {
    // Whose flaw it is, that platform is the subject.
    title: hasForeignFlaw && !HITS_HOSTS.test(title) ? { ...titleRead, firstRival: 0 } : titleRead,
    ...readFlawList(texts, { title: titleRead, lead: opening }, dictionary),
    get body() {
      body ??= read(entry.text.slice(lead.length, READ_LENGTH));
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

/** The words of a URL's path; its host is judged by the configured sites. */
function pathWords(url: string | undefined): string {
  return url?.replace(/^https?:\/\/[^/]*/, '').replace(/[/?#=&_+.-]+/g, ' ') ?? '';
}

/** Where a vendor is at odds with those who use its software, its name means that software. */
function readTitle(title: string, lead: string, dictionary: Dictionary): Mentions {
  const read = findMentions(dictionary, title);
  const isNearlyNamed = (mention: Mention) =>
    namesVendor(mention, dictionary) && mention.weight >= NEARLY_NAMING && mention.weight < NAMING;
  if (!read.mentions.some(isNearlyNamed) || !isDispute(normalizeText(title), normalizeText(lead)))
    return read;
  const mentions = read.mentions.map((mention) =>
    isNearlyNamed(mention) ? { ...mention, weight: IN_DISPUTE } : mention,
  );
  return { ...read, mentions };
}

/** Terms of any weight count, vendors, and what hypervisors are built on. */
function namesAny(text: string, dictionary: Dictionary): boolean {
  const { mentions, side, hasUpstream } = findMentions(dictionary, text);
  const isVendorNamed = dictionary.hypervisors.some(({ vendor }) => text.includes(vendor));
  return mentions.length > 0 || side.size > 0 || hasUpstream || isVendorNamed;
}
