import type { FactSource } from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import type { FactList } from '../model/known-facts.ts';
import { latestIn } from './changes/find-releases.ts';
import { dayOf } from './day-of.ts';

/** Which open data the edition knows, and how old it is. */
export function reportFacts({ facts, issuedAt, site }: EditionInput): FactSource[] {
  const today = dayOf(issuedAt, site.timeZone);
  const of = ({ source, url, fetchedAt }: FactList<unknown>) => ({
    source,
    url,
    ...(fetchedAt && { asOf: dayOf(fetchedAt, site.timeZone) }),
  });
  return [
    ...(facts?.flaws ?? []).map(of),
    ...(facts?.cycles ?? []).map((list) => ({
      ...of(list),
      ...(list.fetchedAt && { latest: latestIn(list, today).map(({ shown }) => shown) }),
    })),
  ];
}
