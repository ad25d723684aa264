/** When a publisher asks not to be polled, in UTC. */
export interface SkipTimes {
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly string[];
}

const HOUR_MS = 3_600_000;
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** A long weekend is a wish; more than that would end the reading of a feed by mistake. */
const MAX_SKIPPED_HOURS = 72;

/** The first moment from `at` on that is not to be skipped; undefined when there is none soon. */
export function afterSkipped(at: Temporal.Instant, skip: SkipTimes): Temporal.Instant | undefined {
  const start = at.epochMilliseconds;
  if (!isSkipped(start, skip)) return at;
  const nextHour = Math.floor(start / HOUR_MS) * HOUR_MS + HOUR_MS;
  for (let hours = 0; hours < MAX_SKIPPED_HOURS; hours += 1) {
    const candidate = nextHour + hours * HOUR_MS;
    if (!isSkipped(candidate, skip)) return Temporal.Instant.fromEpochMilliseconds(candidate);
  }
  return undefined;
}

function isSkipped(epochMs: number, { skipHours = [], skipDays = [] }: SkipTimes): boolean {
  const date = new Date(epochMs);
  const day = DAYS[date.getUTCDay()];
  return (
    skipHours.includes(date.getUTCHours()) || skipDays.some((name) => name.toLowerCase() === day)
  );
}
