import { bothNameCves, type EntryTraits, shareHypervisor } from './entry-traits.ts';
import { type LikenessSign, NO_SIGN } from './likeness-sign.ts';

const SAME_NOTICE = 0.35;
const NOTICE_DAYS = 3;

/** Advisories and what the press makes of them come within days and often without ids. */
export function compareNotices(a: EntryTraits, b: EntryTraits): LikenessSign {
  const isPair = a.isSecurity && b.isSecurity && a.publisher !== b.publisher;
  if (!isPair || Math.abs(a.day - b.day) > NOTICE_DAYS) return NO_SIGN;
  // Where both name their CVEs, those decide.
  if (bothNameCves(a, b)) return NO_SIGN;
  // What spies do with a product is no report of its newest flaw, and a bounty warns of neither.
  if (a.danger === undefined || a.danger !== b.danger) return NO_SIGN;
  const shared = a.products.filter((name) => b.products.includes(name));
  if (shared.length > 0) return { points: SAME_NOTICE, because: explainProducts(shared, a, b) };
  const isUnspecific = a.products.length === 0 || b.products.length === 0;
  const isAdvisory = a.titleAdvisories.length > 0 || b.titleAdvisories.length > 0;
  const isPlain = [...a.newsTopics, ...b.newsTopics].every((topic) => topic === 'security');
  return isPlain && isUnspecific && isAdvisory && shareHypervisor(a, b)
    ? { points: SAME_NOTICE, because: 'An advisory and a warning within days' }
    : NO_SIGN;
}

/** What both name in their openings alone may be what else is attacked. */
function explainProducts(shared: readonly string[], a: EntryTraits, b: EntryTraits): string {
  const titled = shared.find((name) => [a, b].some((each) => each.titleProducts.includes(name)));
  return titled ? `Both warn of ${titled} within days` : 'Both warn of the same within days';
}

/** Two advisories of one list; or a notice of a flaw and what has nothing to do with security. */
export function areOtherNotices(a: EntryTraits, b: EntryTraits): boolean {
  if (isOneOf(a, b) || isOneOf(b, a)) return true;
  if (shareOne(a.advisories, b.advisories)) return false;
  if (a.isSecurity === b.isSecurity) return areOfOneList(a, b);
  const [notice, other] = a.isSecurity ? [a, b] : [b, a];
  return (
    notice.danger === 'flaw' && other.danger === undefined && !shareOne(notice.cves, other.cves)
  );
}

function areOfOneList(a: EntryTraits, b: EntryTraits): boolean {
  return shareOne(a.titleAdvisories.map(listOf), b.titleAdvisories.map(listOf));
}

/** "XSA-491 to XSA-494": what it says of each would be said of the one that it joined. */
function isOneOf(one: EntryTraits, many: EntryTraits): boolean {
  return one.titleAdvisories.length > 0 && !isRoundUp(one) && isRoundUp(many);
}

function isRoundUp({ titleAdvisories, headedAdvisories }: EntryTraits): boolean {
  const lists = (titleAdvisories.length > 0 ? titleAdvisories : headedAdvisories).map(listOf);
  return new Set(lists).size < lists.length;
}

/** "VMSA", of "VMSA-2024-0011". */
function listOf(advisory: string): string {
  return advisory.slice(0, advisory.indexOf('-'));
}

function shareOne(own: readonly string[], other: readonly string[]): boolean {
  return own.some((one) => other.includes(one));
}
