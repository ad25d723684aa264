import type { EditionStory, PatchNotice } from '../model/edition.ts';
import { isVendor } from './choose-head.ts';
import { textOf } from './extract-facts.ts';
import type { RankedStory } from './rank-stories.ts';
import { saysCritical } from './read-severity.ts';

const CRITICAL_CVSS = 9;

/** Why a story asks for a patch at once; the press alone may not call a flaw critical. */
export function urgencyOf(story: RankedStory): PatchNotice['reason'] | undefined {
  const { facts, entries, topics } = story;
  if (facts.isExploited) return 'exploited';
  const isSecurity = topics.includes('security') || facts.cves.length > 0;
  const isScored = (facts.cvss ?? 0) >= CRITICAL_CVSS;
  const isCalled = entries.some((entry) => isVendor(entry) && saysCritical(textOf(entry)));
  return isSecurity && (isScored || isCalled) ? 'critical' : undefined;
}

/** The line in the box "patch now". */
export function patchNotice(story: EditionStory, reason: PatchNotice['reason']): PatchNotice {
  const { cves, cvss } = story.facts;
  return { storyId: story.id, reason, cves, ...(cvss !== undefined && { cvss }) };
}
