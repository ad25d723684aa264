import type { Label, Topic } from '../../model/classification.ts';
import type { StoredEntry } from '../../model/entry.ts';
import type { Source } from '../../model/source.ts';

/** An entry with what the first step found; every later step reads this. */
export interface ClassifiedEntry {
  readonly entry: StoredEntry;
  /** Absent for an entry whose source is no longer configured. */
  readonly source?: Source;
  /** Strongest first; empty when it is about none of the configured hypervisors. */
  readonly labels: readonly Label[];
  readonly topics: readonly Topic[];
}

/** When an entry counts as published: its own date, else the time it was first collected. */
export function publishedAt(entry: StoredEntry): Temporal.Instant {
  return entry.publishedAt ?? entry.updatedAt ?? entry.collectedAt;
}

/** Orders by date, then by id, so that the order of the input decides nothing. */
export function byTime(a: ClassifiedEntry, b: ClassifiedEntry): number {
  const difference = Temporal.Instant.compare(publishedAt(a.entry), publishedAt(b.entry));
  return difference || (a.entry.id < b.entry.id ? -1 : 1);
}
