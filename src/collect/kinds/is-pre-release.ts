/** Whether a release is one that comes before the final one: its tag decides, or its title where it says so plainly. */
export function isPreRelease(tag: string, title: string): boolean {
  return isPreReleaseTag(tag) || isPreReleaseTag(title) || isPreReleaseTitle(title);
}

/** These name no product, so they may stand in front, or alone. */
const PLAIN_WORDS = 'alpha|beta|rc|preview|pre|pre-?release|dev|nightly|canary|snapshot|candidate';
/** These do, so they count only behind a version. */
const OTHER_WORDS = 'ea|eap|early-access|next|edge|insiders?|milestone|tp|unstable|experimental';

/** The pre-release part of a version (semver.org, 9): `2.0.0-next.3`, `2.0rc1`, `4.0-M3`. */
const AFTER_VERSION = new RegExp(
  `\\d[._-]?(?:${PLAIN_WORDS}|${OTHER_WORDS}|m(?=\\d))(?=$|[\\d._-])`,
  'i',
);
const ON_ITS_OWN = new RegExp(`(?:^|[._-])(?:${PLAIN_WORDS})(?=$|[._-]?\\d)`, 'i');
/** The short forms of Python (PEP 440): `1.0a2`, `1.0.0b1`. */
const OF_PYTHON = /(?:^|[^a-z\d.])v?\d+(?:\.\d+)*[abc]\d+(?![a-z\d])/i;

function isPreReleaseTag(text: string): boolean {
  // What follows a plus tells of the build; with spaces, it is a title in words.
  const [version = ''] = text.split('+', 1);
  if (/\s/.test(version)) return false;
  return [AFTER_VERSION, ON_ITS_OWN, OF_PYTHON].some((pattern) => pattern.test(version));
}

const STAGE =
  '(?:alpha|beta|rc|(?:release[ -])?candidate|pre-?release|nightly|(?:tech(?:nical)? |developer )?preview|early access|milestone(?= ?\\d))';
/** Nothing follows that the word could only describe, as in "beta feedback" or "RC filters". */
const PLAINLY =
  '(?=[ -]?#?\\d|\\s*$|\\s*[,;.!)\\]]|\\s+(?:builds?|releases?|released|available)\\b)';
/** `Version 2.0 Beta 1`: the first number of the title is that of the release. */
const VERSION_AND_STAGE = new RegExp(`^[^\\d]*\\d+(?:\\.\\d+)*[ ,(-]{0,3}${STAGE}${PLAINLY}`, 'i');
const STAGE_FIRST = new RegExp(`^${STAGE}${PLAINLY}`, 'i');
/** Of another release: "Fixes from 2.0 Beta 1". */
const OF_ANOTHER = /^[^\d]*\b(?:since|from|after|for|in|out of)\s/i;

function isPreReleaseTitle(title: string): boolean {
  const text = title.trim();
  return STAGE_FIRST.test(text) || (VERSION_AND_STAGE.test(text) && !OF_ANOTHER.test(text));
}
