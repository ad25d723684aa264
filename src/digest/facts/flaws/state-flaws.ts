import type { StatedFact, StoryFacts } from '../../../model/edition.ts';
import type { ClassifiedEntry } from '../../classify/classified-entry.ts';
import type { ProductNames } from '../versions/product-names.ts';
import { deniesImpact } from './denies-impact.ts';
import { readDenial } from './exploitation-claims.ts';
import type { FlawIndex, FlawStatement } from './index-flaws.ts';
import { ownText } from './own-flaws.ts';
import { readCvss } from './read-cvss.ts';
import { readExploitation } from './read-exploitation.ts';
import { readRating, saysCritical } from './says-critical.ts';

/** Reports first, then open data; each under its own name, also where they contradict each other. */
export function stateFlaws(
  facts: StoryFacts,
  entries: readonly ClassifiedEntry[],
  flaws: FlawIndex,
  products: ProductNames,
): StatedFact[] {
  const listed = facts.cves.flatMap((cve) => flaws.get(cve) ?? []);
  return [
    ...entries.flatMap((each) => stateReport(each, facts, products)),
    ...listed.flatMap(stateListed),
  ];
}

/** What a report says of the flaws of its story, in words. */
function stateReport(
  classified: ClassifiedEntry,
  { cves, isExploited, isCritical }: StoryFacts,
  products: ProductNames,
): StatedFact[] {
  const { source, entry } = classified;
  const url = entry.url === undefined ? {} : { url: entry.url };
  const by = { source: source?.name ?? entry.sourceId, ...url };
  if (deniesImpact(entry, products)) return [{ text: 'Not affected', ...by }];
  const text = ownText(classified, cves, products);
  const cvss = readCvss(text);
  const attacked = readExploitation(classified, cves, products);
  const isCalled = saysCritical(text);
  const rating = isCritical && !isCalled ? readRating(text) : undefined;
  const texts = [
    cvss === undefined ? undefined : `CVSS up to ${cvss}`,
    isCalled ? 'Called critical' : undefined,
    rating && `Severity ${rating}`,
    attacked && exploitedWords(attacked, cves),
    isExploited && !attacked ? readDenial(text) : undefined,
  ];
  return texts.flatMap((each) => (each === undefined ? [] : [{ text: each, ...by }]));
}

/** Which flaws are exploited, where a report says it of some. */
function exploitedWords(attacked: readonly string[], cves: readonly string[]): string {
  const isOfSome = attacked.length > 0 && attacked.length < cves.length;
  return isOfSome ? `${attacked.join(', ')} exploited` : 'Exploited';
}

/** What a list says of a flaw, in words. */
function stateListed(flaw: FlawStatement): StatedFact[] {
  const { cve, source, url } = flaw;
  const since = flaw.addedOn ? ` since ${flaw.addedOn}` : '';
  const by = flaw.isRansomware ? ', also by ransomware crews' : '';
  const texts = [
    flaw.isExploited ? `${cve} is listed as exploited${since}${by}` : undefined,
    flaw.cvss === undefined ? undefined : `${cve} has CVSS ${flaw.cvss}`,
    flaw.isCritical ? `${cve} is called critical` : undefined,
    flaw.advisory ? `${cve} is covered by ${flaw.advisory}` : undefined,
  ];
  return texts.flatMap((text) => (text === undefined ? [] : [{ text, source, url }]));
}
