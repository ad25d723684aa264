import type { EarlierFix, EditionStory, PatchNotice } from '../../model/edition.ts';
import type { EditionInput } from '../../model/edition-input.ts';
import type { EditedStory } from '../edit/edit-stories.ts';
import { productsOf } from '../facts/versions/product-names.ts';
import { findEarlierFix } from './find-earlier-fix.ts';

/** What stands in the box "patch now": exploited before critical, each in order of rank. */
export function patchNotices(
  ranked: readonly EditedStory[],
  stories: readonly EditionStory[],
  urgent: ReadonlyMap<EditedStory, PatchNotice['reason']>,
  { earlier, hypervisors }: EditionInput,
): PatchNotice[] {
  const products = productsOf(hypervisors);
  const notices = ranked.flatMap((story, at) => {
    const reason = urgent.get(story);
    const told = stories[at];
    if (!reason || !told) return [];
    const fixedEarlier = findEarlierFix(told, story.entries, earlier, products);
    return [{ notice: patchNotice(told, reason, fixedEarlier), story: told }];
  });
  const isExploited = ({ notice }: ToldNotice) => notice.reason === 'exploited';
  return withoutRepeats([
    ...notices.filter(isExploited),
    ...notices.filter((each) => !isExploited(each)),
  ]);
}

function patchNotice(
  story: EditionStory,
  reason: PatchNotice['reason'],
  fixedEarlier: EarlierFix | undefined,
): PatchNotice {
  const { cves, cvss, exploited, fixed } = story.facts;
  return {
    storyId: story.id,
    reason,
    cves,
    ...(exploited && { exploited }),
    ...(cvss !== undefined && { cvss }),
    ...(fixed && { fixed }),
    ...(fixedEarlier && { fixedEarlier }),
  };
}

/** A notice, and the story that it is about. */
interface ToldNotice {
  readonly notice: PatchNotice;
  readonly story: EditionStory;
}

/**
 * Without those on flaws that another one tells for the same platforms, with nothing to add: what
 * becomes of a known flaw is a story, and no further patch.
 */
function withoutRepeats(told: readonly ToldNotice[]): PatchNotice[] {
  const kept = told.filter(
    (one, at) => !told.some((other, place) => repeats(one, other, place < at)),
  );
  return kept.map(({ notice }) => notice);
}

function repeats(one: ToldNotice, other: ToldNotice, isBefore: boolean): boolean {
  const { cves, fixed } = one.notice;
  if (one === other || cves.length === 0 || fixed) return false;
  // Of two with the same flaws, the one that is about them and little else.
  const isMore =
    other.notice.cves.length - cves.length || besideSecurity(one) - besideSecurity(other);
  return (
    (isMore > 0 || (isMore === 0 && isBefore)) &&
    cves.every((cve) => other.notice.cves.includes(cve)) &&
    one.story.hypervisors.every((id) => other.story.hypervisors.includes(id))
  );
}

function besideSecurity({ story }: ToldNotice): number {
  return story.topics.filter((topic) => topic !== 'security').length;
}
