import { oneLine } from '../collect/normalize/plain-title.ts';
import { counted } from '../render/counted.ts';
import { alignColumns } from './align-columns.ts';
import type { Waiting } from './ask-now.ts';
import type { Checked, SourceFailed, SourceHolds, SourceUnchanged } from './check-source.ts';

/** What each source that could be read holds, one line each, and how many could not. */
export function tellChecked(checked: readonly Checked[], timeZone: string): string[] {
  const rows = checked.flatMap((one) => {
    if (one.kind === 'holds' || one.kind === 'unchanged')
      return [[one.source.id, tellAnswer(one, timeZone)]];
    return [];
  });
  return [...alignColumns(rows), `Asked ${tellOutcomes(checked, ['source', 'sources'])}`];
}

/** How many were asked, and how that ended: `3 sources: 2 could be read, 1 failed.` */
export function tellOutcomes(
  checked: readonly { readonly kind: Checked['kind'] }[],
  names: readonly [string, string],
): string {
  const count = (kind: Checked['kind']) => checked.filter((one) => one.kind === kind).length;
  const waiting = count('waiting');
  const aside = waiting === 0 ? '' : ` ${waiting} not asked.`;
  const read = count('holds') + count('unchanged');
  const asked = counted(checked.length - waiting, ...names);
  return `${asked}: ${read} could be read, ${count('failed')} failed.${aside}`;
}

/** One line for each source that could not be read, or was not asked. */
export function tellUnreadable(checked: readonly Checked[]): string[] {
  return checked.flatMap((one) => {
    if (one.kind === 'failed') return [tellFailure(one)];
    return one.kind === 'waiting' ? [tellWaiting(one.source.name, one)] : [];
  });
}

/** Why something was not asked. */
export function tellWaiting(name: string, { until }: Waiting): string {
  return `Not asked: ${name}: its server wants to be left alone until ${until} (Retry-After)`;
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

function tellAnswer(answer: SourceHolds | SourceUnchanged, timeZone: string): string {
  const { source, at, movedTo } = answer;
  const contents =
    answer.kind === 'holds' ? tellContents(answer, timeZone) : tellUnchanged(answer, timeZone);
  if (movedTo !== undefined) return `${contents}; moved for good to ${movedTo}`;
  return at === source.url ? contents : `${contents}; from ${at}`;
}

function tellUnchanged({ since }: SourceUnchanged, timeZone: string): string {
  const day = since?.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return day === undefined ? 'unchanged' : `unchanged since it was asked on ${day}`;
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
