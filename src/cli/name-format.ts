import { decodeBytes } from '../collect/parse/decode-bytes.ts';

/** The root element is near the beginning; no further, for comments that never end take quadratic time. */
const BEGINNING_BYTES = 16_384;

/** What a document that was read as a feed is: `RSS 2.0`, `Atom`, `RSS 1.0 (RDF)`, `JSON Feed`. */
export function nameFormat(bytes: Uint8Array, contentType: string | undefined): string {
  const beginning = decodeBytes(bytes.subarray(0, BEGINNING_BYTES), contentType);
  if (/^\s*[{[]/.test(beginning)) return 'JSON Feed';
  const markup = beginning.replace(/<!--[\s\S]*?-->/g, '');
  const [, name = '', attributes = ''] = /<(?:[\w-]+:)?(rss|feed|rdf)\b([^>]*)/i.exec(markup) ?? [];
  if (/^feed$/i.test(name)) return 'Atom';
  if (/^rdf$/i.test(name)) return 'RSS 1.0 (RDF)';
  const version = /\bversion\s*=\s*["']\s*([\d.]{1,8})/i.exec(attributes)?.[1];
  return version === undefined ? 'RSS' : `RSS ${version}`;
}
