import type { EarlierStory, Edition } from '../../model/edition.ts';
import type { ProductNames } from '../facts/versions/product-names.ts';
import type { RankedStory } from '../rank/rank-stories.ts';
import { linkFlaws } from './link-flaws.ts';
import { linkReleases } from './link-releases.ts';
import { linkReports } from './link-reports.ts';
import type { ToldStory } from './story-link.ts';

/** For stories that go on with one of an earlier edition: which, and why. Of equal links the newest wins. */
export function findContinued(
  stories: readonly RankedStory[],
  earlier: readonly Edition[],
  products: ProductNames,
): ReadonlyMap<RankedStory, EarlierStory> {
  const told = earlier.flatMap(toldInFull);
  const links = [
    ...linkFlaws(stories, earlier),
    ...linkReleases(stories, told, products),
    ...linkReports(stories, told, products),
  ].sort((a, b) => b.score - a.score || a.age - b.age);
  const found = new Map<RankedStory, EarlierStory>();
  for (const { now, story } of links) {
    if (!found.has(now)) found.set(now, story);
  }
  return found;
}

function toldInFull(edition: Edition, age: number): ToldStory[] {
  const full = new Set(edition.sections.flatMap(({ storyIds }) => storyIds));
  return edition.stories.flatMap((story) => (full.has(story.id) ? [{ edition, story, age }] : []));
}
