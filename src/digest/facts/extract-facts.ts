import type { StoryFacts } from '../../model/edition.ts';
import type { ClassifiedEntry } from '../classify/classified-entry.ts';
import { normalizeText } from '../words/normalize-text.ts';
import { compareCves, findCves } from './find-cves.ts';
import { findVersions } from './find-versions.ts';
import type { FlawIndex } from './index-flaws.ts';
import { type ProductNames, WELL_KNOWN_PRODUCTS } from './product-names.ts';
import { readCvss, saysCritical, saysExploited } from './read-severity.ts';

/** Bodies are read this far: what is far down is background. */
const READ_LENGTH = 6000;
/** A source by this name lists only what is exploited. */
const EXPLOITED_LIST = /\bKEV\b|known exploited/i;
const CRITICAL_CVSS = 9;

/** What the reports of a story state about flaws and versions; open data adds to what they say of their flaws. */
export function extractFacts(
  entries: readonly ClassifiedEntry[],
  flaws: FlawIndex = new Map(),
  products: ProductNames = WELL_KNOWN_PRODUCTS,
): StoryFacts {
  const read = entries.map((classified) => ({ ...classified, text: textOf(classified) }));
  const cves = [...new Set(read.flatMap(({ text }) => findCves(text)))].sort(compareCves);
  const isSecurity = cves.length > 0 || entries.some(({ topics }) => topics.includes('security'));
  const known = cves.flatMap((cve) => flaws.get(cve) ?? []);
  const scores = [
    ...(isSecurity ? read.flatMap(({ text }) => readCvss(text) ?? []) : []),
    ...known.flatMap((flaw) => flaw.cvss ?? []),
  ];
  const cvss = scores.length > 0 ? Math.max(...scores) : undefined;
  const isExploited =
    isSecurity && read.some((each) => isListedAsExploited(each) || saysExploited(each.text));
  const isCalledCritical = isSecurity && read.some(({ text }) => saysCritical(text));
  return {
    cves,
    ...(cvss === undefined ? {} : { cvss }),
    isExploited: isExploited || known.some((flaw) => flaw.isExploited),
    isCritical:
      isCalledCritical || known.some((flaw) => flaw.isCritical) || (cvss ?? 0) >= CRITICAL_CVSS,
    versions: namedVersions(entries, products),
  };
}

/** Title, address and body as they are compared. */
export function textOf({ entry }: ClassifiedEntry): string {
  const body = normalizeText(entry.text.slice(0, READ_LENGTH));
  return `${normalizeText(entry.title)}\n${entry.url ?? ''}\n${body}`;
}

/** True for what stands in a list of exploited flaws, whatever its words. */
export function isListedAsExploited({ source, entry }: ClassifiedEntry): boolean {
  return EXPLOITED_LIST.test(source?.name ?? entry.sourceId);
}

/** What titles name, once for each product and version. */
function namedVersions(entries: readonly ClassifiedEntry[], products: ProductNames): string[] {
  const found = new Map<string, string>();
  for (const { entry } of entries) {
    const versions = findVersions(normalizeText(entry.title), products);
    for (const { isKnown, product, version, text } of versions) {
      const key = `${product} ${version}`;
      if (isKnown && !found.has(key)) found.set(key, text);
    }
  }
  return [...found.values()];
}
