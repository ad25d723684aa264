import type { FactList, KnownFacts } from '../../model/known-facts.ts';
import type { FactDocument, OpenData } from '../../model/open-data.ts';

type Documents = ReadonlyMap<string, FactDocument>;

/** What is known from the configured lists, however old; undefined when none was ever read. */
export function assembleFacts(
  lists: readonly OpenData[],
  documents: Documents,
): KnownFacts | undefined {
  const flaws = lists.flatMap((list) =>
    list.kind === 'end-of-life' ? [] : listOf(list, documents, flawsIn),
  );
  const cycles = lists.flatMap((list) =>
    list.kind === 'end-of-life' ? listOf(list, documents, cyclesIn) : [],
  );
  return flaws.length + cycles.length === 0 ? undefined : { flaws, cycles };
}

/** One list under its name, with the facts of all its documents; none when nothing was read yet. */
function listOf<Fact>(
  list: OpenData,
  documents: Documents,
  factsIn: (list: OpenData, document: FactDocument) => readonly Fact[],
): FactList<Fact>[] {
  const found = documentsOf(list, documents);
  const fetchedAt = fetchedAtOf(found);
  if (fetchedAt === undefined) return [];
  const facts = found.flatMap((document) => factsIn(list, document));
  return [{ source: list.name, url: list.page ?? list.url, fetchedAt, facts }];
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
