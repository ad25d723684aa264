import { selectAll, selectOne } from 'css-select';
import { DomHandler, DomUtils, Parser, type parseDocument } from 'htmlparser2';
import type { PageMapping, Source } from '../../model/source.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import { headerOf } from '../fetch/reply.ts';
import { decodeBytes } from '../parse/decode-bytes.ts';
import type { MappedItem } from './mapped-item.ts';
import { readMappedItems } from './read-mapped-items.ts';
import type { ReadOutcome } from './read-outcome.ts';

const MAX_DEPTH = 1000;
/** Elements, texts, comments and attributes. */
const MOST_NODES = 25_000;
/** From the top of the page; items in items count as far as lists of lists have them. */
const MOST_ITEMS = 2_000;
const DEEPEST_ITEM = 3;
/** In characters: no title or address is longer. */
const LONGEST_TEXT = 20_000;
const LONGEST_URL = 2_000;
/** In characters, of one piece of text, which comes a reference at a time. */
const LONGEST_PIECE = 100_000;
/** `Node.TEXT_NODE` of the DOM. */
const TEXT = 3;

type Document = ReturnType<typeof parseDocument>;
type Node = Document['children'][number];
type Element = Parameters<typeof DomUtils.getName>[0];

/** Reads the items of a page without a feed by the CSS selectors of its source. */
export function readPage(
  source: Source,
  { bytes, headers, url, fetchedAt }: Fetched,
  knownFields: readonly string[],
): ReadOutcome {
  const mapping = source.page;
  if (!mapping) return { kind: 'unreadable', reason: 'a source of kind page needs selectors' };
  const page = parsePage(decodeBytes(bytes, headerOf(headers, 'content-type')));
  const elements = select(mapping.item, page);
  if (elements.length === 0) {
    const reason = `its form seems to have changed: nothing matches "${mapping.item}"`;
    return { kind: 'unreadable', reason };
  }
  const items = withoutDeep(elements).map((element) => mapElement(element, mapping));
  return readMappedItems(items, source, { url: baseOf(page, url), fetchedAt }, knownFields);
}

/** What the URLs of a page are relative to. */
function baseOf(page: Document, url: string): string {
  const href = attributeOf(selectFirst('base[href]', page), 'href') ?? '';
  return (href.length <= LONGEST_URL && URL.parse(href, url)?.href) || url;
}

function parsePage(html: string): Document {
  const handler = new BoundedHandler();
  new Parser(handler).end(html);
  return handler.root;
}

/**
 * Refuses what no page has: nesting on which looking for selectors takes quadratic time, and more nodes
 * than there is memory for. Text without end is cut.
 */
class BoundedHandler extends DomHandler {
  #nodesLeft = MOST_NODES;

  onattribute(): void {
    this.#count();
  }

  protected override addNode(node: Node): void {
    this.#count();
    super.addNode(node);
  }

  override ontext(data: string): void {
    const { lastNode } = this;
    const isFull = lastNode?.nodeType === TEXT && lastNode.data.length >= LONGEST_PIECE;
    if (!isFull) super.ontext(data);
  }

  #count(): void {
    if (this.#nodesLeft-- === 0) throw new Error(`more than ${MOST_NODES} tags and attributes`);
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes);
    if (this.tagStack.length > MAX_DEPTH) throw new Error(`nested over ${MAX_DEPTH} levels deep`);
  }
}

/** The text of an item is read once for each item around it. */
function withoutDeep(elements: readonly Element[]): Element[] {
  const levels = new Map<Node, number>();
  const kept = elements.filter((element) => {
    const level = levelAround(element, levels) + 1;
    levels.set(element, level);
    return level <= DEEPEST_ITEM;
  });
  return kept.slice(0, MOST_ITEMS);
}

/** How many of the known elements, which come before those in them, stand around it. */
function levelAround(element: Element, levels: ReadonlyMap<Node, number>): number {
  let around = element.parentNode;
  while (around !== null && !levels.has(around as Node)) around = around.parentNode;
  return around === null ? 0 : (levels.get(around as Node) ?? 0);
}

function mapElement(element: Element, mapping: PageMapping): MappedItem {
  const link = selectFirst('a[href]', element) ?? element;
  return {
    title: mapping.title ? read(element, mapping.title) : textOf(link),
    url: mapping.url ? read(element, mapping.url, 'href') : attributeOf(link, 'href'),
    summary: mapping.summary && htmlOf(element, mapping.summary),
    publishedAt: mapping.publishedAt && read(element, mapping.publishedAt, 'datetime'),
  };
}

/** What `selector@attribute` or `selector` finds in an item; an empty selector is the item itself. */
function read(item: Element, target: string, preferred?: string): string | undefined {
  const [, selector = '', attribute] = /^(.*?)(?:@([\w-]+))?$/s.exec(target) ?? [];
  const found = selector.trim() === '' ? item : selectFirst(selector, item);
  if (!found) return undefined;
  if (attribute) return attributeOf(found, attribute);
  return (preferred && attributeOf(found, preferred)) || textOf(found);
}

function htmlOf(item: Element, selector: string): string | undefined {
  const found = selectFirst(selector, item);
  return found && DomUtils.getInnerHTML(found);
}

/** Without DomUtils.textContent, which copies all of the text at each level. */
function textOf(element: Element): string {
  let text = '';
  const rest: Node[] = [element];
  for (let node = rest.pop(); node && text.length < LONGEST_TEXT; node = rest.pop()) {
    if (node.nodeType === TEXT) text += node.data;
    else if ('children' in node) rest.push(...node.children.toReversed());
  }
  return text.slice(0, LONGEST_TEXT).replace(/\s+/g, ' ').trim();
}

function attributeOf(element: Element | undefined, name: string): string | undefined {
  return element && DomUtils.getAttributeValue(element, name)?.trim();
}

function select(selector: string, within: Node | Document): Element[] {
  return selectAll<Node, Element>(selector, within);
}

function selectFirst(selector: string, within: Node | Document): Element | undefined {
  return selectOne<Node, Element>(selector, within) ?? undefined;
}
