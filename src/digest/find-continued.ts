import type { EarlierStory, Edition, EditionStory } from '../model/edition.ts';
import { announcedIn } from './changes/find-releases.ts';
import { byTime, type ClassifiedEntry } from './classify/classified-entry.ts';
import { findAnnounced } from './facts/find-announced.ts';
import type { ProductNames } from './facts/product-names.ts';
import { isSameVersion, type Version } from './facts/version.ts';
import { compareEntries, explainLikeness, mustStayApart } from './group/compare-entries.ts';
import { findCandidates } from './group/find-candidates.ts';
import { findSurePairs } from './group/find-sure-pairs.ts';
import { type WeighedEntry, weighEntries } from './group/weigh-entries.ts';
import type { RankedStory } from './rank/rank-stories.ts';

/** Further back than this many editions, a link says little. */
const MOST_EDITIONS = 6;
/** Above what makes one story of two reports: a wrong link to the past is worse than none. */
const GOES_ON = 0.35;

/** What joins two stories outright, and what only likeness may outweigh. */
const SAME_MATTER = 2;
const SAME_RELEASE = 1;

interface Told {
  readonly story: Omit<EarlierStory, 'because'>;
  readonly as: ClassifiedEntry;
  readonly announced: readonly Version[];
}

/** For stories that go on with one of an earlier edition: which, and why. Newest first wins. */
export function findContinued(
  stories: readonly RankedStory[],
  earlier: readonly Edition[],
  products: ProductNames,
): ReadonlyMap<RankedStory, EarlierStory> {
  const told = earlier.slice(0, MOST_EDITIONS).flatMap((edition) => toldIn(edition, products));
  const found = new Map<RankedStory, EarlierStory>();
  if (told.length === 0) return found;
  const links = [
    ...linkReleases(stories, told, products),
    ...linkReports(stories, told, products),
  ].sort((a, b) => b.score - a.score || told.indexOf(a.past) - told.indexOf(b.past));
  for (const { now, past, because } of links) {
    if (!found.has(now)) found.set(now, { ...past.story, because });
  }
  return found;
}

interface Link {
  readonly past: Told;
  readonly now: RankedStory;
  readonly score: number;
  readonly because: string;
}

/** A preview and the release that follows it are two stories, and one goes on with the other. */
function linkReleases(
  stories: readonly RankedStory[],
  told: readonly Told[],
  products: ProductNames,
): Link[] {
  return stories.flatMap((now) => {
    const own = now.topics.includes('release')
      ? now.entries.flatMap(({ entry }) => findAnnounced(entry.title, products))
      : [];
    return told.flatMap((past): Link[] => {
      const shared = own.find((version) =>
        past.announced.some((each) => isSameVersion(each, version)),
      );
      if (!shared) return [];
      const because = `Both announce ${shared.product} ${shared.number}`;
      return [{ past, now, score: SAME_RELEASE, because }];
    });
  });
}

/** Links by what grouping compares of two reports. */
function linkReports(
  stories: readonly RankedStory[],
  told: readonly Told[],
  products: ProductNames,
): Link[] {
  const pasts = new Map(told.map((each) => [each.as, each]));
  const nows = new Map(stories.flatMap((story) => story.entries.map((entry) => [entry, story])));
  const ordered = [...pasts.keys(), ...nows.keys()].sort(byTime);
  const weighed = weighEntries(ordered, products);
  const sure = new Map(findSurePairs(weighed).map(([a, b, because]) => [`${a} ${b}`, because]));
  const pairs = [...sure.keys()].map((key) => key.split(' ').map(Number));
  return [...pairs, ...findCandidates(weighed)].flatMap(([a = 0, b = 0]): Link[] => {
    const [first, second] = [ordered[a], ordered[b]];
    const [left, right] = [weighed[a], weighed[b]];
    if (!first || !second || !left || !right) return [];
    const past = pasts.get(first) ?? pasts.get(second);
    const now = nows.get(first) ?? nows.get(second);
    if (!past || !now) return [];
    const link = judgeLink(left, right, sure.get(`${a} ${b}`));
    return link ? [{ past, now, ...link }] : [];
  });
}

function judgeLink(
  a: WeighedEntry,
  b: WeighedEntry,
  sure: string | undefined,
): Pick<Link, 'score' | 'because'> | undefined {
  if (mustStayApart(a, b)) return undefined;
  if (sure) return { score: SAME_MATTER, because: sure };
  const [one, two] = [withoutVersions(a), withoutVersions(b)];
  const score = compareEntries(one, two);
  return score >= GOES_ON ? { score, because: explainLikeness(one, two) } : undefined;
}

/** A version that both only name is where they are at home, and not what they tell. */
function withoutVersions(weighed: WeighedEntry): WeighedEntry {
  return { ...weighed, traits: { ...weighed.traits, versions: [] } };
}

function toldIn(edition: Edition, products: ProductNames): Told[] {
  const full = new Set(edition.sections.flatMap(({ storyIds }) => storyIds));
  return edition.stories
    .filter(({ id }) => full.has(id))
    .map((story) => ({
      story: {
        editionId: edition.id,
        editionName: edition.name,
        storyId: story.id,
        headline: story.headline,
      },
      as: asEntry(edition, story),
      announced: announcedIn(story, products),
    }));
}

/** An earlier story in the shape that comparing takes. */
function asEntry(edition: Edition, story: EditionStory): ClassifiedEntry {
  const day = Temporal.Instant.from(`${story.publishedOn}T12:00:00Z`);
  return {
    entry: {
      id: `${edition.id}/${story.id}`,
      sourceId: `edition ${edition.id}`,
      ...(story.url !== undefined && { url: story.url }),
      title: story.reports[0]?.title ?? story.headline,
      text: [...story.summary, ...story.facts.cves].join(' '),
      categories: [],
      authors: [],
      publishedAt: day,
      collectedAt: day,
      isBacklog: false,
    },
    labels: story.hypervisors.map((hypervisor) => ({
      hypervisor,
      score: 1,
      because: '',
      isSideProduct: false,
    })),
    topics: story.topics as ClassifiedEntry['topics'],
  };
}
