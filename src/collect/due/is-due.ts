import type { SourceState } from '../../model/source.ts';
import { afterSkipped } from './skip-times.ts';

type Due = Pick<SourceState, 'dueAt' | 'dueWhy'>;

/** Whether a source may be asked now. */
export function isDue(state: SourceState, now: Temporal.Instant): boolean {
  return !state.isGone && putOffUntil(state, now) === undefined;
}

/** Until when a source that is not gone is left alone, and why; undefined when it may be asked now. */
export function putOffUntil(state: SourceState, now: Temporal.Instant): Due | undefined {
  const { dueAt, dueWhy, lastAttemptAt = now } = state;
  // Asked in the future: the clock was set back, and a due time by the wrong clock means nothing.
  const isBelieved = Temporal.Instant.compare(lastAttemptAt, now) <= 0;
  if (dueAt && isBelieved && Temporal.Instant.compare(dueAt, now) > 0) return { dueAt, dueWhy };
  const allowed = afterSkipped(now, state);
  if (allowed === undefined || allowed.equals(now) || isOverdue(state, allowed)) return undefined;
  return { dueAt: allowed, dueWhy: 'skipHours or skipDays' };
}

/** The longest time that is skipped, and the day before it in which no run came by. */
const PATIENCE = { hours: 96 };

/** Whether it would be left alone for too long: all runs fall into what it would have skipped. */
function isOverdue({ dueAt }: SourceState, at: Temporal.Instant): boolean {
  return dueAt !== undefined && Temporal.Instant.compare(dueAt.add(PATIENCE), at) < 0;
}
