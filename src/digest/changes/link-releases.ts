import { findAnnounced } from '../facts/versions/find-announced.ts';
import type { ProductNames } from '../facts/versions/product-names.ts';
import { isSameVersion, type Version } from '../facts/versions/version.ts';
import type { RankedStory } from '../rank/rank-stories.ts';
import { announcedIn } from './find-releases.ts';
import { isRecent, placeOf, SAME_RELEASE, type StoryLink, type ToldStory } from './story-link.ts';

/** A preview and the release that follows it are two stories, and one goes on with the other. */
export function linkReleases(
  stories: readonly RankedStory[],
  told: readonly ToldStory[],
  products: ProductNames,
): StoryLink[] {
  const previews = told
    .filter(isRecent)
    .map((past) => ({ ...past, announced: announcedIn(past.story, products) }));
  return stories.flatMap((now) => {
    const own = announcedBy(now, products);
    return previews.flatMap(({ edition, story, age, announced }): StoryLink[] => {
      const shared = own.find((version) => announced.some((each) => isSameVersion(each, version)));
      if (!shared) return [];
      const because = `Both announce ${shared.product} ${shared.number}`;
      return [{ now, score: SAME_RELEASE, age, story: { ...placeOf(edition, story), because } }];
    });
  });
}

function announcedBy({ topics, entries }: RankedStory, products: ProductNames): Version[] {
  if (!topics.includes('release')) return [];
  return entries.flatMap(({ entry }) => findAnnounced(entry.title, products));
}
