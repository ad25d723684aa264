import type { EditionStory, PatchNotice } from '../model/edition.ts';
import { isVendor } from './choose-head.ts';
import { textOf } from './extract-facts.ts';
import type { FlawIndex } from './index-flaws.ts';
import type { RankedStory } from './rank-stories.ts';
import { saysCritical } from './read-severity.ts';

const CRITICAL_CVSS = 9;

/** Why a story asks for a patch at once; vendors and lists may call a flaw critical, the press may not. */
export function urgencyOf(story: RankedStory, flaws: FlawIndex): PatchNotice['reason'] | undefined {
  const { facts, entries, topics } = story;
  if (facts.isExploited) return 'exploited';
  const isSecurity = topics.includes('security') || facts.cves.length > 0;
  const isScored = (facts.cvss ?? 0) >= CRITICAL_CVSS;
  const isListed = facts.cves.some((cve) => flaws.get(cve)?.some(({ isCritical }) => isCritical));
  const isCalled = entries.some((entry) => isVendor(entry) && saysCritical(textOf(entry)));
  return isSecurity && (isScored || isListed || isCalled) ? 'critical' : undefined;
}

/** The line in the box "patch now". */
export function patchNotice(story: EditionStory, reason: PatchNotice['reason']): PatchNotice {
  const { cves, cvss, fixed } = story.facts;
  return {
    storyId: story.id,
    reason,
    cves,
    ...(cvss !== undefined && { cvss }),
    ...(fixed && { fixed }),
  };
}
