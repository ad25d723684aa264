import { oneLine } from '../collect/normalize/plain-title.ts';
import { counted } from '../render/counted.ts';
import { alignColumns } from './align-columns.ts';
import type { Checked, SourceFailed, SourceHolds } from './check-source.ts';

/** What each source that could be read holds, one line each, and how many could not. */
export function tellChecked(checked: readonly Checked[], timeZone: string): string[] {
  const read = checked.filter((one) => one.kind === 'holds');
  const rows = read.map((one) => [one.source.id, tellHolding(one, timeZone)]);
  const failed = checked.length - read.length;
  const asked = counted(checked.length, 'source', 'sources');
  return [...alignColumns(rows), `Asked ${asked}: ${read.length} could be read, ${failed} failed.`];
}

/** One line for each source that could not be read. */
export function tellUnreadable(checked: readonly Checked[]): string[] {
  return checked.filter((one) => one.kind === 'failed').map(tellFailure);
}

/** A feed in a few words: `RSS 2.0, 20 entries, newest 2024-05-24`. */
export function tellContents(
  { format, entries, newestAt }: Pick<SourceHolds, 'format' | 'entries' | 'newestAt'>,
  timeZone: string,
): string {
  if (entries === 0) return `${format}, no entries`;
  const day = newestAt?.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const newest = day === undefined ? 'without dates' : `newest ${day}`;
  return `${format}, ${counted(entries, 'entry', 'entries')}, ${newest}`;
}

function tellHolding(holds: SourceHolds, timeZone: string): string {
  const { source, at, movedTo } = holds;
  const contents = tellContents(holds, timeZone);
  if (movedTo !== undefined) return `${contents}; moved for good to ${movedTo}`;
  return at === source.url ? contents : `${contents}; from ${at}`;
}

function tellFailure({ source, reason }: SourceFailed): string {
  return `Failed: ${source.name === source.url ? '' : `${source.name}: `}${oneLine(reason)}`;
}

/** How a private address that was refused can be asked nevertheless. */
export function tellHowToAllow(
  reason: string,
  { isConfigured }: { readonly isConfigured: boolean },
): string[] {
  if (!reason.includes('private address')) return [];
  return isConfigured
    ? ['Its block in the configuration can allow that: "request": { "allowsPrivate": true }.']
    : ['Private addresses are refused unless --allow-private says that this one is meant.'];
}
