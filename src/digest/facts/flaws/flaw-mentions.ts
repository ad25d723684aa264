import type { ProductNames } from '../versions/product-names.ts';
import { ANY_FLAW } from './any-flaw.ts';
import { statementsOf } from './background.ts';
import { CVE_ID, findCves } from './find-cves.ts';

/** Flaws that a statement names together, and what it says of them. */
export interface FlawMention {
  readonly cves: readonly string[];
  /** From the first of them up to the next that it names apart. */
  readonly text: string;
  readonly statement: string;
  /** True where a line begins with them. */
  readonly opensLine: boolean;
  /** True where they are said to be in something that is no product of the field. */
  readonly isOfOther: boolean;
}

const IN_A_LIST = /^[\s,;/&()-]{0,6}(?:and|or|to|through|–|—|plus)?\s{0,3}$/i;
const FARTHEST = 90;
const NAME = '(\\p{Lu}[\\w.+/&-]*(?: (?:\\p{Lu}|\\d)[\\w.+/&-]*){0,6})';
const NO_NAME =
  /^(?:CVSS|Critical|Important|High|Medium|Moderate|Low|Severity|Score|Remote|Local|RCE|XSS|SSRF|DoS|TOCTOU|UAF|EoP|XSA|PSA|VMSA|Fixed|Exploited)/;
/** "CVE-2024-1 Linux Kernel", "CVE-2024-1, a flaw in the Windows CLFS driver". */
const AFTER = new RegExp(
  `^[\\s),:–-]{0,5}(?:(?:is |was )?an? (?:[a-z\\d-]+ ){0,6})?(?:(?:in|of|affecting|impacting|affects|impacts) (?:the )?)?${NAME}`,
  'u',
);
/** "Log4Shell (CVE-2021-1", "a Linux kernel flaw, CVE-2024-1". */
const BEFORE = new RegExp(
  `(?<=[\\w)][\\s,"'(]{1,3})${NAME}(?: (?:[a-z-]+ ){0,2}(?:${ANY_FLAW}|issues?))?[\\s,(:–-]{1,3}(?:(?:tracked|known) as )?$`,
  'u',
);

/** Where a text names flaws; those that it names in one list are one mention. */
export function findMentions(text: string, products: ProductNames): FlawMention[] {
  if (!/CVE/i.test(text)) return [];
  return statementsOf(text).flatMap((statement) => mentionsIn(statement, products));
}

function mentionsIn(statement: string, products: ProductNames): FlawMention[] {
  const starts = startsOf(statement);
  return starts.map((start, at) => {
    const text = statement.slice(start, starts[at + 1]);
    const before = statement.slice(starts[at - 1] ?? 0, start).slice(-FARTHEST);
    const isOfOther = isOther(before, afterIds(text), products);
    const opensLine = /^(?:[-*•·] ?)?$/.test(statement.slice(0, start));
    return { cves: findCves(text), text, statement, opensLine, isOfOther };
  });
}

/** Where each list of ids begins. */
function startsOf(statement: string): number[] {
  const starts: number[] = [];
  let end = -1;
  for (const { 0: id, index } of statement.matchAll(CVE_ID)) {
    if (end === -1 || !IN_A_LIST.test(statement.slice(end, index))) starts.push(index);
    end = index + id.length;
  }
  return starts;
}

function afterIds(text: string): string {
  const last = [...text.matchAll(CVE_ID)].at(-1);
  return text.slice(last ? last.index + last[0].length : 0).slice(0, 2 * FARTHEST);
}

function isOther(before: string, after: string, products: ProductNames): boolean {
  const names = [BEFORE.exec(before)?.[1], AFTER.exec(after)?.[1]].filter(
    (name) => name !== undefined && !NO_NAME.test(name),
  );
  return names.length > 0 && !names.some((name = '') => products.isNamedIn(name));
}
