import type { StoryFacts } from '../model/edition.ts';
import type { ClassifiedEntry } from './classified-entry.ts';
import { compareCves, findCves } from './find-cves.ts';
import { findVersions } from './find-versions.ts';
import { normalizeText } from './normalize-text.ts';
import { readCvss, saysCritical, saysExploited } from './read-severity.ts';

/** Bodies are read this far: what is far down is background. */
const READ_LENGTH = 6000;
/** A source by this name lists only what is exploited. */
const EXPLOITED_LIST = /\bKEV\b|known exploited/i;
const CRITICAL_CVSS = 9;

/** What the reports of a story state about flaws and versions; nothing is concluded that none says. */
export function extractFacts(entries: readonly ClassifiedEntry[]): StoryFacts {
  const read = entries.map((classified) => ({ ...classified, text: textOf(classified) }));
  const cves = [...new Set(read.flatMap(({ text }) => findCves(text)))].sort(compareCves);
  const isSecurity = cves.length > 0 || entries.some(({ topics }) => topics.includes('security'));
  const scores = isSecurity ? read.flatMap(({ text }) => readCvss(text) ?? []) : [];
  const cvss = scores.length > 0 ? Math.max(...scores) : undefined;
  const isExploited = isSecurity && read.some((each) => isListed(each) || saysExploited(each.text));
  const isCalledCritical = isSecurity && read.some(({ text }) => saysCritical(text));
  return {
    cves,
    ...(cvss === undefined ? {} : { cvss }),
    isExploited,
    isCritical: isCalledCritical || (cvss ?? 0) >= CRITICAL_CVSS,
    versions: namedVersions(entries),
  };
}

/** Title, address and body as they are compared. */
export function textOf({ entry }: ClassifiedEntry): string {
  const body = normalizeText(entry.text.slice(0, READ_LENGTH));
  return `${normalizeText(entry.title)}\n${entry.url ?? ''}\n${body}`;
}

function isListed({ source, entry }: ClassifiedEntry): boolean {
  return EXPLOITED_LIST.test(source?.name ?? entry.sourceId);
}

/** What titles name, once for each product and version. */
function namedVersions(entries: readonly ClassifiedEntry[]): string[] {
  const found = new Map<string, string>();
  for (const { entry } of entries) {
    for (const { isKnown, product, version, text } of findVersions(normalizeText(entry.title))) {
      const key = `${product} ${version}`;
      if (isKnown && !found.has(key)) found.set(key, text);
    }
  }
  return [...found.values()];
}
