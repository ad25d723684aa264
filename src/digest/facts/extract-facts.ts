import type { StoryFacts } from '../../model/edition.ts';
import type { ClassifiedEntry } from '../classify/classified-entry.ts';
import { normalizeText } from '../words/normalize-text.ts';
import { plainTitle } from '../words/plain-title.ts';
import type { FlawIndex, FlawStatement } from './flaws/index-flaws.ts';
import { findOwnFlaws, ownText } from './flaws/own-flaws.ts';
import { ownReports } from './flaws/own-reports.ts';
import { isCriticalScore, readCvss } from './flaws/read-cvss.ts';
import { readExploitation } from './flaws/read-exploitation.ts';
import { saysCritical } from './flaws/says-critical.ts';
import { findVersions } from './versions/find-versions.ts';
import { type ProductNames, WELL_KNOWN_PRODUCTS } from './versions/product-names.ts';

/** A source by this name lists only what is exploited. */
const EXPLOITED_LIST = /\bKEV\b|known exploited/i;

/** What the reports of a story state about flaws and versions; open data adds to what they say of their flaws. */
export function extractFacts(
  entries: readonly ClassifiedEntry[],
  flaws: FlawIndex = new Map(),
  products: ProductNames = WELL_KNOWN_PRODUCTS,
): StoryFacts {
  const cves = findOwnFlaws(entries, products);
  const telling = isOnSecurity(cves, entries) ? ownReports(entries, products) : [];
  const texts = telling.map((each) => ownText(each, cves, products));
  const known = telling.length === 0 ? [] : cves.flatMap((cve) => flaws.get(cve) ?? []);
  const scores = [
    ...texts.flatMap((text) => readCvss(text) ?? []),
    ...known.flatMap((flaw) => flaw.cvss ?? []),
  ];
  const cvss = scores.length > 0 ? Math.max(...scores) : undefined;
  const isCalledCritical = texts.some(saysCritical) || known.some((flaw) => flaw.isCritical);
  const attacked = attackedFlaws(telling, known, cves, products);
  const exploited = cves.filter((cve) => attacked.flat().includes(cve));
  return {
    cves,
    ...(cvss === undefined ? {} : { cvss }),
    isExploited: attacked.length > 0,
    ...(exploited.length > 0 && exploited.length < cves.length && { exploited }),
    isCritical: isCalledCritical || isCriticalScore(cvss),
    versions: namedVersions(entries, products),
  };
}

/** True for reports that may tell of flaws, and of their fixes. */
export function isOnSecurity(
  cves: readonly string[],
  entries: readonly ClassifiedEntry[],
): boolean {
  return cves.length > 0 || entries.some(({ topics }) => topics.includes('security'));
}

/** For each report or list that knows of attacks, the flaws that it names with them, of which there may be none. */
function attackedFlaws(
  telling: readonly ClassifiedEntry[],
  known: readonly FlawStatement[],
  cves: readonly string[],
  products: ProductNames,
): string[][] {
  const listed = telling.filter(isListedAsExploited);
  const claimed = telling.map((each) => readExploitation(each, cves, products));
  return [
    ...listed.map((each) => findOwnFlaws([each], products)),
    ...claimed.filter((flaws) => flaws !== undefined),
    ...known.flatMap(({ isExploited, cve }) => (isExploited ? [[cve]] : [])),
  ];
}

/** True for what stands in a list of exploited flaws, whatever its words. */
export function isListedAsExploited({ source, entry }: ClassifiedEntry): boolean {
  return EXPLOITED_LIST.test(source?.name ?? entry.sourceId);
}

/** What titles name, once for each product and version. */
function namedVersions(entries: readonly ClassifiedEntry[], products: ProductNames): string[] {
  const found = new Map<string, string>();
  for (const { entry } of entries) {
    const versions = findVersions(plainTitle(normalizeText(entry.title)), products);
    for (const { isKnown, product, version, text } of versions) {
      const key = `${product} ${version}`;
      if (isKnown && !found.has(key)) found.set(key, text);
    }
  }
  return [...found.values()];
}
