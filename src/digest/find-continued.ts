import type { EarlierStory, Edition, EditionStory } from '../model/edition.ts';
import { byTime, type ClassifiedEntry } from './classify/classified-entry.ts';
import { sharedVersion } from './facts/find-versions.ts';
import type { ProductNames } from './facts/product-names.ts';
import { compareEntries, explainLikeness, mustStayApart } from './group/compare-entries.ts';
import { findCandidates } from './group/find-candidates.ts';
import { findSurePairs } from './group/find-sure-pairs.ts';
import { type WeighedEntry, weighEntries } from './group/weigh-entries.ts';
import type { RankedStory } from './rank/rank-stories.ts';

/** Further back than this many editions, a link says little. */
const MOST_EDITIONS = 6;
/** Above what makes one story of two reports: a wrong link to the past is worse than none. */
const GOES_ON = 0.35;

interface Told extends Omit<EarlierStory, 'because'> {
  readonly as: ClassifiedEntry;
}

/** For stories that go on with one of an earlier edition: which, and why. Newest first wins. */
export function findContinued(
  stories: readonly RankedStory[],
  earlier: readonly Edition[],
  products: ProductNames,
): ReadonlyMap<RankedStory, EarlierStory> {
  const told = earlier.slice(0, MOST_EDITIONS).flatMap(toldIn);
  const found = new Map<RankedStory, EarlierStory>();
  if (told.length === 0) return found;
  const pasts = new Map(told.map((each) => [each.as, each]));
  const nows = new Map(stories.flatMap((story) => story.entries.map((entry) => [entry, story])));
  const ordered = [...pasts.keys(), ...nows.keys()].sort(byTime);
  const weighed = weighEntries(ordered, products);
  for (const link of findLinks(ordered, weighed, pasts, nows)) {
    const { as: _, ...past } = link.past;
    if (!found.has(link.now)) found.set(link.now, { ...past, because: link.because });
  }
  return found;
}

interface Link {
  readonly past: Told;
  readonly now: RankedStory;
  readonly score: number;
  readonly because: string;
}

/** Strongest first. */
function findLinks(
  ordered: readonly ClassifiedEntry[],
  weighed: readonly WeighedEntry[],
  pasts: ReadonlyMap<ClassifiedEntry, Told>,
  nows: ReadonlyMap<ClassifiedEntry, RankedStory>,
): Link[] {
  const sure = new Map(findSurePairs(weighed).map(([a, b, because]) => [`${a} ${b}`, because]));
  const pairs = [...sure.keys()].map((key) => key.split(' ').map(Number));
  const links = [...pairs, ...findCandidates(weighed)].flatMap(([a = 0, b = 0]): Link[] => {
    const [first, second] = [ordered[a], ordered[b]];
    const [left, right] = [weighed[a], weighed[b]];
    if (!first || !second || !left || !right) return [];
    const past = pasts.get(first) ?? pasts.get(second);
    const now = nows.get(first) ?? nows.get(second);
    if (!past || !now) return [];
    const link = judgeLink(left, right, sure.get(`${a} ${b}`));
    return link ? [{ past, now, ...link }] : [];
  });
  return links.sort((a, b) => b.score - a.score || (a.past.storyId < b.past.storyId ? -1 : 1));
}

function judgeLink(
  a: WeighedEntry,
  b: WeighedEntry,
  sure: string | undefined,
): Pick<Link, 'score' | 'because'> | undefined {
  const version = sharedVersion(
    b.traits.versions.map(({ stage: _, ...rest }) => rest),
    a.traits.versions.map(({ stage: _, ...rest }) => rest),
  );
  // A preview and the release that follows it are two stories, and one goes on with the other.
  if (version?.isKnown && a.traits.isRelease && b.traits.isRelease) {
    return { score: 1, because: `Both announce ${version.text}` };
  }
  if (mustStayApart(a, b)) return undefined;
  if (sure) return { score: 2, because: sure };
  const score = compareEntries(a, b);
  return score >= GOES_ON ? { score, because: explainLikeness(a, b) } : undefined;
}

function toldIn(edition: Edition): Told[] {
  const full = new Set(edition.sections.flatMap(({ storyIds }) => storyIds));
  return edition.stories
    .filter(({ id }) => full.has(id))
    .map((story) => ({
      editionId: edition.id,
      editionName: edition.name,
      storyId: story.id,
      headline: story.headline,
      as: asEntry(edition, story),
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
