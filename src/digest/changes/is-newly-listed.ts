import type { Edition, FactSource } from '../../model/edition.ts';
import type { EditionInput } from '../../model/edition-input.ts';
import { dayOf } from '../day-of.ts';
import type { ListedRelease } from './find-releases.ts';

/** Volunteers keep such lists, and may be late; what is later than this is no news. */
const LATE_DAYS = 90;

/**
 * Whether a list of open data names a release that it did not name when an edition asked it before,
 * however late. Of a list that none asked, what came out since the last edition.
 */
export function isNewlyListed(
  { list, shown, outOn }: ListedRelease,
  { earlier, site }: EditionInput,
): boolean {
  const [last] = earlier;
  if (!last) return false;
  const asked = earlier.flatMap((edition) => readIn(edition, list) ?? []);
  if (asked.some(({ latest }) => latest?.includes(shown))) return false;
  const issuedOn = dayOf(Temporal.Instant.from(last.issuedAt), site.timeZone);
  const { asOf = issuedOn, latest } = asked[0] ?? {};
  if (latest === undefined) return outOn >= asOf;
  return outOn >= Temporal.PlainDate.from(asOf).subtract({ days: LATE_DAYS }).toString();
}

/** When an edition had a list by this address, and had read it. */
export function readIn({ factSources = [] }: Edition, list: string): FactSource | undefined {
  return factSources.find(({ url, asOf }) => url === list && asOf !== undefined);
}
