import {
  findNumbers,
  type PlacedVersion,
  placeVersions,
  type VersionNumber,
} from './place-versions.ts';
import type { ProductNames } from './product-names.ts';

/** Versions that a text says are affected by a flaw, and those that it says hold the fix. */
export interface ReadFixes {
  readonly affected: readonly PlacedVersion[];
  readonly fixed: readonly PlacedVersion[];
}

type Role = keyof ReadFixes;

/** Words that say something of the versions right after them, or of those right before. */
interface Cue {
  readonly role: Role;
  readonly reach: 'after' | 'before';
  readonly at: number;
  readonly end: number;
}

const FLAW = '(?:flaws?|vulnerabilit(?:y|ies)|bugs?|holes?|weakness(?:es)?|issues?)';
const CUES: readonly (Pick<Cue, 'role' | 'reach'> & { readonly pattern: RegExp })[] = [
  {
    role: 'fixed',
    reach: 'after',
    pattern:
      /\b(?:fixed|patched|resolved|addressed|remediated|corrected|closed)\s+(?:(?:it|this|that|them|these|both|(?:the|this|these) [\w-]+)\s+)?(?:in|by|with|starting (?:in|with))\b|\bfix(?:es)?\s+(?:is|are)\s+(?:(?:available|included|contained|part)\s+)?(?:in|of|with)\b|\b(?:fixed|patched)\s+(?:versions?|releases?|builds?)(?:\s+(?:is|are))?\b|\bfix in\b/gi,
  },
  {
    role: 'fixed',
    reach: 'after',
    pattern:
      /(?:^|\b(?:should|must|please|(?:need|have|advised|urged|asked|told|recommended) to|users|customers|administrators|admins)\s+)(?:immediately\s+|now\s+)?(?:upgrade|update)(?:\s+[\p{L}-]+){0,4}?\s+to\b/giu,
  },
  {
    role: 'fixed',
    reach: 'before',
    pattern:
      /\b(?:contains?|holds?|includes?|has|have|brings?|provides?)\s+(?:the\s+|a\s+)?(?:fix(?:es)?|patch(?:es)?)\b|\b(?:fix|fixes|patches|resolves?|address|addresses|closes|corrects?)\s+(?:it|them|this|that|these|the|both|all|a|an|two|three|four|five|several|multiple|CVE-)|\b(?:is|are)\s+the\s+(?:fixed|patched)\s+(?:versions?|releases?)\b/gi,
  },
  {
    role: 'affected',
    reach: 'after',
    pattern: new RegExp(
      `\\b(?:affects?|affecting|impacts|impacting)\\b|\\b(?:affected|vulnerable|impacted)\\s+(?:products?|versions?|releases?|are|is)\\b|\\b${FLAW}\\s+(?:(?:is|are|was|were|has been|have been|exists?)\\s+(?:found\\s+|discovered\\s+)?)?in\\b`,
      'gi',
    ),
  },
  {
    role: 'affected',
    reach: 'before',
    pattern:
      /\b(?:is|are|was|were|remains?)\s+(?:also\s+|all\s+|still\s+|both\s+)?(?:affected|vulnerable|impacted)\b/gi,
  },
];
/** What is denied, or only to come, is no fact. */
const DENIED =
  /\b(?:not|never|neither|nor|isn't|aren't|wasn't|weren't|doesn't|don't|no longer|unaffected|unpatched|no (?:fix|patch|update|workaround)\w*)\b|\b(?:will be|to be|is planned|are planned|planned for|expected in|expected to|would be|may be|might be)\b/i;
const CLAUSES = /;\s+|,?\s+(?=(?:but|while|whereas|although|though|however)\b)/i;
/** Between "fixed in", or the begin of an item, and the version. */
export const LEADS_TO_FIX =
  /^\W*(?:(?:the|new|latest|versions?|releases?|builds?|products?|branch|branches|both|all|following|are|is|VMware|Broadcom|Nutanix|Microsoft)\b\W*)*$/i;
/** Between "affects" and the version: "the plugin for X 8.2" is another thing than X 8.2. */
const LEADS_ELSEWHERE =
  /\d|\b(?:for|on|with|from|by|using|plug-?ins?|apps?|tools?|drivers?|fixed|patched|fix)\b/i;
const FARTHEST = 60;
/** Between the version and "is affected". */
const LEADS_BACK =
  /^\s*(?:[,)]\s*)?(?:(?:which|now|also|already|therefore|LTS|all|both|installations?|hosts?|that)\s+)*$/i;
/** Never blanks alone, which part the cells of a table. */
const SEPARATOR =
  /^(?=\s*\S)\s*(?:\)?[,/&]|,?\s*\b(?:and|or|as well as)\b|\+|\()*\s*(?:\b(?:in|both|VMware)\b\s*)*$/i;

/**
 * What one sentence says: "ESXi 7.0 is affected, which is fixed in ESXi 8.0 U3e". A version counts
 * only where it stands next to what is said of it. A bare one ("version 8.2.4 fixes it") counts where
 * `known`, which is affected, is one version of one product, of the same branch.
 */
export function readFixSentence(
  sentence: string,
  products: ProductNames,
  known: readonly PlacedVersion[] = [],
): ReadFixes {
  const read = { affected: [] as PlacedVersion[], fixed: [] as PlacedVersion[] };
  for (const clause of sentence.split(CLAUSES)) {
    if (isDenied(clause)) continue;
    const cues = findCues(clause);
    if (cues.length === 0) continue;
    const versions = placeVersions(clause, products);
    for (const [role, version] of assignRoles(clause, versions, cues)) read[role].push(version);
    const subject = [...known, ...read.affected];
    read.fixed.push(...readBareFixes(clause, versions, cues, subject));
  }
  return { affected: read.affected, fixed: read.fixed.filter(mayBeFix) };
}

/** True for what says that something is not so, or not yet. */
export function isDenied(text: string): boolean {
  return DENIED.test(text);
}

/** A fix is one version, not all before it, nor a whole branch. */
export function mayBeFix({ version, range }: PlacedVersion): boolean {
  return range !== 'before' && range !== 'up-to' && !/\.x/i.test(version);
}

function findCues(clause: string): Cue[] {
  return CUES.flatMap(({ role, reach, pattern }) =>
    [...clause.matchAll(pattern)].map(({ 0: whole, index }) => ({
      role,
      reach,
      at: index,
      end: index + whole.length,
    })),
  );
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

/** Versions that stand in one list. */
export function chainsOf(clause: string, versions: readonly PlacedVersion[]): PlacedVersion[][] {
  const chains: PlacedVersion[][] = [];
  for (const version of versions) {
    const last = chains.at(-1)?.at(-1);
    const isNext = last && SEPARATOR.test(clause.slice(last.end, version.at));
    if (isNext) chains.at(-1)?.push(version);
    else chains.push([version]);
  }
  return chains;
}

function reaches({ role, reach, at, end }: Cue, clause: string, from: number, to: number): boolean {
  if (reach === 'before') return at >= to && LEADS_BACK.test(clause.slice(to, at));
  if (end > from) return false;
  const gap = clause.slice(end, from).replace(/\bHyper-V (?:in|on)\b/, '');
  if (role === 'fixed') return LEADS_TO_FIX.test(gap);
  return gap.length <= FARTHEST && !LEADS_ELSEWHERE.test(gap);
}

/** "Version 8.2.4 fixes it", "it is fixed in 8.2.4", "Update 3d holds the fix". */
function readBareFixes(
  clause: string,
  versions: readonly PlacedVersion[],
  cues: readonly Cue[],
  subject: readonly PlacedVersion[],
): PlacedVersion[] {
  const [affected] = subject;
  const isPlain = new Set(subject.map(({ text }) => text)).size === 1;
  if (!affected || !isPlain) return [];
  const fixes = cues.filter(({ role }) => role === 'fixed');
  const bare = [...findNumbers(clause), ...findUpdates(clause, affected)].filter(
    ({ at, end, major }) =>
      major === affected.major &&
      !versions.some((version) => at < version.end && end > version.at) &&
      !/^\s+(?:of|for)\b/.test(clause.slice(end)),
  );
  const { product } = affected;
  return bare
    .filter((number) => fixes.some((cue) => meansBare(cue, clause, number)))
    .map((number) => ({
      ...number,
      product,
      text: `${product} ${number.version}`,
      isListed: false,
    }));
}

/** With a name of its own before it, a number is the version of something else. */
function meansBare(cue: Cue, clause: string, { at, end }: VersionNumber): boolean {
  const before = clause.slice(0, at).replace(/\b(?:version|release|build)\s+$/i, '');
  if (cue.reach === 'before' && !/^\W*(?:the\s+)?$/i.test(before)) return false;
  return reaches(cue, clause, before.length, end);
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
