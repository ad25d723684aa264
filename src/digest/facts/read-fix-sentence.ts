import { withoutComparison } from './background.ts';
import { findPackages } from './find-packages.ts';
import { type Cue, findCues, type Role, reaches } from './fix-cues.ts';
import { type PlacedVersion, placeVersions } from './place-versions.ts';
import type { ProductNames } from './product-names.ts';
import { readBareFixes } from './read-bare-fixes.ts';
import { chainsOf } from './version-chains.ts';

/** Versions that a text says are affected by a flaw, and those that it says hold the fix. */
export interface ReadFixes {
  readonly affected: readonly PlacedVersion[];
  readonly fixed: readonly PlacedVersion[];
}

/** What is denied, or only to come, is no fact. */
const DENIED =
  /\b(?:not|never|neither|nor|isn't|aren't|wasn't|weren't|doesn't|don't|no longer|unaffected|unpatched|no (?:fix|patch|update|workaround)\w*)\b|\b(?:will be|to be|is planned|are planned|planned for|expected in|expected to|would be|may be|might be)\b/i;
/** "The security update contains …": packages, where versions of a product may be those that it is for. */
const LISTS_PACKAGES =
  /\b(?:security (?:updates?|fix(?:es)?|patch(?:es)?)|packages? (?:that |which )?(?:fix(?:es)?|address(?:es)?|resolves?))\b[^.:;\d]{0,60}?(?::|\b(?:contains?|includes?|brings?|provides?)\b)/gi;
const CLAUSES = /;\s+|,?\s+(?=(?:but|while|whereas|although|though|however)\b)/i;

/**
 * What one sentence says: "ESXi 7.0 is affected, which is fixed in ESXi 8.0 U3e". A version counts
 * only where it stands next to what is said of it. A bare one ("version 8.2.4 fixes it") counts where
 * what is affected, or `known` to be, is of one product and the same branch.
 */
export function readFixSentence(
  sentence: string,
  products: ProductNames,
  known: readonly PlacedVersion[] = [],
): ReadFixes {
  const read = { affected: [] as PlacedVersion[], fixed: [] as PlacedVersion[] };
  for (const clause of clausesOf(withoutComparison(sentence))) {
    const cues = findCues(clause);
    read.fixed.push(...fixedPackages(clause, cues));
    if (cues.length === 0) continue;
    const versions = placeVersions(clause, products);
    for (const [role, version] of assignRoles(clause, versions, cues)) read[role].push(version);
    const subject = [...known, ...read.affected];
    read.fixed.push(...readBareFixes(clause, versions, cues, subject));
  }
  return { affected: read.affected, fixed: read.fixed.filter(mayBeFix) };
}

/** The clauses that deny nothing: "8.3 is affected, 7.4 will not get a fix" has one of them. */
function clausesOf(sentence: string): string[] {
  return sentence
    .split(CLAUSES)
    .flatMap((clause) => (isDenied(clause) ? clause.split(/,\s+/) : [clause]))
    .filter((clause) => !isDenied(clause));
}

function fixedPackages(clause: string, cues: readonly Cue[]): PlacedVersion[] {
  const more = [...clause.matchAll(LISTS_PACKAGES)].map(
    ({ 0: whole, index }): Cue => ({
      role: 'fixed',
      reach: 'after',
      at: index,
      end: index + whole.length,
    }),
  );
  const all = [...cues, ...more];
  if (all.length === 0) return [];
  const roles = assignRoles(clause, findPackages(clause), all);
  return roles.flatMap(([role, found]) => (role === 'fixed' ? [found] : []));
}

/** True for what says that something is not so, or not yet. */
export function isDenied(text: string): boolean {
  return DENIED.test(text);
}

/** A fix is one version, not all before it, nor a whole branch. */
export function mayBeFix({ version, range }: PlacedVersion): boolean {
  return range !== 'before' && range !== 'up-to' && !/\.x\b/i.test(version);
}

function assignRoles(
  clause: string,
  versions: readonly PlacedVersion[],
  cues: readonly Cue[],
): [Role, PlacedVersion][] {
  return chainsOf(clause, versions).flatMap((chain): [Role, PlacedVersion][] => {
    const [first, last] = [chain[0], chain.at(-1)];
    if (!first || !last) return [];
    const roles = new Set(
      cues.filter((cue) => reaches(cue, clause, first.at, last.end)).map(({ role }) => role),
    );
    const [role, other] = roles;
    return role && !other ? chain.map((version) => [role, version]) : [];
  });
}
