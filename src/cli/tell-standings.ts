import { oneLine } from '../collect/normalize/plain-title.ts';
import { alignColumns } from './align-columns.ts';
import type { SourceStanding, StandingsReport } from './source-standing.ts';
import { tellDistance } from './tell-distance.ts';

const HEADINGS = ['source', 'last success', 'last new entry', 'failures', 'next due', 'why'];

/** How all sources stand, as a table, what is wrong below its line, and their number in the end. */
export function tellStandings(
  { sources, unconfigured }: StandingsReport,
  now: Temporal.Instant,
): string[] {
  const [headings = '', ...lines] = alignColumns([
    HEADINGS,
    ...sources.map((source) => toRow(source, now)),
  ]);
  return [
    headings,
    ...sources.flatMap((source, index) => [lines[index] ?? '', ...tellTrouble(source)]),
    '',
    `${counted(sources)}.`,
    ...tellUnconfigured(unconfigured),
  ];
}

function toRow(source: SourceStanding, now: Temporal.Instant): string[] {
  const { id, lastAttemptAt, lastSuccessAt, failuresInARow } = source;
  const next = tellNext(source, now);
  if (lastAttemptAt === undefined) return [id, 'never asked', '-', '-', ...next];
  return [
    id,
    lastSuccessAt === undefined ? 'never' : tellDistance(lastSuccessAt, now),
    tellNewEntry(source, now),
    failuresInARow === 0 ? '-' : String(failuresInARow),
    ...next,
  ];
}

function tellNewEntry(
  { lastNewEntryAt, newestEntryAt }: SourceStanding,
  now: Temporal.Instant,
): string {
  if (lastNewEntryAt !== undefined) return tellDistance(lastNewEntryAt, now);
  return newestEntryAt === undefined ? '-' : `dated ${tellDistance(newestEntryAt, now)}`;
}

/** When it is asked again, and why not before. */
export function tellNext(
  source: Pick<SourceStanding, 'isGone' | 'isDue' | 'dueAt' | 'dueWhy'>,
  now: Temporal.Instant,
): [string, string] {
  if (source.isGone) return ['never', 'it is gone (410)'];
  if (source.isDue || source.dueAt === undefined) return ['now', ''];
  return [tellDistance(source.dueAt, now), oneLine(source.dueWhy ?? '')];
}

function tellTrouble({ lastFailure, movedTo }: SourceStanding): string[] {
  return [
    ...(lastFailure === undefined ? [] : [`    ${oneLine(lastFailure)}`]),
    ...(movedTo === undefined ? [] : [`    moved for good to ${oneLine(movedTo)}: change its url`]),
  ];
}

function counted(sources: readonly SourceStanding[]): string {
  const asked = sources.filter(({ lastAttemptAt }) => lastAttemptAt !== undefined);
  const failing = asked.filter(({ lastFailure }) => lastFailure !== undefined).length;
  const never = sources.length - asked.length;
  const parts = [
    `${asked.length - failing} well`,
    ...(failing > 0 ? [`${failing} failing`] : []),
    ...(never > 0 ? [`${never} never asked`] : []),
  ];
  return `${sources.length} ${sources.length === 1 ? 'source' : 'sources'}: ${parts.join(', ')}`;
}

function tellUnconfigured(ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [`In the store, but no longer configured: ${ids.join(', ')}.`];
}
