/**
 * The instant, unless it cannot be meant: more than a day ahead (a wrong clock or zone makes less),
 * or before 1990, when there were no feeds and clocks that forgot the date said 1970.
 */
export function credibleDate(
  instant: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  if (instant === undefined) return undefined;
  const at = instant.epochMilliseconds;
  return at >= earliest && at <= now.epochMilliseconds + day ? instant : undefined;
}

const earliest = Date.UTC(1990, 0, 1);
const day = 24 * 60 * 60 * 1000;
