/** Its year and its number. */
export const CVE_ID = /\bCVE[-\u2010\u2011](\d{4})[-\u2010\u2011](\d{4,7})\b/gi;
const NEXT_IN_LIST =
  /\s*(?:,\s*and|,|\band\b|\bor\b|&|\/)\s*(?:CVE-(\d{4})-)?(-?)(\d{4,7})\b(?![.%]\d)/iy;
const END_OF_RANGE =
  /\s*(\bto\b|\bthrough\b|\bthru\b|\u2013|\u2014|-)\s*(?:CVE-(\d{4})-|(-))?(\d{4,7})\b/iy;
const YEAR = /^20[0-4]\d$/;
/** "1235 VMs", "1500 more hosts": a number of things. Verbs of several ids have no "s". */
const COUNTED =
  /\s(?:(?:more|other|additional|new|vulnerable|exposed|unpatched|virtual|physical|\p{Lu}[\w-]*)\s)?(?!(?:is|was|has|as|its|this|flaws|bugs|holes|issues|vulnerabilities|fixes|patches|updates)\b)(?:people|[\p{L}-]+s)\b/uy;

/** A range wider than this is a misreading, not an advisory. */
const WIDEST_RANGE = 50;
/** Numbers given without their year belong to one batch, so they lie close together. */
const WIDEST_BATCH = 500;
const LONGEST_ADDRESS = 300;

/** CVE ids that a text names, ascending; "CVE-2024-22273, -22274 and -22275" gives three. */
export function findCves(text: string): string[] {
  const found = new Set<string>();
  if (!/cve/i.test(text)) return [];
  for (const match of text.matchAll(CVE_ID)) {
    const year = match[1] ?? '';
    const number = match[2] ?? '';
    found.add(cveId(year, number));
    if (isInAddress(text, match.index)) continue;
    readContinuation(text, (match.index ?? 0) + match[0].length, year, number, found);
  }
  return [...found].sort(compareCves);
}

/** Orders by year, then by number: CVE-2024-9999 before CVE-2024-10000. */
export function compareCves(a: string, b: string): number {
  return cveOrder(a) - cveOrder(b);
}

/** The number within its year: neighbours were reserved together, by one vendor for one advisory. */
export function cveNumber(cve: string): { year: number; number: number } {
  return { year: Number(cve.slice(4, 8)), number: Number(cve.slice(9)) };
}

function cveOrder(cve: string): number {
  const { year, number } = cveNumber(cve);
  return year * 1e8 + number;
}

function cveId(year: string, number: string): string {
  return `CVE-${year}-${number}`;
}

function readContinuation(
  text: string,
  from: number,
  year: string,
  first: string,
  found: Set<string>,
): void {
  let at = from;
  let last = first;
  for (;;) {
    END_OF_RANGE.lastIndex = at;
    const range = END_OF_RANGE.exec(text);
    if (range && (range[2] ?? year) === year && endsRange(text, range, last)) {
      const end = Number(range[4]);
      for (let number = Number(last) + 1; number <= end; number++) {
        found.add(cveId(year, String(number).padStart(last.length, '0')));
      }
      at = END_OF_RANGE.lastIndex;
      last = range[4] ?? last;
      continue;
    }
    NEXT_IN_LIST.lastIndex = at;
    const next = NEXT_IN_LIST.exec(text);
    // A full id starts its own match in the caller.
    if (!next || next[1] || !isOfBatch(last, next[3] ?? '', next[2] === '-')) return;
    if (next[2] !== '-' && isOtherNumber(text, next)) return;
    last = next[3] ?? '';
    found.add(cveId(year, last));
    at = NEXT_IN_LIST.lastIndex;
  }
}

/** In an address hyphens stand for blanks, and what follows an id may be anything. */
function isInAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_ADDRESS), at);
  return before.includes('://') && !/\s/.test(before.slice(before.lastIndexOf('://')));
}

/** A year after a dash begins another thought, and a hyphen alone joins two ids as a list does. */
function endsRange(text: string, range: RegExpExecArray, last: string): boolean {
  const [whole, by = '', year, mark, to = ''] = range;
  if (!isRange(last, to) || /^-CVE/i.test(whole)) return false;
  const isPlain = year === undefined && mark === undefined;
  return !isPlain || (/\w/.test(by) ? !isCounted(text, range) : !isOtherNumber(text, range));
}

/** True for a year, and for the number of something. */
function isOtherNumber(text: string, match: RegExpExecArray): boolean {
  return YEAR.test(/\d+$/.exec(match[0])?.[0] ?? '') || isCounted(text, match);
}

function isCounted(text: string, { 0: whole, index }: RegExpExecArray): boolean {
  COUNTED.lastIndex = index + whole.length;
  return COUNTED.test(text);
}

function isRange(from: string, to: string): boolean {
  const width = Number(to) - Number(from);
  return width > 0 && width <= WIDEST_RANGE;
}

function isOfBatch(last: string, next: string, isMarked: boolean): boolean {
  if (isMarked) return true;
  return next.length === last.length && Math.abs(Number(next) - Number(last)) <= WIDEST_BATCH;
}
