import type { SourceStanding, StandingsReport } from './source-standing.ts';
import { standingsTable, type TableWords } from './standings-table.ts';
import { tellDistance } from './tell-distance.ts';

/** How all sources stand, as a table, what is wrong below its line, and their number in the end. */
export function tellStandings(
  { sources, unconfigured }: StandingsReport,
  now: Temporal.Instant,
): string[] {
  const words: TableWords<SourceStanding> = {
    heading: 'source',
    names: ['source', 'sources'],
    brought: { heading: 'last new entry', tell: (source) => tellNewEntry(source, now) },
  };
  return [...standingsTable(sources, words, now), ...tellUnconfigured(unconfigured)];
}

function tellNewEntry(
  { lastNewEntryAt, newestEntryAt }: SourceStanding,
  now: Temporal.Instant,
): string {
  if (lastNewEntryAt !== undefined) return tellDistance(lastNewEntryAt, now);
  return newestEntryAt === undefined ? '-' : `dated ${tellDistance(newestEntryAt, now)}`;
}

function tellUnconfigured(ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [`In the store, but no longer configured: ${ids.join(', ')}.`];
}
