import type { FactList, KnownFacts } from '../../model/known-facts.ts';
import type { FactDocument, OpenData } from '../../model/open-data.ts';

type Documents = ReadonlyMap<string, FactDocument>;

/** What is known from the configured lists, however old; undefined when none is configured. */
export function assembleFacts(
  lists: readonly OpenData[],
  documents: Documents,
): KnownFacts | undefined {
  const isOfCycles = ({ kind }: OpenData) => kind === 'end-of-life';
  const flaws = lists.filter((list) => !isOfCycles(list)).map(listOf(documents, flawsIn));
  const cycles = lists.filter(isOfCycles).map(listOf(documents, cyclesIn));
  return lists.length === 0 ? undefined : { flaws, cycles };
}

/** One list under its name, with the facts of all its documents; without a date when none was read yet. */
function listOf<Fact>(
  documents: Documents,
  factsIn: (list: OpenData, document: FactDocument) => readonly Fact[],
): (list: OpenData) => FactList<Fact> {
  return (list) => {
    const found = documentsOf(list, documents);
    const fetchedAt = fetchedAtOf(found);
    const facts = found.flatMap((document) => factsIn(list, document));
    const name = { source: list.name, url: list.page ?? list.url };
    return { ...name, ...(fetchedAt && { fetchedAt }), facts };
  };
}

const flawsIn = (_: OpenData, { content }: FactDocument) => content?.flaws ?? [];

const cyclesIn = ({ hypervisor = '', product = '' }: OpenData, { content }: FactDocument) =>
  (content?.cycles ?? []).map((cycle) => ({ hypervisor, product, ...cycle }));

/** The document of the list, or its parts where it is only their index. */
function documentsOf({ id, url }: OpenData, documents: Documents): readonly FactDocument[] {
  const document = documents.get(id);
  if (document === undefined || document.state.url !== url) return [];
  const { parts } = document.content ?? {};
  if (parts === undefined) return [document];
  return parts.flatMap((part) => {
    const found = documents.get(`${id}/${part.id}`);
    if (found === undefined || found.state.url !== part.url) return [];
    // Its index vouches for a part that is not asked for because it has no newer revision.
    return found.content?.revision === part.revision
      ? { ...document, content: found.content }
      : found;
  });
}

/** As old as its oldest document. */
function fetchedAtOf(documents: readonly FactDocument[]): Temporal.Instant | undefined {
  const instants = documents.flatMap(({ state, content }) =>
    content !== undefined && state.lastSuccessAt ? state.lastSuccessAt : [],
  );
  return instants.toSorted(Temporal.Instant.compare)[0];
}
