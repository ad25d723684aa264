import type { StatedFact } from '../../../model/edition.ts';
import type { FactList, KnownFlaw } from '../../../model/known-facts.ts';

/** One list's word on a flaw. */
export interface FlawStatement extends KnownFlaw {
  readonly source: string;
  readonly url: string;
}

/** By CVE: what the lists say, in their order. */
export type FlawIndex = ReadonlyMap<string, readonly FlawStatement[]>;

/** Makes lists of flaws ready to be looked up. */
export function indexFlaws(lists: readonly FactList<KnownFlaw>[] = []): FlawIndex {
  return Map.groupBy(
    lists.flatMap(({ source, url, facts }) => facts.map((fact) => ({ ...fact, source, url }))),
    ({ cve }) => cve,
  );
}

/** What a list says of a flaw, in words. */
export function stateFlaw(flaw: FlawStatement): StatedFact[] {
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
