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
  if (!/cve/i.test(text)) return [];
  const found = new Set<string>();
  for (const { 0: id, 1: year = '', 2: number = '', index } of text.matchAll(CVE_ID)) {
    found.add(cveId(year, number));
    if (isInAddress(text, index)) continue;
    for (const more of idsBehind(text, index + id.length, year, number)) found.add(more);
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

/** The ids that a list or a range goes on with behind its first. */
function idsBehind(text: string, from: number, year: string, first: string): string[] {
  const ids: string[] = [];
  let at = from;
  let last = first;
  for (;;) {
    const more = readRange(text, at, year, last) ?? readNext(text, at, last);
    if (!more) return ids;
    ids.push(...more.numbers.map((number) => cveId(year, number)));
    at = more.end;
    last = more.numbers.at(-1) ?? last;
  }
}

interface More {
  readonly numbers: readonly string[];
  readonly end: number;
}

function readRange(text: string, at: number, year: string, last: string): More | undefined {
  END_OF_RANGE.lastIndex = at;
  const range = END_OF_RANGE.exec(text);
  if (!range || (range[2] ?? year) !== year || !endsRange(text, range, last)) return undefined;
  const width = Number(range[4]) - Number(last);
  const numbers = Array.from({ length: width }, (_, step) =>
    String(Number(last) + 1 + step).padStart(last.length, '0'),
  );
  return { numbers, end: END_OF_RANGE.lastIndex };
}

function readNext(text: string, at: number, last: string): More | undefined {
  NEXT_IN_LIST.lastIndex = at;
  const next = NEXT_IN_LIST.exec(text);
  if (!next) return undefined;
  const [, year, mark, number = ''] = next;
  // A full id starts its own match in the caller.
  if (year || !(mark || (isOfBatch(last, number) && !isOtherNumber(text, next)))) return undefined;
  return { numbers: [number], end: NEXT_IN_LIST.lastIndex };
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

function isOfBatch(last: string, next: string): boolean {
  return next.length === last.length && Math.abs(Number(next) - Number(last)) <= WIDEST_BATCH;
}
