import type { PollingHints, UpdatePeriod } from '../parsed-feed.ts';

interface RssHints {
  readonly ttl?: number;
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly string[];
}

interface SyndicationHints {
  readonly updatePeriod?: string;
  readonly updateFrequency?: number;
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const periods: readonly UpdatePeriod[] = ['hourly', 'daily', 'weekly', 'monthly', 'yearly'];

/** What cannot be meant (an hour 99, a negative ttl) is left out. */
export function readPolling(rss: RssHints, sy: SyndicationHints = {}): PollingHints {
  const period = sy.updatePeriod?.toLowerCase();
  const frequency = sy.updateFrequency;
  return {
    ...(isPositive(rss.ttl) && { ttl: rss.ttl }),
    skipHours: readHours(rss.skipHours ?? []),
    skipDays: days.filter((day) =>
      rss.skipDays?.some(
        (name) => name.slice(0, 3).toLowerCase() === day.slice(0, 3).toLowerCase(),
      ),
    ),
    updatePeriod: periods.find((known) => known === period),
    ...(isPositive(frequency) && { updateFrequency: frequency }),
  };
}

/** Netscape counted hours from 1 to 24, Userland from 0 to 23: 24 is midnight for both. */
function readHours(hours: readonly number[]): number[] {
  const known = hours.filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24);
  return [...new Set(known.map((hour) => hour % 24))].sort((a, b) => a - b);
}

function isPositive(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value > 0;
}
