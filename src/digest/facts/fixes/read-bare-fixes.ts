import { findNumbers, type PlacedVersion, type VersionNumber } from '../versions/place-versions.ts';
import { chainsOf } from '../versions/version-chains.ts';
import { type Cue, reaches } from './fix-cues.ts';

/** What may stand before a number. */
const KIND = /\b(?:version|release|build)s?\s+$/i;
const LONGEST_KIND = 12;

/**
 * "Version 8.2.4 fixes it", "it is fixed in 7.0 U3w and 8.0 U3g", "Update 3d holds the fix": fixes of
 * the one product whose affected versions are known, each of a branch that is.
 */
export function readBareFixes(
  clause: string,
  versions: readonly PlacedVersion[],
  cues: readonly Cue[],
  subject: readonly PlacedVersion[],
): PlacedVersion[] {
  const [affected] = subject;
  if (!affected || subject.some(({ product }) => product !== affected.product)) return [];
  const { product } = affected;
  const isOne = new Set(subject.map(({ text }) => text)).size === 1;
  const bare = [...findNumbers(clause), ...(isOne ? findUpdates(clause, affected) : [])]
    .filter(
      ({ at, end }) =>
        !versions.some((version) => at < version.end && end > version.at) &&
        !/^\s+(?:of|for)\b/.test(clause.slice(end)),
    )
    .filter((number) =>
      isOne ? number.major === affected.major : subject.some((each) => isOfBranch(number, each)),
    )
    .map((number) => ({
      ...number,
      product,
      text: `${product} ${number.version}`,
      isListed: false,
    }));
  const fixes = cues.filter(({ role }) => role === 'fixed');
  return chainsOf(clause, bare)
    .filter((chain) => fixes.some((cue) => meansBare(cue, clause, chain)))
    .flat();
}

/** "8.0 Update 3g" is of 8.0, "4.2.1.4" of 4.2.x; the limit itself of what is affected before it. */
function isOfBranch({ version }: VersionNumber, affected: PlacedVersion): boolean {
  if (affected.range) return affected.version === `before ${version}`;
  const branch = affected.version.replace(/\.x$/i, '');
  return version.startsWith(`${branch} `) || version.startsWith(`${branch}.`);
}

/** With a name of its own before it, a number is the version of something else. */
function meansBare(cue: Cue, clause: string, chain: readonly PlacedVersion[]): boolean {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) return false;
  const kind = KIND.exec(clause.slice(Math.max(0, first.at - LONGEST_KIND), first.at))?.[0] ?? '';
  const from = first.at - kind.length;
  if (cue.reach === 'before' && !/^\W*(?:the\s+)?$/i.test(clause.slice(0, from))) return false;
  return reaches(cue, clause, from, last.end);
}

/** "Update 3d" alone, of the one version that is affected. */
function findUpdates(clause: string, { version, range, major }: PlacedVersion): VersionNumber[] {
  if (range || !/^\d+\.\d+$/.test(version)) return [];
  return [...clause.matchAll(/(?<!\d\s?)\bUpdate (\d{1,2}[a-z]?)\b/g)].map((match) => ({
    version: `${version} Update ${match[1]}`,
    major,
    at: match.index,
    end: match.index + match[0].length,
  }));
}
