import type { SourceReport } from '../model/edition.ts';
import { counted } from './counted.ts';
import type { DateWords } from './date-words.ts';

/** What the reader is told about where the news came from, and what is missing. */
export interface SourcesView {
  readonly words: string;
  readonly failed: readonly { readonly name: string; readonly reason: string }[];
  readonly silent: readonly { readonly name: string; readonly lastOn: string }[];
}

export function sourcesView({ read, failed, silent }: SourceReport, dates: DateWords): SourcesView {
  const all = counted(read + failed.length, 'source was', 'sources were');
  const share =
    failed.length === 0 ? `${all} read` : `${read} of ${all} read; ${failed.length} could not be`;
  const quiet =
    silent.length === 0 ? '' : ` Of those read, ${silent.length} published nothing in this period.`;
  return {
    words: `${share}.${quiet}`,
    failed: failed.map(({ name, reason }) => ({ name, reason })),
    silent: silent.map(({ name, lastEntryOn }) => ({
      name,
      lastOn: lastEntryOn ? dates.day(lastEntryOn).words : '',
    })),
  };
}
