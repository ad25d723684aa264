import { splitSentences } from '../digest/words/split-sentences.ts';
import type { Judgement } from './judge-items.ts';
import type { LabelledItem } from './labelled-item.ts';
import { ratio } from './measure-labels.ts';

export interface SummaryFigures {
  /** Items with a summary, of all. */
  readonly covered: number;
  readonly sentencesInSource: number;
  readonly numbersInSource: number;
  /** Summaries that end in the middle. */
  readonly clipped: number;
}

const NUMBER = /CVE-\d{4}-\d{4,}|\d[\d.,]*\d|\d/g;

/** Whether all that summaries say stands in the items they are of. */
export function measureSummaries(
  items: readonly LabelledItem[],
  judgements: readonly Judgement[],
): SummaryFigures {
  const texts = new Map(
    items.map(({ id, title, summary }) => [id, simple(`${title}\n${summary}`)]),
  );
  const summaries = judgements.filter(({ summary }) => summary !== '');
  const sentences = summaries.flatMap(({ id, summary }) =>
    splitSentences(summary).map((text) => ({ id, text })),
  );
  const numbers = summaries.flatMap(({ id, summary }) =>
    [...summary.matchAll(NUMBER)].map(([text]) => ({ id, text })),
  );
  const isFound = ({ id, text }: { id: string; text: string }) =>
    texts.get(id)?.includes(simple(text)) === true;
  return {
    covered: ratio(summaries.length, judgements.length),
    sentencesInSource: ratio(sentences.filter(isFound).length, sentences.length),
    numbersInSource: ratio(numbers.filter(isFound).length, numbers.length),
    clipped: summaries.filter(({ summary }) => !/[.!?。！]["”'’)\]]*$/.test(summary)).length,
  };
}

function simple(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
