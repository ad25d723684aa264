import type { EarlierStory, Edition, EditionStory } from '../../model/edition.ts';
import { byTime, type ClassifiedEntry } from '../classify/classified-entry.ts';
import { isDispute } from '../classify/is-dispute.ts';
import { findAnnounced } from '../facts/versions/find-announced.ts';
import type { ProductNames } from '../facts/versions/product-names.ts';
import { isSameVersion, type Version } from '../facts/versions/version.ts';
import { compareEntries, explainLikeness } from '../group/compare-entries.ts';
import { compareDispute } from '../group/compare-parties.ts';
import { findCandidates } from '../group/find-candidates.ts';
import { findSurePairs } from '../group/find-sure-pairs.ts';
import { mustStayApart } from '../group/must-stay-apart.ts';
import { type WeighedEntry, weighEntries } from '../group/weigh-entries.ts';
import type { RankedStory } from '../rank/rank-stories.ts';
import { announcedIn } from './find-releases.ts';
import { linkFlaws } from './link-flaws.ts';

/** Further back than this many editions, likeness says little; but a dispute goes on for years. */
const MOST_EDITIONS = 6;
/** Above what makes one story of two reports: a wrong link to the past is worse than none. */
const GOES_ON = 0.35;

/** What joins two stories outright, and what only likeness may outweigh. */
const SAME_MATTER = 2;
const SAME_RELEASE = 1;

interface Told {
  /** How many editions ago. */
  readonly age: number;
  readonly story: Omit<EarlierStory, 'because'>;
  readonly as: ClassifiedEntry;
  readonly announced: readonly Version[];
}

/** For stories that go on with one of an earlier edition: which, and why. Of equal links the newest wins. */
export function findContinued(
  stories: readonly RankedStory[],
  earlier: readonly Edition[],
  products: ProductNames,
): ReadonlyMap<RankedStory, EarlierStory> {
  const found = new Map<RankedStory, EarlierStory>();
  if (earlier.length === 0) return found;
  const told = earlier.flatMap((edition, age) => toldIn(edition, age, products));
  const recent = told.filter(({ age }) => age < MOST_EDITIONS);
  const links = [
    ...linkFlaws(stories, earlier).map((link) => ({ ...link, score: SAME_MATTER })),
    ...linkReleases(stories, recent, products),
    ...linkReports(stories, told, products),
  ].sort((a, b) => b.score - a.score || a.age - b.age);
  for (const { now, story } of links) {
    if (!found.has(now)) found.set(now, story);
  }
  return found;
}

interface Link {
  readonly now: RankedStory;
  readonly story: EarlierStory;
  readonly score: number;
  readonly age: number;
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
      return [{ now, score: SAME_RELEASE, age: past.age, story: { ...past.story, because } }];
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
    const isLead = [first, second].some((each) => each === now.entries[0]);
    const link = judgeLink(left, right, { sure: sure.get(`${a} ${b}`), isLead, age: past.age });
    if (!link) return [];
    const { score, because } = link;
    return [{ now, score, age: past.age, story: { ...past.story, because } }];
  });
}

interface Circumstances {
  readonly sure: string | undefined;
  /** Whether it is the report that the story is told by: what others say beside it may be another matter. */
  readonly isLead: boolean;
  readonly age: number;
}

function judgeLink(
  a: WeighedEntry,
  b: WeighedEntry,
  { sure, isLead, age }: Circumstances,
): { readonly score: number; readonly because: string } | undefined {
  if (mustStayApart(a, b)) return undefined;
  if (sure && age < MOST_EDITIONS) return { score: SAME_MATTER, because: sure };
  if (!isLead) return undefined;
  const [one, two] = [withoutVersions(a), withoutVersions(b)];
  const score = compareEntries(one, two);
  if (score < GOES_ON) return undefined;
  if (age < MOST_EDITIONS) return { score, because: explainLikeness(one, two) };
  const { isLasting, because } = compareDispute(one, two);
  // Less than any link to a newer edition.
  return isLasting && because !== undefined ? { score: 0, because } : undefined;
}

/** A version that both only name is where they are at home, and not what they tell. */
function withoutVersions(weighed: WeighedEntry): WeighedEntry {
  return { ...weighed, traits: { ...weighed.traits, versions: [] } };
}

/** What an edition told in full; of one long ago, its disputes. */
function toldIn(edition: Edition, age: number, products: ProductNames): Told[] {
  const full = new Set(edition.sections.flatMap(({ storyIds }) => storyIds));
  return edition.stories
    .filter(({ id }) => full.has(id))
    .filter((story) => age < MOST_EDITIONS || isDispute(titleOf(story), story.summary.join(' ')))
    .map((story) => ({
      age,
      story: {
        editionId: edition.id,
        editionName: edition.name,
        storyId: story.id,
        headline: story.headline,
      },
      as: asEntry(edition, story),
      announced: age < MOST_EDITIONS ? announcedIn(story, products) : [],
    }));
}

function titleOf({ reports: [lead], headline }: EditionStory): string {
  return lead?.title ?? headline;
}

/** An earlier story in the shape that comparing takes. */
function asEntry(edition: Edition, story: EditionStory): ClassifiedEntry {
  const day = Temporal.Instant.from(`${story.publishedOn}T12:00:00Z`);
  return {
    entry: {
      id: `${edition.id}/${story.id}`,
      sourceId: `edition ${edition.id}`,
      ...(story.url !== undefined && { url: story.url }),
      title: titleOf(story),
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
