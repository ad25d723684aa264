import { type NamedVersion, sharedSubject } from '../facts/versions/find-versions.ts';
import type { EntryTraits } from './entry-traits.ts';
import { type LikenessSign, NO_SIGN } from './likeness-sign.ts';

const SHARED_RELEASE = 0.35;
const SHARED_VERSION = 0.05;
const SHARED_END = 0.3;
const END_DAYS = 45;
/** Who announces something of a version later than this announces what came to it since. */
const ANNOUNCED_DAYS = 60;

/** Both announce one version, or tell its end. A product without one is announced again and again. */
export function compareReleases(a: EntryTraits, b: EntryTraits): LikenessSign {
  const version = sharedSubject(a.versions, b.versions);
  const isSeries = a.sourceId === b.sourceId && !(version?.stage && b.versions.some(hasStage));
  const days = Math.abs(a.day - b.day);
  const isRelease = a.isRelease && b.isRelease && !isSeries && days <= ANNOUNCED_DAYS;
  if (version && version.product !== 'month' && version.product !== 'part') {
    if (isRelease)
      return { points: SHARED_RELEASE, because: `Both announce ${version.text}`, isLasting: true };
    if (areOnEnds(a, b) && days <= END_DAYS)
      return { points: SHARED_END, because: `Both on the end of ${version.text}` };
    // Many posts explain one version; only what becomes of it makes stories.
    return { points: SHARED_VERSION, because: `Both name ${version.text}` };
  }
  return NO_SIGN;
}

function areOnEnds(a: EntryTraits, b: EntryTraits): boolean {
  return a.newsTopics.includes('lifecycle') && b.newsTopics.includes('lifecycle');
}

function hasStage(version: NamedVersion): boolean {
  return version.stage !== undefined;
}
