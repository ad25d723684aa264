import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html';
import { dropHiddenCharacters } from './drop-hidden-characters.ts';
import { limitNesting } from './limit-nesting.ts';

/** What the addresses in an entry are relative to. */
export interface Whereabouts {
  /** The address of the feed. */
  readonly base: string;
  /** That of the entry, which a mere fragment refers to. */
  readonly page: string;
}

/**
 * Safe HTML of what a feed has: no scripts, styles or forms, links by http, https and mailto only,
 * pictures only where they have an address, all of them absolute. The cost is bounded whatever
 * comes in.
 */
export function sanitizeEntryHtml(html: string, where: Whereabouts): string {
  const bounded = limitNesting(html.slice(0, longest));
  const transformTags: IOptions['transformTags'] = {
    ...renamedTags,
    a: (_, attributes) => transformLink(attributes, where),
    img: (_, attributes) => transformImage(attributes, where),
  };
  const safe = sanitizeHtml(bounded, { ...options, transformTags });
  return dropHiddenCharacters(safe.replace(droppedTag, '')).replace(emptyElement, '').trim();
}

/** In characters: the longest of release notes. */
const longest = 200_000;
const emptyElement = /<(p|div|a|em|strong|h[2-6]|li)(?: [^<>]*)?>\s*<\/\1>/g;

const options: IOptions = {
  allowedTags: [
    ...['p', 'div', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code'],
    ...['a', 'em', 'strong', 'b', 'i', 'u', 's', 'sub', 'sup', 'small', 'kbd', 'q', 'abbr'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'img'],
    'span',
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    abbr: ['title'],
    ol: ['start'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  nestingLimit: 100,
  // Their text is no part of the article.
  nonTextTags: [
    ...['script', 'style', 'noscript', 'template', 'title', 'head', 'svg', 'math', 'iframe'],
    ...[
      'object',
      'embed',
      'audio',
      'video',
      'form',
      'textarea',
      'select',
      'option',
      'button',
      'xmp',
    ],
  ],
};

const renamedTags: IOptions['transformTags'] = {
  // The title of the page that shows it is the only one.
  h1: 'h2',
  section: 'div',
  article: 'div',
  header: 'div',
  footer: 'div',
  main: 'div',
  aside: 'div',
  address: 'div',
  details: 'div',
  summary: 'p',
  center: 'div',
};

/**
 * Its tags are dropped, what is in it stays. It has to be an element that is allowed, to be taken out
 * afterwards: sanitize-html gives the end tag of one that is not to the next element of that kind.
 */
const dropped: Tag = { tagName: 'span', attribs: {} };
const droppedTag = /<\/?span>/g;

function transformLink({ href, title }: Attributes, where: Whereabouts): Tag {
  const address = resolve(href, where, /^(?:https?|mailto):$/);
  if (address === undefined) return dropped;
  const attribs: Attributes = { href: address, rel: 'noopener noreferrer' };
  if (title) attribs.title = title;
  return { tagName: 'a', attribs };
}

function transformImage(attributes: Attributes, where: Whereabouts): Tag {
  // Pages that load late have a placeholder in `src`.
  const address = [attributes.src, attributes['data-src'], attributes['data-lazy-src']]
    .map((src) => resolve(src, where, /^https?:$/))
    .find((src) => src !== undefined);
  if (address === undefined || isPixel(attributes)) return dropped;
  const attribs: Attributes = { src: address, alt: attributes.alt ?? '' };
  if (attributes.title) attribs.title = attributes.title;
  for (const side of ['width', 'height'])
    if (/^\d{1,4}$/.test(attributes[side] ?? '')) attribs[side] = attributes[side] ?? '';
  return { tagName: 'img', attribs };
}

/** A picture that nobody is to see counts readers. */
function isPixel({ width = '', height = '' }: Attributes): boolean {
  return /^[0-2](?:px)?$/.test(width) || /^[0-2](?:px)?$/.test(height);
}

function resolve(
  address: string | undefined,
  { base, page }: Whereabouts,
  schemes: RegExp,
): string | undefined {
  if (address === undefined || address.trim() === '') return undefined;
  const url = URL.parse(address, address.startsWith('#') ? page : base);
  return url !== null && schemes.test(url.protocol) ? url.href : undefined;
}
