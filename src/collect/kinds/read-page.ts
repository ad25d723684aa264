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
  const base = URL.parse(attributeOf(selectFirst('base[href]', page), 'href') ?? '', url)?.href;
  const items = elements.map((element) => mapElement(element, mapping));
  return readMappedItems(items, source, { url: base ?? url, fetchedAt }, knownFields);
}

function parsePage(html: string): Document {
  const handler = new ShallowHandler();
  new Parser(handler).end(html);
  return handler.root;
}

/** Refuses nesting that no page has, on which looking for selectors takes quadratic time. */
class ShallowHandler extends DomHandler {
  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes);
    if (this.tagStack.length > MAX_DEPTH) throw new Error(`nested over ${MAX_DEPTH} levels deep`);
  }
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

function textOf(element: Element): string {
  return DomUtils.textContent(element).replace(/\s+/g, ' ').trim();
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
