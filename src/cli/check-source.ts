import type { CollectContext } from '../collect/collect-context.ts';
import type { Fetched } from '../collect/fetch/fetch-outcome.ts';
import { headerOf } from '../collect/fetch/reply.ts';
import { tellFailure } from '../collect/tell-failure.ts';
import type { Source } from '../model/source.ts';
import { fetchAfresh } from './fetch-afresh.ts';
import { nameFormat } from './name-format.ts';
import { newestOf } from './newest-of.ts';

/** What came back from a source, or why nothing did. */
export type Checked = SourceHolds | SourceFailed;

export interface SourceHolds {
  readonly kind: 'holds';
  readonly source: Source;
  /** Such as `RSS 2.0`; of a source that is no feed, its kind. */
  readonly format: string;
  readonly entries: number;
  readonly newestAt?: Temporal.Instant;
  /** The URL that answered in the end. */
  readonly at: string;
  /** Where permanent redirects alone led. */
  readonly movedTo?: string;
}

export interface SourceFailed {
  readonly kind: 'failed';
  readonly source: Source;
  readonly reason: string;
}

/** Asks a source as if it had never been asked, and reads what comes. Nothing is remembered. */
export async function checkSource(source: Source, context: CollectContext): Promise<Checked> {
  const fetched = await fetchAfresh(source, context);
  if (fetched.kind === 'fetched') return read(source, fetched, context);
  return fail(source, fetched.reason, fetched.url);
}

async function read(
  source: Source,
  fetched: Fetched,
  { reader }: CollectContext,
): Promise<Checked> {
  // Before the bytes are gone.
  const format = formatOf(source, fetched);
  const document = await reader.readDocument(source, fetched, []);
  if (document.kind === 'unreadable') return fail(source, document.reason, fetched.url);
  const { entries } = document;
  return {
    kind: 'holds',
    source,
    format,
    entries: entries.length,
    newestAt: newestOf(entries.map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt)),
    at: fetched.url,
    movedTo: fetched.movedTo,
  };
}

function formatOf({ kind }: Source, { bytes, headers }: Fetched): string {
  if (kind === 'json') return 'JSON list';
  if (kind === 'page') return 'page';
  const format = nameFormat(bytes, headerOf(headers, 'content-type'));
  return kind === 'github-releases' ? `GitHub releases, ${format}` : format;
}

function fail(source: Source, why: string, at: string): SourceFailed {
  return { kind: 'failed', source, reason: tellFailure(source, why, at) };
}
