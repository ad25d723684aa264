import type { Edition, EditionStory } from '../../model/edition.ts';
import { findAdvisories } from '../facts/flaws/find-advisories.ts';
import type { RankedStory } from '../rank/rank-stories.ts';
import { placeOf, SAME_MATTER, type StoryLink } from './story-link.ts';

/** What names more flaws is a round-up of several stories. */
const MOST_CVES = 10;

/** Links by the ids of flaws and advisories, which stay what they are however long ago, or briefly, they were told. */
export function linkFlaws(
  stories: readonly RankedStory[],
  earlier: readonly Edition[],
): StoryLink[] {
  const wanted = stories
    .map((now) => ({ now, cves: now.facts.cves, advisories: advisoriesIn(now) }))
    .filter(({ cves, advisories }) => cves.length + advisories.length > 0);
  if (wanted.length === 0) return [];
  return earlier.flatMap((edition, age) =>
    edition.stories.flatMap((past) =>
      wanted.flatMap(({ now, cves, advisories }) => {
        const because = sameFlaws(cves, past.facts.cves) ?? sameAdvisory(advisories, past);
        if (because === undefined) return [];
        return [{ now, story: { ...placeOf(edition, past), because }, score: SAME_MATTER, age }];
      }),
    ),
  );
}

function advisoriesIn({ entries: [lead] }: RankedStory): string[] {
  return findAdvisories(lead?.entry.title ?? '');
}

/** The flaws of one are those of the other, or some of them. */
function sameFlaws(a: readonly string[], b: readonly string[]): string | undefined {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  const [first] = few;
  if (first === undefined || many.length > MOST_CVES) return undefined;
  if (!few.every((cve) => many.includes(cve))) return undefined;
  return `Both name ${first}${few.length > 1 ? ` and ${few.length - 1} more` : ''}`;
}

function sameAdvisory(
  advisories: readonly string[],
  { reports: [lead] }: EditionStory,
): string | undefined {
  if (advisories.length !== 1 || !lead) return undefined;
  const [own, ...others] = findAdvisories(lead.title);
  return own !== undefined && others.length === 0 && advisories.includes(own)
    ? `Same advisory ${own}`
    : undefined;
}
