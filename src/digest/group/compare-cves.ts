import { cveNumber } from '../facts/flaws/find-cves.ts';
import { bothNameCves, type EntryTraits, shareHypervisor } from './entry-traits.ts';
import { type LikenessSign, NO_SIGN } from './likeness-sign.ts';

const SHARED_CVE = 0.6;
const NEIGHBOUR_CVE = 0.4;
const OTHER_CVES = -1;
/** Who names more than this many is a round-up. */
const MANY = 9;
const FEW_BONUS = 0.2;
/** Batches of ids for one advisory span few numbers. */
const NEIGHBOUR_DISTANCE = 5;
const NEIGHBOUR_DAYS = 4;

/** The same ids, those of one batch, or ids that say that the two are about different flaws. */
export function compareCves(a: EntryTraits, b: EntryTraits): LikenessSign {
  if (!bothNameCves(a, b)) return NO_SIGN;
  const [own, other] = [a.cves, b.cves];
  const shared = own.filter((cve) => other.includes(cve));
  if (shared.length > 0) {
    const points = SHARED_CVE * shareOf(shared.length, own.length, other.length);
    return { points, because: `Both name ${shared[0]}`, isLasting: true };
  }
  const pair = findNeighbours(a, b);
  if (pair)
    return { points: NEIGHBOUR_CVE, because: `${pair[0]} and ${pair[1]} came as one batch` };
  return { points: OTHER_CVES };
}

/** How much of what two name both name, up to 1; a round-up of fifty has one in common with everything. */
function shareOf(shared: number, own: number, other: number): number {
  const share = shared / Math.sqrt(Math.min(own, MANY) * Math.min(other, MANY));
  return Math.min(1, share + (Math.max(own, other) > MANY ? 0 : FEW_BONUS));
}

function findNeighbours(a: EntryTraits, b: EntryTraits): readonly [string, string] | undefined {
  if (Math.abs(a.day - b.day) > NEIGHBOUR_DAYS) return undefined;
  if (!shareHypervisor(a, b)) return undefined;
  // Titles that name other ids are each about their own flaw of the batch.
  if (a.titleCves.length > 0 && b.titleCves.length > 0) return undefined;
  for (const own of a.cves) {
    const first = cveNumber(own);
    const near = b.cves.find((cve) => {
      const second = cveNumber(cve);
      const distance = Math.abs(first.number - second.number);
      return first.year === second.year && distance <= NEIGHBOUR_DISTANCE;
    });
    if (near) return own < near ? [own, near] : [near, own];
  }
  return undefined;
}
