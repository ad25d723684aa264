import { either } from '../../words/either.ts';
import { splitSentences } from '../../words/split-sentences.ts';
import { END_OF_SUPPORT, namesBaseOrGuest, saysNoEnd } from '../versions/end-of-support.ts';
import { isObject } from '../versions/is-object.ts';
import { type PlacedVersion, placeVersions } from '../versions/place-versions.ts';
import { type ProductNames, WELL_KNOWN_PRODUCTS } from '../versions/product-names.ts';
import { chainsOf } from '../versions/version-chains.ts';
import { type FoundDate, findDates } from './find-dates.ts';
import { isInside } from './join-ends.ts';
import { pairEnds } from './pair-ends.ts';
import { MAINSTREAM, weighEnd } from './support-kinds.ts';
import { type DateColumns, dateColumnOf, readTableHead } from './support-table.ts';

/** The end of a version's support as a text states it. */
export interface StatedEnd {
  readonly product: string;
  readonly version: string;
  /** ISO date, or year and month. */
  readonly on: string;
}

const ENDS = either(
  END_OF_SUPPORT,
  /\b(?:support|maintenance|updates?|servicing)\b.{0,80}\b(?:ends?|ended|ending|expires?|expired|stops?|stopped|runs out|until)\b/i,
  /\bsupported (?:until|through|till)\b/i,
  /\b(?:leaves?|goes out of|runs out of) (?:general |extended |security )?support\b/i,
);
/** A sentence that goes on about the version which the one before it names. */
const GOES_ON =
  /^(?:It|Its|This (?:version|release|branch|line)|That (?:version|release|branch)|The (?:version|release|branch)|(?:General |Extended |Mainstream |Security )?(?:supported (?:until|through|till)|support|maintenance|updates|end of))\b/i;
/** A row, or a sentence, that begins with the version of the product in the title. */
const BARE = /^v?(?:\d{1,2}(?:\.\d+)+|\d\dH\d)\s/;
const BARE_SUBJECT =
  /^v?(?:\d{1,2}(?:\.\d+)+|\d\dH\d)(?: LTS)? (?:reach(?:es|ed)|is|was|will|has|leaves|left|goes|went|runs)\b/;
/** A row that begins with "vSphere" is no line that goes on in lower case. */
const CAMEL_ROW = /\n(?=[a-z]{1,2}[A-Z].*\b20\d\d\b.*[^.,\n]$)/gm;
/** A line of a list about the version in the title. */
const SUPPORTED_UNTIL = /^supported (?:until|through|till)\b/i;
/** "Gizmo 1.2": a heading over what is of something else. */
const ANY_VERSION = /^\p{Lu}[\w-]*(?: \p{Lu}[\w-]*){0,3} v?\d[\w.]*$/u;
const LONGEST_LINE = 120;
/** Where the words name no one thing that ends, it counts as support. */
const UNSAID = 5;

/**
 * Reads sentences and lines that name versions of a known product, the date with its year for each
 * and the end of support; also where the version stands in the sentence or heading before, in a
 * list under such a heading, or in a table. Where it is a guess which date belongs to which, none is read.
 */
export function findSupportEnds(text: string, products = WELL_KNOWN_PRODUCTS): StatedEnd[] {
  if (!/end|EOL|support|EoGS/i.test(text)) return [];
  const [title = ''] = text.split('\n', 1);
  const reader = new EndReader(title, products);
  const stated = splitSentences(text.replace(CAMEL_ROW, '\n\n')).flatMap((sentence) =>
    reader.read(sentence),
  );
  const read = stated.filter((end) => !stated.some((other) => isMoreExact(other, end)));
  return read
    .filter((end) => end.weight !== MAINSTREAM && !read.some((other) => isHeavier(other, end)))
    .map(({ end }) => end);
}

/** An end, and the weight of what it is the end of. */
interface WeighedEnd {
  readonly end: StatedEnd;
  readonly weight: number;
}

/** The end of maintenance gives way to that of support, where the text states both. */
function isHeavier(one: WeighedEnd, other: WeighedEnd): boolean {
  const { product, version } = other.end;
  return one.end.product === product && one.end.version === version && one.weight > other.weight;
}

/** A title often has the month of what the text has the day of. */
function isMoreExact({ end: one }: WeighedEnd, { end: other }: WeighedEnd): boolean {
  const isSame = one.product === other.product && one.version === other.version;
  return isSame && isInside(one.on, other.on);
}

/** A sentence, and what it names. */
interface Read {
  readonly text: string;
  readonly versions: readonly PlacedVersion[];
  readonly dates: readonly FoundDate[];
  readonly saysEnd: boolean;
}

class EndReader {
  readonly #products: ProductNames;
  /** The only product of the title: "22H2 reached end of support" is of it. */
  readonly #product: string | undefined;
  /** The only version of the title, as long as the text names no other. */
  #titled: PlacedVersion | undefined;
  /** The one version that the last sentence, or a heading, was about. */
  #subject: PlacedVersion | undefined;
  /** The heading of a list of versions whose support ends: its dates, of which there may be one. */
  #list: Read | undefined;
  #table: DateColumns | undefined;

  constructor(title: string, products: ProductNames) {
    this.#products = products;
    const [product, another] = products.findIn(title);
    this.#product = another === undefined ? product : undefined;
    const [version, ...others] = placeVersions(title, products);
    const isSubject = version && others.length === 0 && !isObject(title.slice(0, version.at));
    this.#titled = isSubject ? version : undefined;
  }

  read(given: string): WeighedEnd[] {
    const isBare = this.#product !== undefined && (this.#table ? BARE : BARE_SUBJECT).test(given);
    const text = isBare ? `${this.#product} ${given}` : given;
    const versions = placeVersions(text, this.#products);
    const isNoEnd = saysNoEnd(text);
    const saysEnd = ENDS.test(text) && !namesBaseOrGuest(text, this.#products) && !isNoEnd;
    const read = { text, versions, dates: findDates(text), saysEnd };
    const head = readTableHead(text);
    if (head && versions.length === 0) this.#table = head;
    const ends = isNoEnd ? [] : this.#readBy(read);
    this.#remember(read);
    return ends;
  }

  #readBy(read: Read): WeighedEnd[] {
    const { versions, dates, saysEnd, text } = read;
    const [version] = versions;
    const [date, other] = dates;
    if (this.#table && version) return this.#readRow(read, this.#table);
    const pairs = saysEnd ? pairEnds(text, versions, dates, (part) => ENDS.test(part)) : [];
    if (pairs.length > 0)
      return pairs.flatMap(({ version: each, date: on, words }) => stateEnd(each, on, words));
    if (this.#list && version) return this.#readItem(read, this.#list);
    const goesOn = saysEnd && GOES_ON.test(text) && this.#products.findIn(text).length === 0;
    const subject = this.#subject ?? (SUPPORTED_UNTIL.test(text) ? this.#titled : undefined);
    if (!version && subject && goesOn && date && !other) return stateEnd(subject, date, text);
    return [];
  }

  #readRow({ text, versions, dates }: Read, table: DateColumns): WeighedEnd[] {
    const [chain = []] = chainsOf(text, versions);
    const column = dateColumnOf(table, chain[0]?.product ?? '');
    const date = column === undefined ? undefined : dates[column];
    if (!date || dates.length !== table.length) return [];
    return chain.flatMap((version) => stateEnd(version, date, table[column ?? 0] ?? ''));
  }

  /** "Proxmox VE 7.4: 31 July 2024", or with the date in the heading alone. */
  #readItem({ versions, dates, text }: Read, heading: Read): WeighedEnd[] {
    if (namesBaseOrGuest(text, this.#products) || isRunningText(text)) return [];
    const [version, another] = versions;
    const [own, other] = dates;
    const [shared] = heading.dates;
    if (own && !other && !shared && version && !another)
      return stateEnd(version, own, heading.text);
    return shared && !own ? versions.flatMap((each) => stateEnd(each, shared, heading.text)) : [];
  }

  #remember({ text, versions, dates, saysEnd }: Read): void {
    const [version, another] = versions;
    if (versions.some((each) => each.text !== this.#titled?.text) || ANY_VERSION.test(text))
      this.#titled = undefined;
    const isHead = !isRunningText(text) && !version && dates.length <= 1 && /:$/.test(text);
    if (saysEnd && isHead) this.#list = { text, versions, dates, saysEnd };
    else if (!version || isRunningText(text)) this.#list = undefined;
    if (!version && !readTableHead(text)) this.#table = undefined;
    if (version)
      this.#subject = another || namesBaseOrGuest(text, this.#products) ? undefined : version;
    else if (!saysEnd && !/^\p{L}[\p{L} ]+: /u.test(text)) this.#subject = undefined;
  }
}

function isRunningText(text: string): boolean {
  return text.length > LONGEST_LINE || /[.!?]$/.test(text);
}

function stateEnd(
  { product, version, range }: PlacedVersion,
  { on }: FoundDate,
  words: string,
): WeighedEnd[] {
  const weight = weighEnd(words) ?? UNSAID;
  return range ? [] : [{ end: { product, version, on }, weight }];
}
