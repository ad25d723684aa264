import type { StoryFacts } from '../model/edition.ts';

const words: Readonly<Record<NonNullable<StoryFacts['stage']>, string>> = {
  preview: 'Preview',
  beta: 'Beta',
  rc: 'Release candidate',
  ga: 'Generally available',
  lts: 'Long-term support',
  eol: 'End of life or support',
};

/** What is announced; empty where no title says it. */
export function stageWords({ stage }: StoryFacts): string {
  return stage ? words[stage] : '';
}
