import type { CollectContext } from '../collect/collect-context.ts';
import { MOST_BYTES_OF_FACTS, sourceOfFacts } from '../collect/facts/fact-source.ts';
import type { FactContent, OpenData } from '../model/open-data.ts';
import type { SourceState } from '../model/source.ts';
import { counted } from '../render/counted.ts';
import { alignColumns } from './align-columns.ts';
import { askNow, type Waiting } from './ask-now.ts';
import { tellOutcomes } from './tell-checked.ts';

/** What came back for a list of open data, or why nothing did. */
export type CheckedFacts =
  | { readonly kind: 'holds'; readonly list: OpenData; readonly contents: string }
  | { readonly kind: 'unchanged'; readonly list: OpenData }
  | (Waiting & { readonly list: OpenData })
  | { readonly kind: 'failed'; readonly list: OpenData; readonly reason: string };

/** Asks for a list now, given what is remembered of it, and reads what comes. Nothing is remembered. */
export async function checkFacts(
  list: OpenData,
  state: SourceState | undefined,
  context: CollectContext,
): Promise<CheckedFacts> {
  const source = sourceOfFacts(list);
  const limits = { maxBytes: MOST_BYTES_OF_FACTS, ...context.limits };
  const fetched = await askNow(source, state, { ...context, limits });
  const asked = `[${source.request?.method ?? 'GET'}] ${source.url}`;
  if (fetched.kind === 'waiting') return { ...fetched, list };
  if (fetched.kind === 'not-modified') return { kind: 'unchanged', list };
  if (fetched.kind === 'failed')
    return { kind: 'failed', list, reason: `${asked}: ${fetched.reason}` };
  const read = await context.reader.readFacts(list.kind, list.url, fetched);
  if (read.kind === 'unreadable')
    return { kind: 'failed', list, reason: `${asked}: ${read.reason}` };
  return { kind: 'holds', list, contents: tellContents(read.content) };
}

/** What each list that could be read holds, one line each, and how many could not. */
export function tellCheckedFacts(checked: readonly CheckedFacts[]): string[] {
  if (checked.length === 0) return [];
  const rows = checked.flatMap((one) => {
    if (one.kind === 'holds') return [[one.list.id, one.contents]];
    return one.kind === 'unchanged' ? [[one.list.id, 'unchanged']] : [];
  });
  return [
    ...alignColumns(rows),
    `Open data: asked for ${tellOutcomes(checked, ['list', 'lists'])}`,
  ];
}

function tellContents({ flaws, cycles, parts }: FactContent): string {
  if (parts) return `index of ${parts.map(({ id }) => id).join(', ')}`;
  if (cycles) return counted(cycles.length, 'version', 'versions');
  const count = flaws?.length ?? 0;
  return `${count.toLocaleString('en')} ${count === 1 ? 'flaw' : 'flaws'}`;
}
