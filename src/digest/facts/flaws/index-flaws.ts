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
