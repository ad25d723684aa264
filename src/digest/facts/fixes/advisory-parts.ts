import { findNumbers } from '../versions/place-versions.ts';
import type { ProductNames } from '../versions/product-names.ts';
import { isPackageLine } from './find-packages.ts';
import { joinCells } from './join-cells.ts';

/**
 * A part of an advisory: running text; a line of a list under a heading or a label that says what it
 * is about; a row of a table with a column for the fix.
 */
export type AdvisoryPart =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'item'; readonly role: Role; readonly line: string }
  | { readonly kind: 'row'; readonly line: string; readonly table: FixTable };

/** What the head of a table says of its columns. */
export interface FixTable {
  /** True where a column of severities stands before that of the fix. */
  readonly hasSeverity: boolean;
  /** True where the column of the fix stands before that of the affected versions. */
  readonly isFixFirst: boolean;
}

type Role = 'affected' | 'fixed';

const LONGEST_HEADING = 70;
const LONGEST_ITEM = 250;
const FEWEST_WORDS_OF_PROSE = 8;
const AFFECTED: ReadonlySet<string> = new Set(['affected', 'vulnerable', 'impacted', 'affects']);
const FIXED: ReadonlySet<string> = new Set(
  'fixed patched resolved remediated corrected fix fixes fixing first'.split(' '),
);
const GENERIC: ReadonlySet<string> = new Set(
  'the all in by with and are is version versions release releases product products build builds package packages software component components available known vmware following list of this these issue issues vulnerability vulnerabilities'.split(
    ' ',
  ),
);
const TABLE =
  /^(?:VMware\s)?(?:affected|vulnerable|impacted|products?|components?|platforms?|releases?|software|packages?|versions?|branch)\b.*\b(?:fix(?:ed)?|patched|resolved|remediated)\b/i;

const SAYS_UPDATE = /\b(?:updates?|updated|fix(?:es|ed)?|patch(?:es|ed)?)\b/i;
const NO_FIXES =
  /\b(?:maintenance|improvements?|enhancements?|features?|bug ?fix(?:es)?|other|known issues|affected|vulnerable|requirements?|prerequisites?|examples?|before|how to)\b/i;
const FIX_COLUMN =
  /\b(?:first )?(?:fix(?:ed)?|patched|resolved|remediated)(?: in)?(?: (?:versions?|releases?|builds?))?\b/i;
const VERSION_COLUMN =
  /\b(?:versions?|releases?|branch|(?:affected|vulnerable|impacted)(?! products?| components?| platforms?| software))\b/i;

/** Takes the plain text of an advisory apart, by its lines; what a heading says holds for the lines of its list. */
export function advisoryParts(text: string, products: ProductNames): AdvisoryPart[] {
  const reader = new PartReader(products, SAYS_UPDATE.test(text));
  for (const line of joinCells(text.split('\n'))) reader.read(line);
  return reader.parts();
}

class PartReader {
  readonly #products: ProductNames;
  readonly #parts: AdvisoryPart[] = [];
  #prose: string[] = [];
  #section: Role | FixTable | undefined;
  /** A product that stands alone on a line above bare versions. */
  #product = '';
  /** Whether packages on lines of their own hold the fix. */
  #listsUpdates: boolean;

  constructor(products: ProductNames, listsUpdates: boolean) {
    this.#products = products;
    this.#listsUpdates = listsUpdates;
  }

  parts(): AdvisoryPart[] {
    this.#endProse();
    return this.#parts;
  }

  read(given: string): void {
    const line = given
      .replace(/^\s*[-*•·–▪‣]\s+/, '')
      .replaceAll(/ ?\| ?/g, ' ')
      .trim();
    if (line === '' || this.#opens(line)) {
      this.#prose.push('');
      return;
    }
    if (this.#section !== undefined && this.#takes(line)) return;
    this.#section = undefined;
    if (line.length <= LONGEST_HEADING && !/\d/.test(line)) this.#readHeading(line);
    const isFix = this.#listsUpdates && line.length <= LONGEST_ITEM && isPackageLine(line);
    if (isFix) this.#item('fixed', line);
    else this.#prose.push(line);
  }

  /** What comes under "Maintenance updates" or "How to check" fixes no flaw. */
  #readHeading(line: string): void {
    if (/\bsecurity\b/i.test(line)) this.#listsUpdates = true;
    else if (NO_FIXES.test(line)) this.#listsUpdates = false;
    else if (SAYS_UPDATE.test(line)) this.#listsUpdates = true;
  }

  /** A heading, a label with or without something behind it, the head of a table. */
  #opens(line: string): boolean {
    const [, label = line, rest = ''] = /^([^:\d]{1,70}):(?:\s+(.*))?$/.exec(line) ?? [];
    const table = readTableHead(line);
    const mayBeLabel = label.length <= LONGEST_HEADING && !(table && hasBothColumns(line));
    const role = mayBeLabel ? this.#roleOf(label) : undefined;
    if (role === undefined && !table) return false;
    this.#endProse();
    this.#product = '';
    this.#section = role ?? table;
    const own = role && this.#products.findIn(label);
    if (role && own?.length === 1 && /^v?\d/.test(rest)) this.#item(role, `${own[0]} ${rest}`);
    else if (role && rest !== '') this.#item(role, rest);
    if (own?.length === 1) this.#product = own[0] ?? '';
    if (role && rest !== '') this.#section = undefined;
    return true;
  }

  #item(role: Role, line: string): void {
    this.#parts.push({ kind: 'item', role, line });
  }

  /** True for a line of the list or table that is open. */
  #takes(line: string): boolean {
    const isProse = /[.!?]["')]?$/.test(line) && line.split(/\s+/).length >= FEWEST_WORDS_OF_PROSE;
    if (isProse || line.length > LONGEST_ITEM || this.#section === undefined) return false;
    if (typeof this.#section === 'object') {
      const isRow = /\d/.test(line) && this.#products.findIn(line).length > 0;
      if (isRow) this.#parts.push({ kind: 'row', line, table: this.#section });
      return isRow || !/\p{L}{3}/u.test(line);
    }
    if (this.#isProduct(line)) {
      this.#product = line.replace(/:$/, '');
      return true;
    }
    if (!/\d/.test(line)) return false;
    const isBare = /^v?\d/.test(line) && this.#product !== '';
    this.#item(this.#section, isBare ? `${this.#product} ${line}` : line);
    return true;
  }

  #isProduct(line: string): boolean {
    const words = line.replace(/:$/, '').split(/\s+/);
    return !/\d/.test(line) && this.#products.atEnd(words)?.length === words.length;
  }

  /** What a heading says of the lines below it; a product's name in it is no other subject. */
  #roleOf(label: string): Role | undefined {
    const words = label.split(/[\s/&,]+/).filter((word) => !GENERIC.has(word.toLowerCase()));
    const isOf = (set: ReadonlySet<string>) => (word: string) => set.has(word.toLowerCase());
    const others = words.filter((word) => !isOf(AFFECTED)(word) && !isOf(FIXED)(word));
    if (others.length > 0 && this.#products.atEnd(others)?.length !== others.length)
      return undefined;
    const [affected, fixed] = [words.some(isOf(AFFECTED)), words.some(isOf(FIXED))];
    return affected === fixed ? undefined : affected ? 'affected' : 'fixed';
  }

  #endProse(): void {
    const text = this.#prose.join('\n').trim();
    if (text !== '') this.#parts.push({ kind: 'prose', text });
    this.#prose = [];
  }
}

/** No version stands in the head of a table, only the marks of footnotes. */
function readTableHead(line: string): FixTable | undefined {
  if (line.length > LONGEST_ITEM || !TABLE.test(line)) return undefined;
  const words = line.replace(/\[\d+\]/g, '').replace(/\bCVSSv?\d(?:\.\d)?\b/gi, '');
  const isText = /[.!?]$|\b(?:is|are|was|were)\b/.test(words) || findNumbers(words).length > 0;
  if (isText) return undefined;
  const fixAt = words.search(FIX_COLUMN);
  const affectedAt = words.replace(FIX_COLUMN, blank).search(VERSION_COLUMN);
  const severityAt = words.search(/severity/i);
  return {
    hasSeverity: severityAt !== -1 && severityAt < fixAt,
    isFixFirst: fixAt < affectedAt,
  };
}

/** "Product Version Fixed Version" is the head of a table, where "Product fixed versions" may be a label. */
function hasBothColumns(line: string): boolean {
  return VERSION_COLUMN.test(line.replace(FIX_COLUMN, blank));
}

function blank(words: string): string {
  return ' '.repeat(words.length);
}
