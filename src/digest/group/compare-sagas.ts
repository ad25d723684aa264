import { bothNameCves, type EntryTraits, shareHypervisor } from './entry-traits.ts';
import { type LikenessSign, NO_SIGN } from './likeness-sign.ts';

const SAME_FLAW = 0.35;
/** A flaw is listed as exploited weeks and months after its fix. */
const FLAW_DAYS = 120;
const SAME_ALARM = 0.3;
const ALARM_DAYS = 12;
const SAME_FREEDOM = 0.3;
const FREEDOM_DAYS = 14;
const SAME_FACILITY = 0.55;
const FACILITY_DAYS = 21;
const SAME_RESULTS = 0.35;
const RESULTS_DAYS = 10;
const SAME_TAKEOVER = 0.3;
const TAKEOVER_DAYS = 7;

/** What joins reports that come long after each other, or from one hand: a flaw, an alarm, a move. */
export const SAGAS: readonly ((a: EntryTraits, b: EntryTraits) => LikenessSign)[] = [
  compareFlaws,
  compareAlarms,
  compareFreedoms,
  compareFacilities,
  compareResults,
  compareTakeovers,
];

/** "ESXi authentication bypass" in June and in July is one flaw, where no id says otherwise. */
function compareFlaws(a: EntryTraits, b: EntryTraits): LikenessSign {
  if (bothNameCves(a, b) || Math.abs(a.day - b.day) > FLAW_DAYS) return NO_SIGN;
  const flaw = a.flawKinds.find((kind) => b.flawKinds.includes(kind));
  const product = a.products.find((name) => b.products.includes(name));
  if (flaw === undefined || product === undefined) return NO_SIGN;
  return { points: SAME_FLAW, because: `Both on the ${flaw} flaw in ${product}`, isLasting: true };
}

/** Attacks on one platform within days are one wave, unless products or ids say otherwise; so are orders. */
function compareAlarms(a: EntryTraits, b: EntryTraits): LikenessSign {
  const areAlarms = a.isAlarm && b.isAlarm;
  const isPair = (areAlarms || (a.isOrder && b.isOrder)) && a.publisher !== b.publisher;
  if (!isPair || bothNameCves(a, b) || Math.abs(a.day - b.day) > ALARM_DAYS) return NO_SIGN;
  if (!shareHypervisor(a, b)) return NO_SIGN;
  const isOther =
    a.products.length > 0 &&
    b.products.length > 0 &&
    !a.products.some((name) => b.products.includes(name));
  if (isOther) return NO_SIGN;
  const because = areAlarms ? 'Both warn of attacks within days' : 'Both on one order to act';
  return { points: SAME_ALARM, because };
}

/** "The free hypervisor is back", "ESXi is free again": a product does not change its price twice. */
function compareFreedoms(a: EntryTraits, b: EntryTraits): LikenessSign {
  const isPair = a.freedom !== undefined && a.freedom === b.freedom && shareHypervisor(a, b);
  if (!isPair || Math.abs(a.day - b.day) > FREEDOM_DAYS) return NO_SIGN;
  const product = a.products.find((name) => b.products.includes(name));
  if (product === undefined) return NO_SIGN;
  return { points: SAME_FREEDOM, because: `Both say that ${product} ${a.freedom} free of charge` };
}

/** The results of one quarter: the release, the call, and what is made of them. */
function compareResults(a: EntryTraits, b: EntryTraits): LikenessSign {
  if (a.quarter === undefined || a.quarter !== b.quarter) return NO_SIGN;
  return shareHypervisor(a, b) && Math.abs(a.day - b.day) <= RESULTS_DAYS
    ? { points: SAME_RESULTS, because: `Both on the results of ${a.quarter}` }
    : NO_SIGN;
}

/** Results of two quarters read alike, whoever publishes them. */
export function tellOtherQuarters(a: EntryTraits, b: EntryTraits): boolean {
  if (a.quarter === undefined || b.quarter === undefined || a.quarter === b.quarter) return false;
  // One of them may not name the year.
  return !a.quarter.startsWith(b.quarter) && !b.quarter.startsWith(a.quarter);
}

/** What a vendor does to its portal comes as a row of notices and guides. */
function compareFacilities(a: EntryTraits, b: EntryTraits): LikenessSign {
  const isSame = a.facility !== undefined && a.facility === b.facility;
  if (!isSame || Math.abs(a.day - b.day) > FACILITY_DAYS) return NO_SIGN;
  return shareHypervisor(a, b)
    ? { points: SAME_FACILITY, because: `Both on the ${a.facility}` }
    : NO_SIGN;
}

/** What Brussels and London decide on one takeover reads alike, and is two stories. */
export function tellOtherAuthorities(
  { takeover: a }: EntryTraits,
  { takeover: b }: EntryTraits,
): boolean {
  if (!a || !b || a.authorities.length === 0 || b.authorities.length === 0) return false;
  return !a.authorities.some((name) => b.authorities.includes(name));
}

/** One step of a takeover in a hundred headlines. */
function compareTakeovers(a: EntryTraits, b: EntryTraits): LikenessSign {
  if (!a.takeover || !b.takeover || !shareHypervisor(a, b)) return NO_SIGN;
  const { stages } = b.takeover;
  const stage = a.takeover.stages.find((one) => stages.includes(one));
  return stage !== undefined && Math.abs(a.day - b.day) <= TAKEOVER_DAYS
    ? { points: SAME_TAKEOVER, because: `Both on a takeover that is ${stage}` }
    : NO_SIGN;
}
