import type { FactContent, FactDocument, FactPart, OpenData } from '../../model/open-data.ts';
import type { Source } from '../../model/source.ts';
import { askSource } from '../ask-source.ts';
import { type CollectContext, DEFAULT_LIMITS } from '../collect-context.ts';
import { RequestSlots } from '../fetch/request-slots.ts';
import { MOST_BYTES_OF_FACTS, sourceOfFacts, sourceOfPart } from './fact-source.ts';

/** What asking for one document of open data came to. */
export interface AskedFacts {
  readonly kind: 'read' | 'unchanged' | 'failed' | 'not-due';
  /** To print: `MSRC (2024-May)`. */
  readonly name: string;
  /** As it is to be kept: after a failure, with what it said before. */
  readonly document: FactDocument;
}

/**
 * Asks for all open data that is due, list beside list, and hands over each document as it comes. A
 * list that fails stops no other; throws when handing over fails, or when interrupted.
 */
export async function collectFacts(
  lists: readonly OpenData[],
  documents: ReadonlyMap<string, FactDocument>,
  context: CollectContext,
  onAsked: (asked: AskedFacts) => Promise<void>,
): Promise<void> {
  const limits = { ...DEFAULT_LIMITS, maxBytes: MOST_BYTES_OF_FACTS, ...context.limits };
  const slots = new RequestSlots(limits.requestsPerHost, limits.requestsAtOnce);
  const shared = { ...context, limits, slots };
  const settled = await Promise.allSettled(
    lists.map((list) => collectList(list, documents, shared, onAsked)),
  );
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function collectList(
  list: OpenData,
  documents: ReadonlyMap<string, FactDocument>,
  context: CollectContext,
  onAsked: (asked: AskedFacts) => Promise<void>,
): Promise<void> {
  const asked = await ask(list, sourceOfFacts(list), documents.get(list.id), context);
  await onAsked(asked);
  // One after the other: a part is large, and its text is let go before the next one comes.
  for (const part of asked.document.content?.parts ?? []) {
    const source = sourceOfPart(list, part);
    const known = documents.get(source.id);
    if (isCurrent(part, known)) continue;
    await onAsked(withRevision(part, await ask(list, source, known, context)));
  }
}

async function ask(
  list: OpenData,
  source: Source,
  known: FactDocument | undefined,
  context: CollectContext,
): Promise<AskedFacts> {
  const outcome = await askSource(source, known?.state, context, (fetched) =>
    context.reader.readFacts(list.kind, list.url, fetched),
  );
  const content = outcome.kind === 'read' ? outcome.document.content : contentOf(source, known);
  const document = { state: outcome.state, ...(content && { content }) };
  return { kind: outcome.kind, name: source.name, document };
}

/** What another URL said, before the configuration was changed, does not count. */
function contentOf({ url }: Source, known: FactDocument | undefined): FactContent | undefined {
  return known?.state.url === url ? known.content : undefined;
}

function isCurrent({ url, revision }: FactPart, known: FactDocument | undefined): boolean {
  return known?.state.url === url && known.content?.revision === revision;
}

/** Notes which revision was read, so that the part is not asked for again before there is another. */
function withRevision({ revision }: FactPart, asked: AskedFacts): AskedFacts {
  const { kind, document } = asked;
  if (kind === 'failed' || kind === 'not-due') return asked;
  return { ...asked, document: { ...document, content: { ...document.content, revision } } };
}
