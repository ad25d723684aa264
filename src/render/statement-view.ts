import type { StatedFact } from '../model/edition.ts';

/** What is said, and by whom. */
export interface StatementView {
  readonly text: string;
  readonly sources: readonly StatingSource[];
  readonly isLast: boolean;
}

interface StatingSource {
  readonly name: string;
  readonly url: string | undefined;
  readonly isLast: boolean;
}

/** What several sources say in the same words is told once, under the names of all. */
export function statementViews(facts: readonly StatedFact[]): StatementView[] {
  const told = [...Map.groupBy(facts, ({ text }) => text)];
  return told.map(([text, same], index) => ({
    text,
    sources: statingSources(same),
    isLast: index === told.length - 1,
  }));
}

function statingSources(facts: readonly StatedFact[]): StatingSource[] {
  const urls = new Map(facts.toReversed().map(({ source, url }) => [source, url]));
  const names = [...new Set(facts.map(({ source }) => source))];
  return names.map((name, index) => ({
    name,
    url: urls.get(name),
    isLast: index === names.length - 1,
  }));
}
