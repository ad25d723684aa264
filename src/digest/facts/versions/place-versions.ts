import { type ProductNames, WELL_KNOWN_PRODUCTS } from './product-names.ts';

/** A known product in one version, and where a text names it. */
export interface PlacedVersion {
  readonly product: string;
  /** `8.0 Update 3e`, `2012 R2`, `17.x`; with a range in words: `before 8.0 Update 3e`. */
  readonly version: string;
  /** To print: `ESXi 8.0 Update 3e`. */
  readonly text: string;
  /** The first number, which tells branches apart. */
  readonly major: string;
  readonly range?: Range;
  /** Where the product's name begins; in a list, where the number does. */
  readonly at: number;
  readonly end: number;
  /** True when the product is named with another version before, in a list: "ESXi 8.0 U3e and 7.0 U3w". */
  readonly isListed: boolean;
}

type Range = 'before' | 'up-to' | 'from';

/** A number that looks like a version, whatever it belongs to. */
export interface VersionNumber {
  readonly version: string;
  readonly major: string;
  readonly at: number;
  readonly end: number;
}

// A longer version is never read as its beginning: "8.0" in "8.0 U3e" or "2012" in "2012 R2". "24/7" is none.
const NUMBER =
  /(?<![\w.,/$€£#-])(?!24\/7\b)v?((?:pc\.)?\d{1,8}(?:\.(?:\d{1,6}|x\b))*|\d\dH\d)(?:(?:\s?U|\s[Uu]pdate\s)(\d{1,2}[a-z]{0,2})|\s(R2)\b)?(?:-\d{6,})?(?:[\s-]?([Aa]lpha|[Bb]eta|BETA|rc|RC|preview)[\s-]?(\d{1,2})?)?(?![\w%]|[.,]\d|-\d|\s?U\d|\s[Uu]pdate\s\d|\sR2\b)/g;
/** "ESXi80U3e-24674464", the name of a bundle, which says its version; some leave out its build. */
const BUNDLE = /(?<![\w-])(ESXi?)-?(\d)(\d)U(\d{1,2}[a-z]{0,2})(?:-\d{6,}\b|(?![\w-]))/g;
const A_MEASURE = /^\s*(?:[KMGTP]i?B\b|percent\b|times\b|million\b|billion\b|CVSS)/i;
const AFTER_A_LISTED_INTEGER =
  /^(?:\s*(?:[.,;:)]|$)|\s+(?:and|or|are|is|were|was|have|before|prior|users|hosts|nodes|installations|systems|clusters|versions?|releases?)\b)/i;
const VERSION_WORD = /(?:,?\s*\b(?:versions?|releases?|branch(?:es)?|builds?|series))\s*$/i;
/** With "version" behind it, too: "below version 8.0.3". */
const LIMIT =
  /(?:\b(prior to|earlier than|older than|lower than|less than|before|below)|\b(up to(?: and including)?|through)|(<)(?!=)|(<=|≤))(?:\s+(?:versions?|releases?|builds?))?\s*$/i;
const AND_EARLIER =
  /^,?\s*(?:and|or)\s+(?:(?:all|any|every)\s+)?(?:earlier|older|below|prior|lower)\b(?:\s+(?:version\s+)?\d{1,4}(?=\s+(?:versions?|releases?|builds?)\b))?(?:\s+(?:versions?|releases?|builds?)\b)?/i;
const AND_LATER =
  /^,?\s*(?:and|or)\s+(?:all\s+)?(?:later|newer|above|higher)\b(?:\s+(?:versions?|releases?|builds?)\b)?/i;
const IN_A_LIST = /^\s*(?:[,;/&]|,?\s*\b(?:and|or)\b)\s*(?:versions?\s+)?$/i;
const UP_TO_THE_NEXT = /^\s*(?:\bto\b|\bthrough\b|–|—|-)\s*(?:version\s+)?$/i;

const PRISM_CENTRAL = 'Prism Central';
/** Nothing else numbers its versions so, which often stand without a name. */
const OF_PRISM_CENTRAL = 'pc.';

const LONGEST_NAME = 80;
const LONGEST_SEPARATOR = 40;
const MOST_WORDS = 6;

/** Versions of known products, in the order of the text: also those of a list whose product is named once. */
export function placeVersions(text: string, products = WELL_KNOWN_PRODUCTS): PlacedVersion[] {
  const placed: PlacedVersion[] = [];
  for (const number of findNumbers(text)) {
    const found = placeNumber(text, number, placed.at(-1), products);
    if (!found) continue;
    // "8.0 to 8.2" and "8.0 prior to 8.0 U3e" are one thing, not two.
    if (found.replaces) placed.pop();
    placed.push(found.placed);
  }
  return [...placed, ...findBundles(text)].sort((a, b) => a.at - b.at);
}

/** Everything that may be the number of a version. */
export function findNumbers(text: string): VersionNumber[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const [whole, number = '', update, r2, stage, stageNumber] = match;
    const at = match.index;
    const end = at + whole.length;
    const isTooLong = /^\d{5,}$/.test(number) || /^\d{5,7}\./.test(number);
    if (isTooLong || A_MEASURE.test(text.slice(end))) return [];
    const parts = [number, update && `Update ${update}`, r2, stage, stageNumber];
    const major = /\d+/.exec(number)?.[0] ?? '';
    return [{ version: parts.filter(Boolean).join(' '), major, at, end }];
  });
}

interface Found {
  readonly placed: PlacedVersion;
  /** True when it says all that the version before it does. */
  readonly replaces: boolean;
}

function placeNumber(
  text: string,
  number: VersionNumber,
  last: PlacedVersion | undefined,
  products: ProductNames,
): Found | undefined {
  const { before, limit } = cutLimit(text.slice(Math.max(0, number.at - LONGEST_NAME), number.at));
  const named = /\s\(?$/.test(before) ? nameAtEnd(before, products) : undefined;
  if (named) {
    if (/^20\d\d$/.test(number.version) && !products.isVersionedByYear(named.product))
      return undefined;
    const at = number.at - before.length - limit.length + named.at;
    const outer = cutLimit(
      text.slice(Math.max(0, at - LONGEST_NAME), at).replace(VERSION_WORD, ''),
    );
    const range = rangeOf(limit) ?? rangeOf(outer.limit);
    return { placed: place(text, { ...number, at }, named.product, range, false), replaces: false };
  }
  if (!number.version.startsWith(OF_PRISM_CENTRAL))
    return last && continueList(text, number, last, products);
  const listed =
    last?.product === PRISM_CENTRAL ? continueList(text, number, last, products) : undefined;
  const placed = place(text, number, PRISM_CENTRAL, rangeOf(limit), false);
  return listed ?? { placed, replaces: false };
}

function continueList(
  text: string,
  number: VersionNumber,
  last: PlacedVersion,
  products: ProductNames,
): Found | undefined {
  if (number.at - last.end > LONGEST_SEPARATOR) return undefined;
  const { before: gap, limit } = cutLimit(text.slice(last.end, number.at));
  const isSpan = !last.range && UP_TO_THE_NEXT.test(text.slice(last.end, number.at));
  if (isSpan && number.major.length === last.major.length) {
    const version = `${last.version} to ${number.version}`;
    const text = `${last.product} ${version}`;
    return { placed: { ...last, version, text, range: 'up-to', end: number.end }, replaces: true };
  }
  const range = rangeOf(limit);
  const isLimited = range !== undefined && /^\s*(?:versions?\s*)?$/i.test(gap);
  if (!isLimited && !IN_A_LIST.test(gap)) return undefined;
  if (!mayContinue(text, number, last, products)) return undefined;
  const replaces = isLimited && number.major === last.major;
  const from = replaces ? { ...number, at: last.at } : number;
  return { placed: place(text, from, last.product, range, true), replaces };
}

/** "Proxmox VE 7 and 8", "ESXi 8.0 and 7.0", but not "Proxmox VE 8.2 and 3 …". */
function mayContinue(
  text: string,
  { version, end }: VersionNumber,
  last: PlacedVersion,
  products: ProductNames,
): boolean {
  if (/^20\d\d\b/.test(version)) return products.isVersionedByYear(last.product);
  if (products.isVersionedByYear(last.product)) return false;
  if (!/^\d+$/.test(version)) return true;
  return /^\d+$/.test(last.version) && AFTER_A_LISTED_INTEGER.test(text.slice(end));
}

function place(
  text: string,
  number: VersionNumber,
  product: string,
  before: Range | undefined,
  isListed: boolean,
): PlacedVersion {
  const lts = /^\sLTS\b/.exec(text.slice(number.end))?.[0] ?? '';
  const after = text.slice(number.end + lts.length);
  const earlier = AND_EARLIER.exec(after)?.[0];
  const later = AND_LATER.exec(after)?.[0];
  const range = before ?? (earlier ? 'up-to' : later ? 'from' : undefined);
  const end = number.end + lts.length + (earlier ?? later ?? '').length;
  const version = inWords(number.version, range);
  const { major, at } = number;
  const shown = `${product} ${version}`;
  return { product, version, text: shown, major, ...(range && { range }), at, end, isListed };
}

function inWords(version: string, range: Range | undefined): string {
  if (range === 'before') return `before ${version}`;
  if (range === 'up-to') return `${version} and earlier`;
  return range === 'from' ? `${version} and later` : version;
}

/** What stands before a number, without the words that make it a limit. */
function cutLimit(text: string): { before: string; limit: string } {
  const limit = LIMIT.exec(text)?.[0] ?? '';
  return { before: text.slice(0, text.length - limit.length), limit };
}

function rangeOf(limit: string): Range | undefined {
  const [, before, upTo, less, atMost] = LIMIT.exec(limit) ?? [];
  if (before || less) return 'before';
  return upTo || atMost ? 'up-to' : undefined;
}

/** The known product with which a text ends, and where in the text its name begins. */
function nameAtEnd(
  text: string,
  products: ProductNames,
): { readonly product: string; readonly at: number } | undefined {
  const bare = text.replace(/\($/, '').replace(VERSION_WORD, ' ').trimEnd();
  const words = [...bare.matchAll(/\S+/g)].slice(-MOST_WORDS);
  const found = products.atEnd(words.map(([word]) => word.replace(/^[[("“]/, '')));
  const first = found && words.at(-found.length);
  return first && { product: found.name, at: first.index };
}

function findBundles(text: string): PlacedVersion[] {
  return [...text.matchAll(BUNDLE)].map(
    ({ 0: whole, 2: major = '', 3: minor, 4: update, index }) => ({
      product: 'ESXi',
      version: `${major}.${minor} Update ${update}`,
      // As VMware writes it: taken apart, its numbers would stand in no source.
      text: whole,
      major,
      at: index,
      end: index + whole.length,
      isListed: false,
    }),
  );
}
