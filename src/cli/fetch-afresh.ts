import type { CollectContext } from '../collect/collect-context.ts';
import type { Fetched, FetchFailed } from '../collect/fetch/fetch-outcome.ts';
import { fetchSource } from '../collect/fetch/fetch-source.ts';
import type { Source } from '../model/source.ts';

/**
 * Asks for a source as if it had never been asked, and remembers nothing. Without conditions there is
 * no 304 but a wrong one, so that is a failure, too.
 */
export async function fetchAfresh(
  source: Source,
  context: CollectContext,
): Promise<Fetched | FetchFailed> {
  const fetched = await fetchSource(source, { sourceId: source.id, failuresInARow: 0 }, context);
  if (fetched.kind !== 'not-modified') return fetched;
  return { kind: 'failed', reason: '304 Not Modified', url: fetched.url };
}
