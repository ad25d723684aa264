import type { PatchNotice } from '../../model/edition.ts';
import { findFixes } from '../facts/fixes/find-fixes.ts';
import { findAdvisories } from '../facts/flaws/find-advisories.ts';
import type { FlawIndex } from '../facts/flaws/index-flaws.ts';
import { ownText } from '../facts/flaws/own-flaws.ts';
import { ownReports } from '../facts/flaws/own-reports.ts';
import { isCriticalScore } from '../facts/flaws/read-cvss.ts';
import { saysCritical } from '../facts/flaws/says-critical.ts';
import type { ProductNames } from '../facts/versions/product-names.ts';
import { isVendor } from '../rank/choose-head.ts';
import type { RankedStory } from '../rank/rank-stories.ts';
import { beginning } from '../words/beginning.ts';
import { normalizeText } from '../words/normalize-text.ts';

/** A table of fixed versions stands far down. */
const READ_LENGTH = 20_000;
const OPENING_LENGTH = 400;
const TELLS_OF_PATCH =
  /\b(?:fix(?:es|ed)|patch(?:es|ed)|security (?:updates?|patch|fix|advisory|bulletin)|(?:emergency|urgent) (?:update|patch|fix)|hotfix(?:es)?)\b/i;

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
  if (!hasPatch(story, products)) return undefined;
  if (facts.isExploited) return 'exploited';
  if (!topics.includes('security') && facts.cves.length === 0) return undefined;
  const own = ownReports(entries, products);
  if (own.length === 0) return undefined;
  const isScored = isCriticalScore(facts.cvss);
  const isListed = facts.cves.some((cve) => flaws.get(cve)?.some(({ isCritical }) => isCritical));
  const isCalled = () =>
    own.some((entry) => isVendor(entry) && saysCritical(ownText(entry, facts.cves, products)));
  return isScored || isListed || isCalled() ? 'critical' : undefined;
}

/** Where no report names a flaw, an advisory or a fix, as one on malware, there is nothing to patch. */
function hasPatch({ facts, entries }: RankedStory, products: ProductNames): boolean {
  if (facts.cves.length > 0) return true;
  if (!facts.isExploited && !facts.isCritical) return false;
  return entries.some(({ entry }) => {
    const text = normalizeText(`${entry.title}.\n${beginning(entry.text, READ_LENGTH)}`);
    return (
      TELLS_OF_PATCH.test(beginning(text, OPENING_LENGTH)) ||
      findAdvisories(`${entry.url ?? ''}\n${text}`).length > 0 ||
      findFixes(text, products).fixed.length > 0
    );
  });
}
