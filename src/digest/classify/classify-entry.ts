import type { Label } from '../../model/classification.ts';
import type { Entry } from '../../model/entry.ts';
import type { Hypervisor } from '../../model/hypervisor.ts';
import type { Source } from '../../model/source.ts';
import { readAddress } from '../words/is-under-site.ts';
import { compileHypervisors, type Dictionary } from './compile-hypervisors.ts';
import type { EntryReading } from './entry-reading.ts';
import { explainLabel } from './explain-label.ts';
import { findMentions } from './find-mentions.ts';
import { isWeighing } from './passing-mention.ts';
import { scoreHypervisor } from './score-hypervisor.ts';

/** Under this score an entry is not about a hypervisor. */
const ENOUGH = 3;
/** A label must also have this share of the strongest one's score: the rest is background. */
const SHARE_OF_BEST = 0.4;
const LEAD_LENGTH = 320;
/** Longer bodies are read this far: what an article is about stands in its beginning. */
const READ_LENGTH = 1800;
/** No honest title or list of tags is longer. */
const LONGEST_LINE = 300;

/**
 * The configured hypervisors that an entry is about, strongest first; empty when it is about none.
 * Without a source only the entry itself speaks.
 */
export function classifyEntry(
  entry: Entry,
  source: Source | undefined,
  hypervisors: readonly Hypervisor[],
): Label[] {
  const reading = readEntry(entry, source, compileHypervisors(hypervisors));
  const scored = hypervisors
    .map((hypervisor) => ({ hypervisor, ...scoreHypervisor(hypervisor, reading) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score >= ENOUGH && score >= best * SHARE_OF_BEST)
    .map(({ hypervisor, score, evidence, isSideProduct }) => ({
      hypervisor: hypervisor.id,
      score: Math.round(score * 100) / 100,
      because: explainLabel(evidence),
      isSideProduct,
      titleScore: evidence.find(({ part }) => part === 'title')?.points ?? 0,
    }));
}

function readEntry(entry: Entry, source: Source | undefined, dictionary: Dictionary): EntryReading {
  const read = (text: string) => findMentions(dictionary, text);
  const leadEnd = endOfLead(entry.text);
  return {
    title: read(entry.title.slice(0, LONGEST_LINE)),
    lead: read(entry.text.slice(0, leadEnd)),
    body: read(entry.text.slice(leadEnd, READ_LENGTH)),
    tags: read(entry.categories.join('\n').slice(0, LONGEST_LINE)),
    address: read(pathWords(entry.url).slice(0, LONGEST_LINE)),
    sourceName: read(source?.name ?? ''),
    isWeighing: isWeighing(entry.title.slice(0, LONGEST_LINE)),
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
