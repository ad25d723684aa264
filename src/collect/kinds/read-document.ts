import type { Source, SourceKind } from '../../model/source.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import { readFeed } from './read-feed.ts';
import { readGithubReleases } from './read-github-releases.ts';
import { readJson } from './read-json.ts';
import type { ReadOutcome } from './read-outcome.ts';

type Reader = (source: Source, fetched: Fetched, known: readonly string[]) => ReadOutcome;

const READERS: Readonly<Partial<Record<SourceKind, Reader>>> = {
  feed: readFeed,
  'github-releases': readGithubReleases,
  json: readJson,
};

/** Reads what came from a source by its kind. No document makes this throw. */
export function readDocument(
  source: Source,
  fetched: Fetched,
  knownFields: readonly string[],
): ReadOutcome {
  try {
    const read = READERS[source.kind];
    if (!read)
      return { kind: 'unreadable', reason: `sources of kind ${source.kind} cannot be read` };
    return read(source, fetched, knownFields);
  } catch (error) {
    // A document that no reader foresaw must not end the run for all other sources.
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { kind: 'unreadable', reason: `the document cannot be read (${words})` };
  }
}
