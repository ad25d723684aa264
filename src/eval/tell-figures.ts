import type { Figures } from './measure.ts';
import type { LabelFigures } from './measure-labels.ts';

/** The figures as lines for a terminal. */
export function tellFigures(name: string, figures: Figures): string[] {
  const { stories, ranking, summaries } = figures;
  return [
    `${name}: ${figures.items} items`,
    '  hypervisors            P     R     F1',
    tellLabel('all (micro)', figures.hypervisors),
    ...[...figures.eachHypervisor].map(([label, one]) => tellLabel(label, one)),
    tellLabel('by keyword', figures.keywords),
    tellLabel("by feed's vendor", figures.vendors),
    '  topics',
    ...[...figures.eachTopic]
      .filter(([, { wanted }]) => wanted > 0)
      .map(([topic, one]) => tellLabel(topic, one)),
    '  stories',
    tellLabel('B-cubed, multi-item', stories.multiItemBCubed),
    tellLabel('pairwise', stories.pairwise),
    `  ranking    nDCG@10 ${show(ranking.ndcg10)}; of ${ranking.picks} picks in a section's first three ${show(ranking.picksInFirstThree)}`,
    `  summaries  of items ${show(summaries.covered)}; sentences in their source ${show(summaries.sentencesInSource)}, numbers ${show(summaries.numbersInSource)}; clipped ${summaries.clipped}`,
  ];
}

function tellLabel(
  name: string,
  {
    precision,
    recall,
    f1,
    ...counts
  }: Pick<LabelFigures, 'precision' | 'recall' | 'f1'> & Partial<LabelFigures>,
): string {
  const { wanted, wrong } = counts;
  const tail = wanted === undefined ? '' : `  of ${wanted}, ${wrong} wrong`;
  return `    ${name.padEnd(20)} ${show(precision)} ${show(recall)} ${show(f1)}${tail}`;
}

function show(value: number): string {
  return value.toFixed(3);
}
