import type { FactsStanding } from './facts-standing.ts';
import { standingsTable, type TableWords } from './standings-table.ts';
import { tellDistance } from './tell-distance.ts';

/** How the lists of open data stand, as a table, what is wrong below its line, and their number. */
export function tellFactsStandings(
  lists: readonly FactsStanding[],
  now: Temporal.Instant,
): string[] {
  const words: TableWords<FactsStanding> = {
    heading: 'open data',
    names: ['list of open data', 'lists of open data'],
    brought: { heading: 'holds', tell: (list) => tellFacts(list, now) },
    troubles: ({ failedParts }) => failedParts.map(({ id, reason }) => `${id}: ${reason}`),
  };
  return lists.length === 0 ? [] : standingsTable(lists, words, now);
}

/** `1,134 flaws, from 2 h ago`: facts are as old as the oldest document that they are from. */
function tellFacts({ kind, facts, factsFrom }: FactsStanding, now: Temporal.Instant): string {
  if (factsFrom === undefined) return 'nothing yet';
  const [one, many] = kind === 'end-of-life' ? ['version', 'versions'] : ['flaw', 'flaws'];
  const count = `${facts.toLocaleString('en')} ${facts === 1 ? one : many}`;
  return `${count}, from ${tellDistance(factsFrom, now)}`;
}
