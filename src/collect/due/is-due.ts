import type { SourceState } from '../../model/source.ts';

/** Whether a source may be asked now. */
export function isDue(
  { isGone, dueAt, lastAttemptAt }: SourceState,
  now: Temporal.Instant,
): boolean {
  if (isGone) return false;
  if (!dueAt || Temporal.Instant.compare(dueAt, now) <= 0) return true;
  // Asked in the future: the clock was set back, and a due time by the wrong clock means nothing.
  return lastAttemptAt !== undefined && Temporal.Instant.compare(lastAttemptAt, now) > 0;
}
