import type { Source, SourceKind } from '../../model/source.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import { readFeed } from './read-feed.ts';
import { readGithubReleases } from './read-github-releases.ts';
import { readJson } from './read-json.ts';
import type { ReadOutcome } from './read-outcome.ts';
import { readPage } from './read-page.ts';

type Reader = (source: Source, fetched: Fetched, known: readonly string[]) => ReadOutcome;

const READERS: Readonly<Record<SourceKind, Reader>> = {
  feed: readFeed,
  'github-releases': readGithubReleases,
  json: readJson,
  page: readPage,
};

/** Reads what came from a source by its kind. No document makes this throw. */
export function readDocument(
  source: Source,
  fetched: Fetched,
  knownFields: readonly string[],
): ReadOutcome {
  try {
    return READERS[source.kind](source, fetched, knownFields);
  } catch (error) {
    // A document that no reader foresaw must not end the run for all other sources.
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { kind: 'unreadable', reason: `the document cannot be read (${words})` };
  }
}
