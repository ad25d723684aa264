import type { Config } from '../config/config.ts';
import { keywordLabels, vendorLabels } from './baselines.ts';
import { type Judgement, judgeItems } from './judge-items.ts';
import type { LabelledItem } from './labelled-item.ts';
import { type LabelFigures, measureEachLabel, measureLabels } from './measure-labels.ts';
import { measureRanking, type RankingFigures } from './measure-ranking.ts';
import { measureStories, type StoryFigures } from './measure-stories.ts';
import { measureSummaries, type SummaryFigures } from './measure-summaries.ts';

/** All figures of one set of labelled items. */
export interface Figures {
  readonly items: number;
  readonly hypervisors: LabelFigures;
  readonly eachHypervisor: ReadonlyMap<string, LabelFigures>;
  /** The same measure for what simpler programs would do. */
  readonly keywords: LabelFigures;
  readonly vendors: LabelFigures;
  readonly eachTopic: ReadonlyMap<string, LabelFigures>;
  readonly stories: StoryFigures;
  readonly ranking: RankingFigures;
  readonly summaries: SummaryFigures;
}

/** Topics of the labelled items that go by another name here. */
const TOPIC_NAMES: Readonly<Record<string, string>> = {
  tutorial: 'how-to',
  customer: 'migration',
  acquisition: 'business',
};

/** Judges labelled items by the production code and compares. */
export function measure(
  items: readonly LabelledItem[],
  { sources, hypervisors }: Pick<Config, 'sources' | 'hypervisors'>,
): { readonly figures: Figures; readonly judgements: readonly Judgement[] } {
  const judgements = judgeItems(items, sources, hypervisors);
  const byId = new Map(judgements.map((judgement) => [judgement.id, judgement]));
  const compare = (find: (item: LabelledItem) => readonly string[]) =>
    items.map((item) => ({ gold: item.hypervisors, found: find(item) }));
  const own = compare(({ id }) => byId.get(id)?.hypervisors ?? []);
  const topics = items.map((item) => ({
    gold: [...new Set(item.topics.map((topic) => TOPIC_NAMES[topic] ?? topic))],
    found: byId.get(item.id)?.topics ?? [],
  }));
  const figures: Figures = {
    items: items.length,
    hypervisors: measureLabels(own),
    eachHypervisor: measureEachLabel(own),
    keywords: measureLabels(compare((item) => keywordLabels(item, hypervisors))),
    vendors: measureLabels(compare((item) => vendorLabels(item, hypervisors))),
    eachTopic: measureEachLabel(topics),
    stories: measureStories(items.map((item) => placeOf(item, byId))),
    ranking: measureRanking(items, judgements),
    summaries: measureSummaries(items, judgements),
  };
  return { figures, judgements };
}

function placeOf(item: LabelledItem, byId: ReadonlyMap<string, Judgement>) {
  return { gold: item.story ?? item.id, found: byId.get(item.id)?.story ?? item.id };
}
