import type { SourceState } from '../../model/source.ts';
import { DAY, type PutOff } from './put-off.ts';
import { afterSkipped, type SkipTimes } from './skip-times.ts';

/** Not everybody who skips a night at the stroke of the hour that ends it. */
const SPREAD_MS = 600_000;

/**
 * When to ask again: after the wait, a little later by chance, and outside the times to skip. A feed
 * that would have all times skipped is asked once a day.
 */
export function nextDue(
  now: Temporal.Instant,
  wait: PutOff,
  skip: SkipTimes,
  random: () => number,
): Required<Pick<SourceState, 'dueAt' | 'dueWhy'>> {
  // Later, never earlier, so that sources asked together drift apart; but not beyond the day.
  const jittered = Math.min(wait.seconds * (1 + random() / 10), Math.max(DAY, wait.seconds));
  const waited = now.add({ seconds: Math.ceil(jittered) });
  const allowed = afterSkipped(waited, skip);
  if (allowed?.equals(waited)) return { dueAt: waited, dueWhy: wait.why };
  if (allowed) {
    const dueAt = allowed.add({ milliseconds: Math.floor(random() * SPREAD_MS) });
    return { dueAt, dueWhy: `${wait.why}, then skipHours or skipDays` };
  }
  const seconds = Math.max(DAY, wait.seconds);
  const dueWhy = seconds > DAY ? wait.why : 'once a day, since it would have all times skipped';
  return { dueAt: now.add({ seconds }), dueWhy };
}
