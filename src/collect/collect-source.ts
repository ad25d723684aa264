import type { CollectOutcome } from '../model/collect-outcome.ts';
import type { Source, SourceState } from '../model/source.ts';
import { askSource } from './ask-source.ts';
import type { CollectContext } from './collect-context.ts';

/** Asks one source if it is due, reads what came, and says what is to be remembered. Throws only when interrupted. */
export async function collectSource(
  source: Source,
  state: SourceState | undefined,
  context: CollectContext,
): Promise<CollectOutcome> {
  const outcome = await askSource(source, state, context, (fetched, knownFields) =>
    context.reader.readDocument(source, fetched, knownFields),
  );
  if (outcome.kind !== 'read') return outcome;
  return { kind: 'collected', entries: outcome.document.entries, state: outcome.state };
}
