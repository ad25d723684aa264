import type { Entry } from '../../model/entry.ts';
import type { Source } from '../../model/source.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import { readFeed } from './read-feed.ts';
import type { ReadOutcome } from './read-outcome.ts';

/**
 * Reads the releases feed of a repository. Its entries keep their ids when notes are edited, so an
 * edit updates an entry; pre-releases are left out unless the source wants them.
 */
export function readGithubReleases(source: Source, fetched: Fetched): ReadOutcome {
  const outcome = readFeed(source, fetched);
  if (outcome.kind === 'unreadable' || source.includesPreReleases) return outcome;
  return { ...outcome, entries: outcome.entries.filter((entry) => !isPreRelease(entry)) };
}

/** The feed does not carry GitHub's own mark, so the tag decides, or the title where it is plain. */
function isPreRelease({ url = '', title }: Entry): boolean {
  const tag = /\/releases\/tag\/(.+)$/.exec(url)?.[1] ?? '';
  return PRE_RELEASE_TAG.test(tag) || PRE_RELEASE_TITLE.test(title);
}

const PRE_RELEASE_TAG =
  /(?:^|[\d._+-])(?:alpha|beta|rc|preview|pre|dev|nightly|canary|snapshot|m)(?=$|[\d._+-])/i;
const PRE_RELEASE_TITLE =
  /\b(?:alpha|beta|rc|release candidate|pre-?release|nightly)\b|[\d-](?:alpha|beta|rc)[.-]?\d*\b/i;
