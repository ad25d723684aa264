import { TRADE_WORDS } from '../words/stop-words.ts';
import { type ReadTerm, readTerms, reduceWord } from './read-terms.ts';

/** Headlines that the period's own are weighed together with; a small period knows too little. */
const BACKGROUND = 500;
const TRADE_SHARE = 0.2;
const TRADE: ReadonlySet<string> = new Set([...TRADE_WORDS].map(reduceWord));
/** "AT&T", in whatever case the title is. */
const COMPANY = /^\p{Lu}+&\p{Lu}+$/u;
/** Even title case leaves short words small. */
const SHORTEST_WORD = 5;
/** Of what the operator names, that counts as a word of the trade. */
const SHORTEST_NAME = 2;
const FEWEST_SMALL = 2;
/** Room for a million terms; two of them make a phrase. */
const PHRASE_FACTOR = 2 ** 20;

/** The words of an entry as numbers, in order. */
export interface EntryTerms {
  readonly title: readonly number[];
  readonly lead: readonly number[];
}

/** The words of a period, by number, with what is known of each. */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #phrases = new Map<number, number>();
  readonly #terms: string[] = [];
  readonly #counts: number[] = [];
  readonly #lastDocument: number[] = [];
  readonly #isWord: boolean[] = [];
  readonly #isNamed: boolean[] = [];
  readonly #trade: ReadonlySet<string>;
  #documents = 0;
  #weights: Float64Array = new Float64Array();

  /** The names are those of the platforms, which half of the headlines share. */
  constructor(names: readonly string[]) {
    this.#trade = new Set([...TRADE, ...names.flatMap(wordsOf)]);
  }

  /** Reads one entry: its terms as numbers. */
  add(title: readonly ReadTerm[], lead: readonly ReadTerm[]): EntryTerms {
    this.#documents++;
    const titleShowsNames = isInSentenceCase(title);
    return {
      title: title.map((term, at) => {
        const number = this.#count(term);
        if ((titleShowsNames && at > 0) || COMPANY.test(term.shown)) this.#isNamed[number] = true;
        return number;
      }),
      lead: lead.map((term) => {
        const number = this.#count(term);
        this.#isNamed[number] = true;
        return number;
      }),
    };
  }

  /** Takes stock once every entry is read. */
  weigh(): void {
    const total = this.#documents + BACKGROUND;
    this.#weights = Float64Array.from(this.#terms, (term, number) => {
      const background = this.#trade.has(term) ? BACKGROUND * TRADE_SHARE : 0;
      return Math.log((total + 1) / ((this.#counts[number] ?? 0) + background + 1));
    });
  }

  /** How telling a term is: about 1 for a word of every other headline, 6 for one seen once. */
  weightOf(number: number): number {
    return this.#weights[number] ?? 0;
  }

  termOf(number: number): string {
    return this.#terms[number] ?? '';
  }

  /**
   * True for a term that is written with a capital wherever it stands, and not in title case alone,
   * which writes "Holders" large, too.
   */
  isName(number: number): boolean {
    return this.#isWord[number] === false && this.#isNamed[number] === true;
  }

  /** A number for two terms in a row, apart from those of terms. */
  phraseOf(first: number, second: number): number {
    const key = first * PHRASE_FACTOR + second;
    const known = this.#phrases.get(key);
    if (known !== undefined) return known;
    const number = PHRASE_FACTOR + this.#phrases.size;
    this.#phrases.set(key, number);
    return number;
  }

  #numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    this.#counts.push(0);
    this.#lastDocument.push(0);
    this.#isWord.push(false);
    this.#isNamed.push(false);
    return number;
  }

  #count({ term, shown }: ReadTerm): number {
    const number = this.#numberOf(term);
    if (this.#lastDocument[number] !== this.#documents) {
      this.#lastDocument[number] = this.#documents;
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    }
    if (!isCapital(shown)) this.#isWord[number] = true;
    return number;
  }
}

/** No "V" of "Hyper-V": one letter tells no headlines apart, and none alike. */
function wordsOf(name: string): string[] {
  return readTerms(name).flatMap(({ term }) => (term.length < SHORTEST_NAME ? [] : [term]));
}

/** "Acme sues Siemens over unpaid invoices": what is written large in it is a name. */
function isInSentenceCase(title: readonly ReadTerm[]): boolean {
  const small = title.filter(({ shown }) => !isCapital(shown) && shown.length >= SHORTEST_WORD);
  return small.length >= FEWEST_SMALL;
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
