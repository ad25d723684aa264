import type { EarlierFix, EditionStory, PatchNotice } from '../model/edition.ts';
import type { FlawIndex } from './facts/index-flaws.ts';
import { ownText } from './facts/own-flaws.ts';
import { ownReports } from './facts/own-reports.ts';
import type { ProductNames } from './facts/product-names.ts';
import { saysCritical } from './facts/read-severity.ts';
import { isVendor } from './rank/choose-head.ts';
import type { RankedStory } from './rank/rank-stories.ts';

const CRITICAL_CVSS = 9;

/** The stories that ask for a patch at once, and why. */
export function findUrgent<Story extends RankedStory>(
  stories: readonly Story[],
  flaws: FlawIndex,
  products: ProductNames,
): ReadonlyMap<Story, PatchNotice['reason']> {
  const found = new Map<Story, PatchNotice['reason']>();
  for (const story of stories) {
    const reason = urgencyOf(story, flaws, products);
    if (reason) found.set(story, reason);
  }
  return found;
}

/** Vendors and lists may call a flaw critical, the press may not. */
function urgencyOf(
  story: RankedStory,
  flaws: FlawIndex,
  products: ProductNames,
): PatchNotice['reason'] | undefined {
  const { facts, entries, topics } = story;
  if (facts.isExploited) return 'exploited';
  if (!topics.includes('security') && facts.cves.length === 0) return undefined;
  const own = ownReports(entries, products);
  if (own.length === 0) return undefined;
  const isScored = (facts.cvss ?? 0) >= CRITICAL_CVSS;
  const isListed = facts.cves.some((cve) => flaws.get(cve)?.some(({ isCritical }) => isCritical));
  const isCalled = () =>
    own.some((entry) => isVendor(entry) && saysCritical(ownText(entry, facts.cves, products)));
  return isScored || isListed || isCalled() ? 'critical' : undefined;
}

/** The line in the box "patch now". */
export function patchNotice(
  story: EditionStory,
  reason: PatchNotice['reason'],
  fixedEarlier: EarlierFix | undefined,
): PatchNotice {
  const { cves, cvss, fixed } = story.facts;
  return {
    storyId: story.id,
    reason,
    cves,
    ...(cvss !== undefined && { cvss }),
    ...(fixed && { fixed }),
    ...(fixedEarlier && { fixedEarlier }),
  };
}
