import { escapeMarkup } from './character-references.ts';
import { type ElementName, ElementNames } from './element-names.ts';
import { findOwnPrefixes } from './find-own-prefixes.ts';
import { emptyText, LiftedTexts } from './lifted-texts.ts';
import { readAttributes } from './read-attributes.ts';
import { type ReadContent, readContent } from './read-content.ts';
import { resolveUrl, resolveUrls } from './resolve-urls.ts';
import { type Piece, toHtml, toPlain } from './text-construct.ts';
import { writePieces, writeStartTag, writeUrl } from './write-xml.ts';
import { XmlTokens } from './xml-tokens.ts';
import { entryNames, localName, rootElements, voidElements } from './xml-vocabulary.ts';

export interface RepairedXml {
  /** Well-formed, small and flat: what feedsmith can use and nothing else, long texts lifted out. */
  readonly xml: string;
  readonly texts: LiftedTexts;
  /** The first element of the document, where none that a feed can begin with was found. */
  readonly strangeRoot?: string;
}

/**
 * Makes of any text a document that feedsmith reads in linear time and depth: one pass that closes
 * what is open, drops junk and unknown elements, and makes URLs absolute by `xml:base`, or else by
 * the address of the feed. `text` is that of `decodeBytes`.
 */
export function repairXml(text: string, url?: string): RepairedXml {
  return new XmlRepair(text, url).run();
}

interface OpenElement {
  readonly name: string;
  readonly local: string;
  readonly base: string | undefined;
  readonly isWritten: boolean;
}

type Attributes = ReadonlyMap<string, string>;

class XmlRepair {
  readonly #tokens: XmlTokens;
  readonly #url: string | undefined;
  readonly #texts = new LiftedTexts();
  readonly #open: OpenElement[] = [];
  #xml = '';
  #isAtom = false;
  #names = new ElementNames(new Set());
  #strangeRoot: string | undefined;
  #entriesLeft = mostEntries;
  /** Characters that may be read once more. */
  #rereadingLeft: number;
  #personLeft = 0;
  /** Of the entry that is open. */
  #hasValue = false;
  /** How often each element came since the entry began. */
  readonly #counts = new Map<string, number>();
  #repeatsLeft = mostRepeats;

  constructor(text: string, url: string | undefined) {
    this.#tokens = new XmlTokens(text);
    this.#url = url;
    this.#rereadingLeft = text.length + 10_000;
  }

  run(): RepairedXml {
    if (!this.#findRoot())
      return { xml: '', texts: this.#texts, strangeRoot: this.#strangeRoot ?? '' };
    const outermost = this.#open.length - 1;
    while (this.#open.length > outermost && this.#entriesLeft >= 0 && this.#tokens.next())
      this.#readToken();
    this.#closeDownTo(0);
    return { xml: this.#xml, texts: this.#texts };
  }

  #findRoot(): boolean {
    const tokens = this.#tokens;
    while (tokens.next()) {
      if (tokens.kind !== 'start') continue;
      const local = localName(tokens.name);
      if (rootElements.has(local) && (!this.#isInPage() || this.#isWholeFeed(local))) {
        this.#openRoot(local);
        return true;
      }
      this.#strangeRoot ??= tokens.name.slice(0, 40);
    }
    return false;
  }

  #isInPage(): boolean {
    return /^html$/i.test(this.#strangeRoot ?? '');
  }

  /** In a page, other roots are parts of a picture (`rdf:RDF`) or elements of its own. */
  #isWholeFeed(local: string): boolean {
    return (local === 'rss' || local === 'feed') && this.#attributes().size > 0;
  }

  #openRoot(local: string): void {
    const around = rootElements.get(local);
    if (around !== undefined) {
      this.#xml += `<${around}>`;
      this.#open.push({ name: around, local: around, base: this.#url, isWritten: true });
    }
    this.#isAtom = local === 'feed' || local === 'entry';
    this.#names = new ElementNames(findOwnPrefixes(this.#tokens.name, this.#attributes()));
    this.#openContainer(this.#names.read(this.#tokens.name));
  }

  #readToken(): void {
    const tokens = this.#tokens;
    if (tokens.kind === 'start') this.#readElement();
    else if (tokens.kind === 'end') this.#closeNamed(this.#names.read(tokens.name).local);
    else if (this.#open.at(-1)?.local === 'author') this.#writePersonText();
  }

  #readElement(): void {
    let name = this.#names.read(this.#tokens.name);
    if (entryNames.has(name.local) && !name.isEntry) name = this.#readForeignEntry();
    if (this.#isTooMany(name)) this.#skipElement();
    else if (name.role === 'html') this.#liftText(name);
    else if (name.role === 'value') this.#writeValue(name);
    else if (name.role !== 'other') this.#openContainer(name);
    else if (!voidElements.has(name.local)) this.#skipElement();
  }

  /** An `entry` under a prefix is one of this feed if it says so itself. */
  #readForeignEntry(): ElementName {
    const prefixes = findOwnPrefixes(this.#isAtom ? 'feed' : 'rss', this.#attributes());
    return this.#names.adopt(prefixes).read(this.#tokens.name);
  }

  #openContainer({ written, local, role, isEntry }: ElementName): void {
    if (isEntry) this.#closeEntry();
    // Nothing that is read stands in itself; so the depth stays small.
    if (this.#isOpen(local) || (isEntry && this.#entriesLeft-- === 0)) return;
    if (isEntry) this.#counts.clear();
    const { isEmpty } = this.#tokens;
    const attributes = this.#attributes();
    const base = this.#baseOf(attributes);
    const isWritten = role === 'container';
    if (isWritten) this.#xml += writeStartTag(written, attributes, base);
    this.#open.push({ name: written, local, base, isWritten });
    if (isEntry) this.#hasValue = false;
    this.#personLeft = longestPerson;
    if (isEmpty) this.#closeDownTo(this.#open.length - 1);
  }

  #closeNamed(local: string): void {
    const at = this.#open.findLastIndex((element) => element.local === local);
    if (at >= 0) this.#closeDownTo(at);
  }

  #closeEntry(): void {
    const at = this.#open.findIndex((element) => entryNames.has(element.local));
    if (at >= 0) this.#closeDownTo(at);
  }

  #closeDownTo(depth: number): void {
    while (this.#open.length > depth) {
      const element = this.#open.pop();
      if (!element?.isWritten) continue;
      // feedsmith leaves out an entry without any field that has a value.
      if (entryNames.has(element.local) && !this.#hasValue)
        this.#xml += `<title>${emptyText}</title>`;
      this.#xml += `</${element.name}>`;
    }
  }

  #liftText({ written, local }: ElementName): void {
    const attributes = this.#attributes();
    const base = this.#baseOf(attributes);
    const isAtom = this.#isAtom || /^atom/i.test(written);
    const content = this.#read(local === 'title');
    const type = attributes.get('type')?.trim().toLowerCase();
    const mode = attributes.get('mode');
    const html = toHtml(content, { type, mode, isAtom });
    // A fragment means the page of the entry, unless the feed says otherwise.
    const text = resolveUrls(html, base, base === this.#url ? undefined : base);
    if (text !== '') this.#writeElement(written, attributes, base, this.#texts.lift(text));
  }

  #writeValue({ written, local }: ElementName): void {
    const attributes = this.#attributes();
    const base = this.#baseOf(attributes);
    const { pieces } = this.#read(true);
    // Of a feed's links only the page counts, and reading them is what feedsmith does slowly.
    if (local === 'link' && (attributes.get('rel') ?? 'alternate') !== 'alternate') return;
    const text = this.#writeValueText(local, pieces, base);
    if (text === '' && attributes.size === 0) return;
    this.#writeElement(written, attributes, base, text);
  }

  #writeValueText(local: string, pieces: readonly Piece[], base: string | undefined): string {
    if (local === 'link') return writeUrl(toPlain(pieces).slice(0, longestValue), base);
    // An atom:id is an IRI, so a relative one is relative to something (RFC 4287, 4.2.6 and 2).
    const id = local === 'id' && this.#isAtom ? toPlain(pieces).slice(0, longestValue) : '';
    if (/^[^\s:]*\/[^\s:]*$/.test(id)) return escapeMarkup(resolveUrl(id, base));
    return writePieces(pieces, longestValueOf(local));
  }

  #writeElement(
    name: string,
    attributes: Attributes,
    base: string | undefined,
    text: string,
  ): void {
    this.#xml += `${writeStartTag(name, attributes, base)}${text}</${name}>`;
    if (text !== '') this.#hasValue = true;
  }

  /** What feedsmith makes of an element takes up a multiple of its own length. */
  #isTooMany({ local, role, isEntry }: ElementName): boolean {
    if (isEntry || role === 'wrapper' || role === 'other') return false;
    const count = this.#counts.get(local) ?? 0;
    this.#counts.set(local, count + 1);
    return count > 0 && (count >= mostAlike || this.#repeatsLeft-- <= 0);
  }

  #writePersonText(): void {
    const { text, from, to } = this.#tokens;
    const kind = this.#tokens.kind === 'cdata' ? 'cdata' : 'text';
    const piece = kind === 'cdata' ? this.#tokens.cdata() : text.slice(from, to);
    const person = writePieces([{ kind, text: piece.trim() }], this.#personLeft);
    this.#personLeft -= person.length;
    this.#xml += person;
  }

  /**
   * The content of the element whose start tag was read. A short one that is not closed ends where
   * the next tag begins, so that it does not swallow its siblings.
   */
  #read(isShort: boolean): ReadContent {
    if (this.#tokens.isEmpty)
      return { pieces: [], hasMarkup: false, isClosed: true, firstTagAt: undefined };
    const content = readContent(this.#tokens, this.#isBeyond);
    if (content.isClosed || !isShort || content.firstTagAt === undefined) return content;
    if (!this.#rewind(content.firstTagAt)) return content;
    const firstTag = content.pieces.findIndex((piece) => piece.kind === 'tag');
    return { ...content, pieces: content.pieces.slice(0, firstTag), hasMarkup: false };
  }

  /** An unknown element that is never closed is no container: what follows its tag is read. */
  #skipElement(): void {
    if (this.#tokens.isEmpty) return;
    const after = this.#tokens.to;
    if (!readContent(this.#tokens, this.#isBeyond, 0).isClosed) this.#rewind(after);
  }

  /** Bounded, so that a document is read twice at most. */
  #rewind(position: number): boolean {
    this.#rereadingLeft -= this.#tokens.to - position;
    if (this.#rereadingLeft < 0) return false;
    this.#tokens.goTo(position);
    return true;
  }

  /** Whether a tag ends an element around, or begins another entry. */
  readonly #isBeyond = (): boolean => {
    const { local, isEntry } = this.#names.read(this.#tokens.name);
    return this.#tokens.kind === 'end' ? this.#isOpen(local) : isEntry;
  };

  #isOpen(local: string): boolean {
    return this.#open.some((element) => element.local === local);
  }

  #attributes(): Attributes {
    const { text, attributesFrom, to } = this.#tokens;
    return readAttributes(text.slice(attributesFrom, to - 1));
  }

  #baseOf(attributes: Attributes): string | undefined {
    const around = this.#open.length === 0 ? this.#url : this.#open.at(-1)?.base;
    const own = attributes.get('xml:base')?.trim();
    return own ? resolveUrl(own, around) : around;
  }
}

/** Feeds begin with the newest; more than this is no feed but an archive. */
const mostEntries = 2_000;

/** Elements of one name in an entry, and those in the whole document that repeat another of their entry. */
const mostAlike = 50;
const mostRepeats = 10_000;

const longestValue = 4_000;
/** feedsmith's reading of a person is quadratic. */
const longestPerson = 200;

function longestValueOf(local: string): number {
  return ['name', 'creator', 'author'].includes(local) ? longestPerson : longestValue;
}
