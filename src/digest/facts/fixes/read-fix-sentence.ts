import { isQuestion } from '../../words/is-question.ts';
import { withoutComparison } from '../flaws/background.ts';
import { type PlacedVersion, placeVersions } from '../versions/place-versions.ts';
import type { ProductNames } from '../versions/product-names.ts';
import { chainsOf } from '../versions/version-chains.ts';
import { findPackages } from './find-packages.ts';
import { placeUpdates } from './find-server-update.ts';
import { type Cue, findCues, findUpdateCues, isUpdateFor, type Role, reaches } from './fix-cues.ts';
import { inPlainOrder } from './plain-order.ts';
import { readBareFixes } from './read-bare-fixes.ts';

/** Versions that a text says are affected by a flaw, and those that it says hold the fix. */
export interface ReadFixes {
  readonly affected: readonly PlacedVersion[];
  readonly fixed: readonly PlacedVersion[];
}

/** What is denied, or only to come, is no fact. */
const DENIED =
  /\b(?:not|never|neither|nor|isn't|aren't|wasn't|weren't|doesn't|don't|no longer|unaffected|unpatched|no (?:fix|patch|update|workaround)\w*)\b|\b(?:will be|to be|is planned|are planned|planned for|expected in|expected to|would be|may be|might be)\b/i;
/** "8.0.x", "2025", "2012 R2", "23H2": these get updates, and are none. */
const BRANCH = /\.x\b|^20\d\d(?: R2)?(?: and later)?$|^\d\dH\d\b/i;
/** More than any cue reaches, with its own words. */
const FARTHEST_CUE = 500;
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
  if (isQuestion(sentence)) return read;
  for (const clause of clausesOf(inPlainOrder(withoutComparison(sentence), products))) {
    const cues = findCues(clause);
    read.fixed.push(...fixedUpdates(clause, products));
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

/** Packages, and numbered updates, that hold the fix. */
function fixedUpdates(clause: string, products: ProductNames): PlacedVersion[] {
  const cues = findUpdateCues(clause);
  if (cues.length === 0) return [];
  // "Microsoft fixed the flaw in KB5060842": no update has a flaw.
  const fixes = cues.filter(({ role }) => role === 'fixed');
  return [
    ...assignRoles(clause, findPackages(clause), cues),
    ...assignRoles(clause, placeUpdates(clause, products), fixes),
  ].flatMap(([role, found]) => (role === 'fixed' ? [found] : []));
}

/** True for what says that something is not so, or not yet. */
export function isDenied(text: string): boolean {
  return DENIED.test(text);
}

/** A fix is one version, not all before it, nor a whole branch, as one that goes by its year. */
export function mayBeFix({ version, range }: PlacedVersion): boolean {
  return range !== 'before' && range !== 'up-to' && !BRANCH.test(version);
}

function assignRoles(
  clause: string,
  versions: readonly PlacedVersion[],
  cues: readonly Cue[],
): [Role, PlacedVersion][] {
  const byEnd = cues.toSorted((a, b) => a.end - b.end);
  let from = 0;
  return chainsOf(clause, versions).flatMap((chain): [Role, PlacedVersion][] => {
    const [first, last] = [chain[0], chain.at(-1)];
    if (!first || !last) return [];
    // Chains come in order, so that what is too far before one is so for all after it.
    while ((byEnd[from]?.end ?? first.at) < first.at - FARTHEST_CUE) from++;
    let to = from;
    while ((byEnd[to]?.end ?? Infinity) <= last.end + FARTHEST_CUE) to++;
    const near = byEnd.slice(from, to);
    const roles = new Set(
      near.filter((cue) => reaches(cue, clause, first.at, last.end)).map(({ role }) => role),
    );
    const [role, other] = roles;
    if (!role || other) return [];
    const isTarget = isUpdateFor(clause.slice(0, first.at));
    return chain.map((version) => [isTarget ? 'affected' : role, version]);
  });
}
