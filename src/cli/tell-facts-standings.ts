import { oneLine } from '../collect/normalize/plain-title.ts';
import { alignColumns } from './align-columns.ts';
import type { FactsStanding } from './facts-standing.ts';
import { tellDistance } from './tell-distance.ts';
import { tellNext } from './tell-standings.ts';

const HEADINGS = ['open data', 'last success', 'holds', 'failures', 'next due', 'why'];

/** How the lists of open data stand, as a table, what is wrong below its line, and their number. */
export function tellFactsStandings(
  lists: readonly FactsStanding[],
  now: Temporal.Instant,
): string[] {
  if (lists.length === 0) return [];
  const rows = lists.map((list) => toRow(list, now));
  const [headings = '', ...lines] = alignColumns([HEADINGS, ...rows]);
  return [
    headings,
    ...lists.flatMap((list, at) => [lines[at] ?? '', ...tellTrouble(list)]),
    '',
    `${counted(lists)}.`,
  ];
}

function toRow(list: FactsStanding, now: Temporal.Instant): string[] {
  const { id, lastAttemptAt, lastSuccessAt, failuresInARow } = list;
  const next = tellNext(list, now);
  if (lastAttemptAt === undefined) return [id, 'never asked', '-', '-', ...next];
  return [
    id,
    lastSuccessAt === undefined ? 'never' : tellDistance(lastSuccessAt, now),
    tellFacts(list, now),
    failuresInARow === 0 ? '-' : String(failuresInARow),
    ...next,
  ];
}

/** `1,134 flaws, from 2 h ago`: facts are as old as the oldest document that they are from. */
function tellFacts({ kind, facts, factsFrom }: FactsStanding, now: Temporal.Instant): string {
  if (factsFrom === undefined) return 'nothing yet';
  const [one, many] = kind === 'end-of-life' ? ['version', 'versions'] : ['flaw', 'flaws'];
  const count = `${facts.toLocaleString('en')} ${facts === 1 ? one : many}`;
  return `${count}, from ${tellDistance(factsFrom, now)}`;
}

function tellTrouble({ lastFailure, failedParts, movedTo }: FactsStanding): string[] {
  return [
    ...(lastFailure === undefined ? [] : [`    ${oneLine(lastFailure)}`]),
    ...failedParts.map(({ id, reason }) => `    ${id}: ${oneLine(reason)}`),
    ...(movedTo === undefined ? [] : [`    moved for good to ${oneLine(movedTo)}: change its url`]),
  ];
}

function counted(lists: readonly FactsStanding[]): string {
  const asked = lists.filter(({ lastAttemptAt }) => lastAttemptAt !== undefined);
  const failing = asked.filter(
    ({ lastFailure, failedParts }) => lastFailure !== undefined || failedParts.length > 0,
  ).length;
  const never = lists.length - asked.length;
  const parts = [
    `${asked.length - failing} well`,
    ...(failing > 0 ? [`${failing} failing`] : []),
    ...(never > 0 ? [`${never} never asked`] : []),
  ];
  return `${lists.length} ${lists.length === 1 ? 'list' : 'lists'} of open data: ${parts.join(', ')}`;
}
