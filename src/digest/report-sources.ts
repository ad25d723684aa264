import type { SourceReport } from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import { dayOf } from './day-of.ts';

type SourcesOfInput = Pick<EditionInput, 'sources' | 'health' | 'entries' | 'period' | 'site'>;

/** Which sources were read, which failed and why, and which had nothing, in the configured order. */
export function reportSources(input: SourcesOfInput): SourceReport {
  const { sources, health, entries, period, site } = input;
  const healthOf = new Map(health.map((each) => [each.sourceId, each]));
  const withEntries = new Set(entries.map(({ sourceId }) => sourceId));
  const failed: SourceReport['failed'][number][] = [];
  const silent: SourceReport['silent'][number][] = [];
  let read = 0;
  for (const { id, name } of sources) {
    const { failure, lastEntryAt } = healthOf.get(id) ?? {};
    if (failure !== undefined) {
      failed.push({ id, name, reason: failure });
      continue;
    }
    read++;
    const isInPeriod = lastEntryAt && Temporal.Instant.compare(lastEntryAt, period.from) >= 0;
    if (withEntries.has(id) || isInPeriod) continue;
    silent.push({
      id,
      name,
      ...(lastEntryAt && { lastEntryOn: dayOf(lastEntryAt, site.timeZone) }),
    });
  }
  return { read, failed, silent };
}
