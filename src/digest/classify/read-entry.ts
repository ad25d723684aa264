import type { Entry } from '../../model/entry.ts';
import type { Source } from '../../model/source.ts';
import { readAddress } from '../words/is-under-site.ts';
import { normalizeText } from '../words/normalize-text.ts';
import type { Dictionary } from './compile-hypervisors.ts';
import { type EntryReading, NAMING } from './entry-reading.ts';
import { findMentions, type Mentions } from './find-mentions.ts';
import { isDispute } from './is-dispute.ts';
import { isWeighing } from './passing-mention.ts';

const LEAD_LENGTH = 320;
/** Longer bodies are read this far: what an article is about stands in its beginning. */
const READ_LENGTH = 1800;
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
  const leadEnd = endOfLead(entry.text);
  const lead = entry.text.slice(0, leadEnd);
  return {
    title: readTitle(title, lead, dictionary),
    lead: read(lead),
    body: read(entry.text.slice(leadEnd, READ_LENGTH)),
    tags: read(entry.categories.join('\n').slice(0, LONGEST_LINE)),
    address: read(pathWords(entry.url).slice(0, LONGEST_LINE)),
    sourceName: read(source?.name ?? ''),
    isWeighing: isWeighing(title),
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
  const vendors = new Map(dictionary.hypervisors.map(({ id, vendor }) => [id, vendor]));
  const isVendor = ({ hypervisor, term, weight }: Mentions['mentions'][number]) =>
    term === vendors.get(hypervisor) && weight >= NEARLY_NAMING && weight < NAMING;
  if (!read.mentions.some(isVendor) || !isDispute(normalizeText(title), normalizeText(lead)))
    return read;
  const mentions = read.mentions.map((mention) =>
    isVendor(mention) ? { ...mention, weight: IN_DISPUTE } : mention,
  );
  return { ...read, mentions };
}
