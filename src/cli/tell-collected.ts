import type { Collected } from '../collect-into-store.ts';
import type { SourceFailure } from '../collect-tally.ts';
import type { FactsReport } from '../facts-tally.ts';
import { counted } from '../render/counted.ts';

/** What a collection came to, in a line for the sources and one for open data. */
export function tellCollected(report: Collected): string[] {
  const { sources, asked, unchanged, added, updated, gone, failed } = report;
  const failedNow = failed.filter(({ wasEarlier }) => !wasEarlier).length;
  const notDue = sources - asked - gone;
  const answers = [
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failedNow > 0 ? [`${failedNow} failed`] : []),
    ...(notDue > 0 ? [`${notDue} not due`] : []),
    ...(gone > 0 ? [`${gone} gone`] : []),
  ];
  const entries = `${counted(added, 'new entry', 'new entries')}, ${updated} updated`;
  const aside = answers.length === 0 ? '' : ` (${answers.join(', ')})`;
  return [`Asked ${asked} of ${sources} sources${aside}: ${entries}.`, ...tellFacts(report.facts)];
}

function tellFacts({ lists, asked, unchanged, failed }: FactsReport): string[] {
  if (lists === 0) return [];
  const all = counted(lists, 'list', 'lists');
  if (asked === 0) return [`Open data: none of ${all} is due.`];
  const failedNow = failed.filter(({ wasEarlier }) => !wasEarlier).length;
  const answers = [
    `${asked - unchanged - failedNow} new`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failedNow > 0 ? [`${failedNow} failed`] : []),
  ];
  const documents = counted(asked, 'document', 'documents');
  return [`Open data: asked for ${documents} of ${all} (${answers.join(', ')}).`];
}

/** One line for each source, and each document of open data, that could not be read. */
export function tellFailures({ failed, facts }: Collected): string[] {
  return [...failed, ...facts.failed].map(tellFailure);
}

function tellFailure({ name, reason, wasEarlier }: SourceFailure): string {
  return `Failed: ${name}: ${reason}${wasEarlier ? ' (earlier; not asked again yet)' : ''}`;
}
