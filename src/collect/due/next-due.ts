import { DAY, type PutOff } from './put-off.ts';
import { afterSkipped, type SkipTimes } from './skip-times.ts';

/** When to ask again: after the wait, a little later by chance, and outside the hours to skip. */
export function nextDue(
  now: Temporal.Instant,
  wait: PutOff,
  skip: SkipTimes,
  random: () => number,
): { dueAt: Temporal.Instant; dueWhy: string } {
  // Later, never earlier, so that sources asked together drift apart; but not beyond the day.
  const jittered = Math.min(wait.seconds * (1 + random() / 10), Math.max(DAY, wait.seconds));
  const waited = now.add({ seconds: Math.ceil(jittered) });
  const dueAt = afterSkipped(waited, skip, random);
  const isSkipped = !dueAt.equals(waited);
  return { dueAt, dueWhy: isSkipped ? `${wait.why}, then skipHours or skipDays` : wait.why };
}
