import type { EditionStory } from '../../model/edition.ts';
import { byTime, type ClassifiedEntry } from '../classify/classified-entry.ts';
import { isDispute } from '../classify/is-dispute.ts';
import type { ProductNames } from '../facts/versions/product-names.ts';
import { compareEntries, explainLikeness } from '../group/compare-entries.ts';
import { compareDispute } from '../group/compare-parties.ts';
import { findCandidates } from '../group/find-candidates.ts';
import { findSurePairs } from '../group/find-sure-pairs.ts';
import { mustStayApart } from '../group/must-stay-apart.ts';
import { type WeighedEntry, weighEntries } from '../group/weigh-entries.ts';
import type { RankedStory } from '../rank/rank-stories.ts';
import { isRecent, placeOf, SAME_MATTER, type StoryLink, type ToldStory } from './story-link.ts';

/** Above what makes one story of two reports: a wrong link to the past is worse than none. */
const GOES_ON = 0.35;

/** Links by what grouping compares of two reports. */
export function linkReports(
  stories: readonly RankedStory[],
  told: readonly ToldStory[],
  products: ProductNames,
): StoryLink[] {
  const pasts = new Map(told.filter(isComparable).map((past) => [idOf(past), past]));
  if (pasts.size === 0) return [];
  const nows = new Map(
    stories.flatMap((now) => now.entries.map(({ entry }) => [entry.id, now] as const)),
  );
  const reports = [...[...pasts.values()].map(asEntry), ...stories.flatMap((now) => now.entries)];
  const weighed = weighEntries(reports.sort(byTime), products);
  return pairsOf(weighed).flatMap(([one, two, sure]): StoryLink[] => {
    const ids = [one, two].map(({ traits }) => traits.id);
    const [past] = ids.flatMap((id) => pasts.get(id) ?? []);
    const [now] = ids.flatMap((id) => nows.get(id) ?? []);
    if (!past || !now) return [];
    const isLead = ids.includes(now.entries[0]?.entry.id ?? '');
    const link = judgeLink(one, two, { sure, isLead, isRecent: isRecent(past) });
    if (!link) return [];
    const { edition, story, age } = past;
    return [
      { now, score: link.score, age, story: { ...placeOf(edition, story), because: link.because } },
    ];
  });
}

/** Of what was told long ago, only disputes, which go on for years. */
function isComparable(told: ToldStory): boolean {
  return isRecent(told) || isDispute(titleOf(told.story), told.story.summary.join(' '));
}

/** What is worth comparing, with what makes some of it sure. */
function pairsOf(weighed: readonly WeighedEntry[]) {
  const keyOf = ([a, b]: readonly [number, number, string?]) => `${a} ${b}`;
  const sure = new Map(findSurePairs(weighed).map((pair) => [keyOf(pair), pair]));
  const alike = findCandidates(weighed).filter((pair) => !sure.has(keyOf(pair)));
  return [...sure.values(), ...alike].flatMap(
    ([a, b, because]: readonly [number, number, string?]) => {
      const [one, two] = [weighed[a], weighed[b]];
      return one && two ? [[one, two, because] as const] : [];
    },
  );
}

interface Circumstances {
  readonly sure: string | undefined;
  /** Whether it is the report that the story is told by: what others say beside it may be another matter. */
  readonly isLead: boolean;
  readonly isRecent: boolean;
}

function judgeLink(
  a: WeighedEntry,
  b: WeighedEntry,
  { sure, isLead, isRecent }: Circumstances,
): (Pick<StoryLink, 'score'> & { readonly because: string }) | undefined {
  if (mustStayApart(a, b)) return undefined;
  if (sure && isRecent) return { score: SAME_MATTER, because: sure };
  if (!isLead) return undefined;
  const [one, two] = [withoutVersions(a), withoutVersions(b)];
  const score = compareEntries(one, two);
  if (score < GOES_ON) return undefined;
  if (isRecent) return { score, because: explainLikeness(one, two) };
  const { isLasting, because } = compareDispute(one, two);
  // Less than any link to a newer edition.
  return isLasting && because !== undefined ? { score: 0, because } : undefined;
}

/** A version that both only name is where they are at home, and not what they tell. */
function withoutVersions(weighed: WeighedEntry): WeighedEntry {
  return { ...weighed, traits: { ...weighed.traits, versions: [] } };
}

/** An earlier story in the shape that comparing takes. */
function asEntry(told: ToldStory): ClassifiedEntry {
  const { edition, story } = told;
  const day = Temporal.Instant.from(`${story.publishedOn}T12:00:00Z`);
  return {
    entry: {
      id: idOf(told),
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

function idOf({ edition, story }: ToldStory): string {
  return `${edition.id}/${story.id}`;
}

function titleOf({ reports: [lead], headline }: EditionStory): string {
  return lead?.title ?? headline;
}
