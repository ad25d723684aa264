import type { Entry } from '../../model/entry.ts';
import type { Source } from '../../model/source.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import { isPreRelease } from './is-pre-release.ts';
import { readFeed } from './read-feed.ts';
import type { ReadOutcome } from './read-outcome.ts';

/**
 * Reads the releases feed of a repository. Its entries keep their ids when notes are edited, so an
 * edit updates an entry; pre-releases are left out unless the source wants them.
 */
export function readGithubReleases(source: Source, fetched: Fetched): ReadOutcome {
  const outcome = readFeed(source, fetched);
  if (outcome.kind === 'unreadable' || source.includesPreReleases) return outcome;
  return { ...outcome, entries: outcome.entries.filter((entry) => !isEarly(entry)) };
}

/** The feed does not carry GitHub's own mark. */
function isEarly({ url = '', title }: Entry): boolean {
  return isPreRelease(tagOf(url), title);
}

function tagOf(url: string): string {
  const tag = /\/releases\/tag\/(.+)$/.exec(url)?.[1] ?? '';
  return tag.replaceAll(/%2b/gi, '+');
}
