import type { CollectContext } from '../collect/collect-context.ts';
import type { Fetched } from '../collect/fetch/fetch-outcome.ts';
import { headerOf } from '../collect/fetch/reply.ts';
import { recallState } from '../collect/recall-state.ts';
import { tellFailure } from '../collect/tell-failure.ts';
import type { Source, SourceState } from '../model/source.ts';
import { askNow, type Waiting } from './ask-now.ts';
import { nameFormat } from './name-format.ts';
import { newestOf } from './newest-of.ts';

/** What came back from a source, or why nothing did. */
export type Checked = SourceHolds | SourceUnchanged | SourceWaits | SourceFailed;

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

/** It holds what it held when it was collected. */
export interface SourceUnchanged extends Pick<SourceHolds, 'source' | 'at' | 'movedTo'> {
  readonly kind: 'unchanged';
  /** When it was last asked with success. */
  readonly since?: Temporal.Instant;
}

/** Not asked, since its server wants to be left alone. */
interface SourceWaits extends Waiting {
  readonly source: Source;
}

export interface SourceFailed {
  readonly kind: 'failed';
  readonly source: Source;
  readonly reason: string;
}

/** Asks a source now, given what is remembered of it, and reads what comes. Nothing is remembered. */
export async function checkSource(
  source: Source,
  state: SourceState | undefined,
  context: CollectContext,
): Promise<Checked> {
  const answer = await askNow(source, state, context);
  switch (answer.kind) {
    case 'fetched':
      return read(source, answer, recallState(source, state), context);
    case 'not-modified': {
      const { url: at, movedTo } = answer;
      return { kind: 'unchanged', source, since: state?.lastSuccessAt, at, movedTo };
    }
    case 'waiting':
      return { ...answer, source };
    case 'failed':
      return fail(source, answer.reason, answer.url);
  }
}

async function read(
  source: Source,
  fetched: Fetched,
  { fields = [] }: SourceState,
  { reader }: CollectContext,
): Promise<Checked> {
  // Before the bytes are gone.
  const format = formatOf(source, fetched);
  const document = await reader.readDocument(source, fetched, fields);
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
