import type { CollectReport, SourceFailure } from '../collect-tally.ts';

/** What a collection came to, in one line. */
export function tellCollected(report: CollectReport): string[] {
  const { sources, asked, unchanged, added, updated, failed } = report;
  const failedNow = failed.filter(({ wasEarlier }) => !wasEarlier).length;
  const answers = [
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failedNow > 0 ? [`${failedNow} failed`] : []),
    ...(asked < sources ? [`${sources - asked} not due`] : []),
  ];
  const entries = `${added} new ${added === 1 ? 'entry' : 'entries'}, ${updated} updated`;
  const aside = answers.length === 0 ? '' : ` (${answers.join(', ')})`;
  return [`Asked ${asked} of ${sources} sources${aside}: ${entries}.`];
}

/** One line for each source that could not be read. */
export function tellFailures({ failed }: CollectReport): string[] {
  return failed.map(tellFailure);
}

function tellFailure({ name, reason, wasEarlier }: SourceFailure): string {
  return `Failed: ${name}: ${reason}${wasEarlier ? ' (earlier; not asked again yet)' : ''}`;
}
