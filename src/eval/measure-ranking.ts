import type { Judgement } from './judge-items.ts';
import type { LabelledItem } from './labelled-item.ts';
import { ratio } from './measure-labels.ts';

export interface RankingFigures {
  /** By importance, the first ten stories. */
  readonly ndcg10: number;
  /** Of the editor's picks, those among the first three of a section that they belong to. */
  readonly picksInFirstThree: number;
  readonly picks: number;
}

interface Pair {
  readonly item: LabelledItem;
  readonly judgement: Judgement;
}

const FIRST = 3;

/** How well the stories that matter came first; picks are the editor's, else what is worth a lead. */
export function measureRanking(
  items: readonly LabelledItem[],
  judgements: readonly Judgement[],
): RankingFigures {
  const byId = new Map(judgements.map((judgement) => [judgement.id, judgement]));
  const pairs = items.flatMap((item) => {
    const judgement = byId.get(item.id);
    return judgement ? [{ item, judgement }] : [];
  });
  const ranked = pairs
    .filter(({ judgement }) => judgement.rank !== undefined)
    .sort((a, b) => (a.judgement.rank ?? 0) - (b.judgement.rank ?? 0));
  return { ndcg10: ndcg(items, storiesOf(ranked), 10), ...findPicks(items, ranked) };
}

/** Each story once, where its first item stands; with the gold stories that it holds. */
function storiesOf(ranked: readonly Pair[]): string[][] {
  const groups = Map.groupBy(ranked, ({ judgement }) => judgement.story);
  return [...groups.values()].map((group) => [...new Set(group.map(({ item }) => storyOf(item)))]);
}

function ndcg(items: readonly LabelledItem[], slots: readonly string[][], first: number): number {
  const importance = new Map<string, number>();
  for (const item of items)
    importance.set(storyOf(item), Math.max(item.importance, importance.get(storyOf(item)) ?? 0));
  const seen = new Set<string>();
  const gains = slots.map((stories) => {
    const fresh = stories.filter((story) => !seen.has(story));
    for (const story of fresh) seen.add(story);
    return Math.max(0, ...fresh.map((story) => importance.get(story) ?? 0));
  });
  const ideal = [...importance.values()].sort((a, b) => b - a);
  return ratio(discounted(gains, first), discounted(ideal, first));
}

function discounted(gains: readonly number[], first: number): number {
  return gains
    .slice(0, first)
    .reduce((sum, gain, at) => sum + (2 ** gain - 1) / Math.log2(at + 2), 0);
}

function findPicks(
  items: readonly LabelledItem[],
  ranked: readonly Pair[],
): Omit<RankingFigures, 'ndcg10'> {
  const hasPicks = items.some((item) => item.in_seed);
  const isPick = (item: LabelledItem) => (hasPicks ? item.in_seed : item.importance === 3);
  const picks = new Set(
    items.filter((item) => isPick(item) && item.hypervisors.length > 0).map(storyOf),
  );
  const sections = new Set(items.flatMap(({ hypervisors }) => hypervisors));
  const found = new Set(
    [...sections].flatMap((section) => {
      const own = ranked.filter(({ judgement }) => judgement.hypervisors.includes(section));
      const belongs = new Set(
        items.filter(({ hypervisors }) => hypervisors.includes(section)).map(storyOf),
      );
      return storiesOf(own)
        .slice(0, FIRST)
        .flat()
        .filter((story) => belongs.has(story));
    }),
  );
  const first = [...picks].filter((story) => found.has(story)).length;
  return { picksInFirstThree: ratio(first, picks.size), picks: picks.size };
}

function storyOf(item: LabelledItem): string {
  return item.story ?? item.id;
}
