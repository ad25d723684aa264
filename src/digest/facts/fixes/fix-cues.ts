import { ANY_FLAW } from '../flaws/any-flaw.ts';

export type Role = 'affected' | 'fixed';

/** Words that say something of the versions right after them, or of those right before. */
export interface Cue {
  readonly role: Role;
  readonly reach: 'after' | 'before';
  readonly at: number;
  readonly end: number;
}

const CUES: readonly (Pick<Cue, 'role' | 'reach'> & { readonly pattern: RegExp })[] = [
  {
    role: 'fixed',
    reach: 'after',
    pattern:
      /\b(?:fixed|patched|resolved|addressed|remediated|corrected|closed)\s+(?:(?:it|this|that|them|these|both|(?:the|this|these) [\w-]+)\s+)?(?:in|by|with|starting (?:in|with))\b|\bfix(?:es)?\s+(?:is|are)\s+(?:(?:available|included|contained|part)\s+)?(?:in|of|with)\b|\b(?:fixed|patched)\s+(?:versions?|releases?|builds?)(?:\s+(?:is|are))?\b|\bfix in\b/gi,
  },
  {
    // "Fixed CVE-2025-1234 in AOS 7.0.1.5", where "a flaw in AOS 7.0" says what has the flaw.
    role: 'fixed',
    reach: 'after',
    pattern:
      /\b(?:fix|patch|resolv|address|remediat|correct|clos)(?:ed|es)\s+(?:CVE-\d{4}-\d{4,7}(?:,?\s+(?:and\s+)?))+(?:in|with)\b(?=[^;\d]{0,40}\d+\.\d+(?:\.\d|\s?(?:Update|U)\s?\d))/gi,
  },
  {
    role: 'fixed',
    reach: 'after',
    pattern:
      /(?:^|:\s+|\b(?:should|must|please|(?:need|have|advised|urged|asked|told|recommended) to|users|customers|administrators|admins)\s+)(?:immediately\s+|now\s+)?(?:upgrade|update)(?:\s+[\p{L}-]+){0,4}?\s+to\b/giu,
  },
  {
    role: 'fixed',
    reach: 'before',
    pattern:
      /\b(?:contains?|holds?|includes?|has|have|brings?|provides?)\s+(?:the\s+|a\s+)?(?:fix(?:es)?|patch(?:es)?)\b|\b(?:fix|fixes|patches|resolves?|address|addresses|closes|corrects?)\s+(?:it|them|this|that|these|the|both|all|a|an|two|three|four|five|several|multiple|CVE-)|\b(?:is|are)\s+the\s+(?:fixed|patched)\s+(?:versions?|releases?)\b/gi,
  },
  {
    role: 'fixed',
    reach: 'after',
    pattern:
      /^\s*(?:fixed|patched|resolved)(?:\s+(?:in|by|with|packages?|versions?|releases?))*\s*:/gi,
  },
  {
    role: 'affected',
    reach: 'after',
    pattern: /^\s*(?:affected|vulnerable|impacted)(?:\s+(?:products?|versions?|releases?))*\s*:/gi,
  },
  {
    role: 'affected',
    reach: 'after',
    pattern: new RegExp(
      `\\b(?:affects?|affecting|impacts|impacting)\\b|\\b(?:affected|vulnerable|impacted)\\s+(?:products?|versions?|releases?|are|is)\\b|\\b(?:${ANY_FLAW}|issues?)\\s+(?:(?:is|are|was|were|has been|have been|exists?)\\s+(?:found\\s+|discovered\\s+)?)?in\\b`,
      'gi',
    ),
  },
  {
    role: 'affected',
    reach: 'before',
    pattern:
      /\b(?:is|are|was|were|remains?)\s+(?:also\s+|all\s+|still\s+|both\s+)?(?:affected\b|vulnerable\b|impacted\b|exposed(?=\s*(?:[.,;)]|$)))|\b(?:contains?|has|have)\s+(?:an?|several|multiple|two|three)\s+(?:[\w-]+\s+){0,4}?(?:flaws?|vulnerabilit(?:y|ies)|bugs?|bypass|overflow|injection|weakness)\b/gi,
  },
];
/**
 * What holds for packages and numbered updates alone: "The security update contains …", "Install …",
 * where versions of a product may be those that it is for.
 */
const CUES_OF_UPDATES: readonly RegExp[] = [
  /\b(?:security (?:updates?|fix(?:es)?|patch(?:es)?)|packages? (?:that |which )?(?:fix(?:es)?|address(?:es)?|resolves?))\b[^.:;\d]{0,60}?(?::|\b(?:contains?|includes?|brings?|provides?)\b)/gi,
  /(?:^|\b(?:should|must|please|(?:need|have|advised|urged|asked|told|recommended) to)\s+)(?:\w+ly\s+|now\s+)?(?:install|apply|deploy)\b/gi,
];
/** "The July update for Windows Server 2025": what stands behind is what it is for, and not the fix. */
const UPDATE_FOR =
  /\b(?:updates?|patch(?:es)?|hotfix(?:es)?|fix(?:es)?|packages?|rollups?|hotpatch(?:es)?)\s+(?:(?:(?:is|are|was|were)\s+)?(?:out|available|released|ready)\s+)?(?:for|of)\s+(?:(?:the|all|both|supported|versions?|Hyper-V|on|in|VMware|Microsoft|Broadcom|Nutanix)\s+)*$/i;
const LONGEST_LEAD = 120;
/** Says of more versions what is said of those before. */
const SAME = /,\s+(?:and\s+)?(?:as|so) (?:are|is|do|does)\b/gi;
/** Between "fixed in", or the begin of an item, and the version. */
export const LEADS_TO_FIX =
  /^\W*(?:(?:the|new|latest|versions?|releases?|builds?|products?|packages?|branch|branches|both|all|following|are|is|VMware|Broadcom|Nutanix|Microsoft)\b\W*)*$/i;
/** Between "affects" and the version: "the plugin for X 8.2" is another thing than X 8.2. */
const LEADS_ELSEWHERE =
  /\d|\b(?:for|on|with|from|by|using|plug-?ins?|apps?|tools?|drivers?|fixed|patched|fix)\b/i;
const FARTHEST = 60;
/** Between the version and "is affected". */
const LEADS_BACK =
  /^\s*(?:[,)]\s*)?(?:(?:which|now|also|directly|already|therefore|LTS|all|both|installations?|hosts?|that)\s+)*$/i;

/** The words of a clause that say something of versions. */
export function findCues(clause: string): Cue[] {
  const cues = CUES.flatMap(({ role, reach, pattern }) =>
    [...clause.matchAll(pattern)].map(
      ({ 0: whole, index }): Cue => ({
        role,
        reach,
        at: index,
        end: index + whole.length,
      }),
    ),
  );
  const byEnd = cues.toSorted((a, b) => a.end - b.end);
  const same = [...clause.matchAll(SAME)].flatMap(({ 0: whole, index }) => {
    const last = byEnd.findLast(({ end }) => end <= index);
    return last ? [{ ...last, reach: 'after' as const, at: index, end: index + whole.length }] : [];
  });
  return [...cues, ...same];
}

/** The words of a clause that say something of packages and numbered updates. */
export function findUpdateCues(clause: string): Cue[] {
  const cues = CUES_OF_UPDATES.flatMap((pattern) =>
    [...clause.matchAll(pattern)].map(
      ({ 0: whole, index }): Cue => ({
        role: 'fixed',
        reach: 'after',
        at: index,
        end: index + whole.length,
      }),
    ),
  );
  return [...findCues(clause), ...cues];
}

/** True where what stands behind these words is what an update is for. */
export function isUpdateFor(before: string): boolean {
  return UPDATE_FOR.test(before.slice(-LONGEST_LEAD));
}

/** True where a cue is about what stands in the clause between these places. */
export function reaches(
  { role, reach, at, end }: Cue,
  clause: string,
  from: number,
  to: number,
): boolean {
  // Lengths come first: between the first cue and the last version there is all of a long text.
  if (reach === 'before')
    return at >= to && at - to <= LONGEST_LEAD && LEADS_BACK.test(clause.slice(to, at));
  if (end > from || from - end > LONGEST_LEAD) return false;
  const gap = clause.slice(end, from).replace(/\bHyper-V (?:in|on)\b/, '');
  if (role === 'fixed') return LEADS_TO_FIX.test(gap);
  return gap.length <= FARTHEST && !LEADS_ELSEWHERE.test(gap);
}
