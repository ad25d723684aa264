import { oneLine } from '../collect/normalize/plain-title.ts';
import type { SourceState } from '../model/source.ts';
import { counted } from '../render/counted.ts';
import { alignColumns } from './align-columns.ts';
import { tellDistance } from './tell-distance.ts';

/** What is known of anything that is asked again and again. */
export interface Standing
  extends Pick<
    SourceState,
    | 'lastAttemptAt'
    | 'lastSuccessAt'
    | 'failuresInARow'
    | 'lastFailure'
    | 'dueAt'
    | 'dueWhy'
    | 'movedTo'
  > {
  readonly id: string;
  readonly isDue: boolean;
  /** It answered 410 Gone and is not asked again. */
  readonly isGone: boolean;
}

/** What differs from one table to the other. */
export interface TableWords<Row extends Standing> {
  /** Heading of the first column. */
  readonly heading: string;
  /** What they are called, one and many. */
  readonly names: readonly [string, string];
  /** Heading and cell of the column that tells what was brought. */
  readonly brought: { readonly heading: string; tell(row: Row): string };
  /** What else is wrong, beside the last failure: a line each. */
  readonly troubles?: (row: Row) => readonly string[];
}

/** A line for each, what is wrong below it, and their number in the end. */
export function standingsTable<Row extends Standing>(
  rows: readonly Row[],
  words: TableWords<Row>,
  now: Temporal.Instant,
): string[] {
  const { heading, brought } = words;
  const head = [heading, 'last success', brought.heading, 'failures', 'next due', 'why'];
  const cells = rows.map((row) => toCells(row, brought.tell(row), now));
  const [headings = '', ...lines] = alignColumns([head, ...cells]);
  const troubles = (row: Row) => tellTrouble(row, words.troubles?.(row) ?? []);
  return [
    headings,
    ...rows.flatMap((row, at) => [lines[at] ?? '', ...troubles(row)]),
    '',
    `${tellSum(rows, words)}.`,
  ];
}

function toCells(row: Standing, brought: string, now: Temporal.Instant): string[] {
  const { id, lastAttemptAt, lastSuccessAt, failuresInARow } = row;
  if (lastAttemptAt === undefined) return [id, 'never asked', '-', '-', ...tellNext(row, now)];
  return [
    id,
    lastSuccessAt === undefined ? 'never' : tellDistance(lastSuccessAt, now),
    brought,
    failuresInARow === 0 ? '-' : String(failuresInARow),
    ...tellNext(row, now),
  ];
}

/** When it is asked again, and why not before. */
function tellNext(
  { isGone, isDue, dueAt, dueWhy }: Standing,
  now: Temporal.Instant,
): [string, string] {
  if (isGone) return ['never', 'it is gone (410)'];
  if (isDue || dueAt === undefined) return ['now', ''];
  return [tellDistance(dueAt, now), oneLine(dueWhy ?? '')];
}

function tellTrouble({ lastFailure, movedTo }: Standing, others: readonly string[]): string[] {
  return [
    ...(lastFailure === undefined ? [] : [`    ${oneLine(lastFailure)}`]),
    ...others.map((other) => `    ${oneLine(other)}`),
    ...(movedTo === undefined ? [] : [`    moved for good to ${oneLine(movedTo)}: change its url`]),
  ];
}

function tellSum<Row extends Standing>(
  rows: readonly Row[],
  { names, troubles }: TableWords<Row>,
): string {
  const asked = rows.filter(({ lastAttemptAt }) => lastAttemptAt !== undefined);
  const isFailing = (row: Row) => row.lastFailure !== undefined || Boolean(troubles?.(row).length);
  const gone = asked.filter((row) => row.isGone).length;
  const failing = asked.filter((row) => !row.isGone && isFailing(row)).length;
  const never = rows.length - asked.length;
  const parts = [
    `${asked.length - failing - gone} well`,
    ...(failing > 0 ? [`${failing} failing`] : []),
    ...(gone > 0 ? [`${gone} gone`] : []),
    ...(never > 0 ? [`${never} never asked`] : []),
  ];
  return `${counted(rows.length, ...names)}: ${parts.join(', ')}`;
}
