/** What the reader does with an element, by its name in lower case without prefix. */
export type ElementRole =
  /** Holds other elements that are read. */
  | 'container'
  /** Only its children count: it leaves no trace. */
  | 'wrapper'
  /** Text that may be HTML, lifted out. */
  | 'html'
  /** A short plain value. */
  | 'value'
  /** Passed over, with all that is in it. */
  | 'other';

const roles: ReadonlyMap<string, ElementRole> = new Map([
  ...list('container', 'rss feed rdf channel item entry author contributor skiphours skipdays'),
  // RSS 1.1 has its items in `items`, RSS 1.0 a table of contents; `media:group` adds nothing.
  ...list('wrapper', 'items group'),
  ...list('html', 'title description summary content encoded subtitle tagline body fullitem'),
  ...list('value', 'link id guid identifier name email uri url creator subject category keywords'),
  ...list('value', 'pubdate published updated modified issued created date lastbuilddate'),
  ...list('value', 'ttl hour day updateperiod updatefrequency'),
]);

function list(role: ElementRole, names: string): [string, ElementRole][] {
  return names.split(' ').map((name) => [name, role]);
}

/** The role of an element by its local name. */
export function roleOf(local: string): ElementRole {
  return roles.get(local) ?? 'other';
}

/** The name without its prefix, in lower case. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** The elements that hold what becomes an entry. */
export const entryNames: ReadonlySet<string> = new Set(['item', 'entry']);

/** Elements that a feed may begin with, and what has to stand around those that are parts of one. */
export const rootElements: ReadonlyMap<string, string | undefined> = new Map([
  ['rss', undefined],
  ['rdf', undefined],
  ['feed', undefined],
  ['channel', 'rss'],
  ['entry', 'feed'],
]);

/** Names that feedsmith does not know, and what it calls the same. */
export const knownNames: ReadonlyMap<string, string> = new Map([
  ['body', 'content:encoded'],
  ['xhtml:body', 'content:encoded'],
  ['fullitem', 'content:encoded'],
  ['l:fullitem', 'content:encoded'],
  ['dc:author', 'dc:creator'],
]);

/** Elements that say something else than their namesakes. */
export const unreadNames: ReadonlySet<string> = new Set(['media:content', 'media:category']);

/** Attributes that say something about an element; `xmlns` and its prefixes do, too. */
export const knownAttributes: ReadonlySet<string> = new Set(
  'href rel type mode term label about rdf:about ispermalink version src text'.split(' '),
);

/** Elements of HTML that never have content: an unclosed one hides nothing. */
export const voidElements: ReadonlySet<string> = new Set(
  'br hr img input wbr col area embed param'.split(' '),
);
