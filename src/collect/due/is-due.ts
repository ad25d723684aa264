import type { SourceState } from '../../model/source.ts';
import { afterSkipped } from './skip-times.ts';

type Due = Pick<SourceState, 'dueAt' | 'dueWhy'>;

/** Whether a source may be asked now. */
export function isDue(state: SourceState, now: Temporal.Instant): boolean {
  return !state.isGone && putOffUntil(state, now) === undefined;
}

/** Until when a source that is not gone is left alone, and why; undefined when it may be asked now. */
export function putOffUntil(state: SourceState, now: Temporal.Instant): Due | undefined {
  const { dueAt, dueWhy } = state;
  if (isAhead(dueAt, state, now)) return { dueAt, dueWhy };
  const allowed = afterSkipped(now, state);
  if (allowed === undefined || allowed.equals(now) || isOverdue(state, allowed)) return undefined;
  return { dueAt: allowed, dueWhy: 'skipHours or skipDays' };
}

/** Until when the server of a source asked to be left alone, while that lasts. */
export function leftAloneUntil(
  state: SourceState,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const { retryAfterAt } = state;
  return isAhead(retryAfterAt, state, now) ? retryAfterAt : undefined;
}

/** Whether an instant that the state notes is still to come. */
function isAhead(
  at: Temporal.Instant | undefined,
  { lastAttemptAt }: SourceState,
  now: Temporal.Instant,
): boolean {
  // Asked in the future: the clock was set back, and what was noted by the wrong clock means nothing.
  const isBelieved = !lastAttemptAt || Temporal.Instant.compare(lastAttemptAt, now) <= 0;
  return at !== undefined && isBelieved && Temporal.Instant.compare(at, now) > 0;
}

/** The longest time that is skipped, and the day before it in which no run came by. */
const PATIENCE = { hours: 96 };

/** Whether it would be left alone for too long: all runs fall into what it would have skipped. */
function isOverdue({ dueAt }: SourceState, at: Temporal.Instant): boolean {
  return dueAt !== undefined && Temporal.Instant.compare(dueAt.add(PATIENCE), at) < 0;
}
