import { decodeReferences, escapeMarkup } from './character-references.ts';
import { resolveUrl } from './resolve-urls.ts';
import type { Piece } from './text-construct.ts';
import { knownAttributes } from './xml-vocabulary.ts';

/** A start tag with the attributes that mean something, its URLs made absolute. */
export function writeStartTag(
  name: string,
  attributes: ReadonlyMap<string, string>,
  base: string | undefined,
): string {
  let tag = `<${name}`;
  for (const [attribute, value] of attributes)
    if (knownAttributes.has(attribute) || /^xmlns(:|$)/.test(attribute))
      tag += ` ${attribute}="${attribute === 'href' ? writeUrl(value, base) : writeText(value)}"`;
  return `${tag}>`;
}

/** A short value as XML, in as many characters at most. */
export function writePieces(pieces: readonly Piece[], longest: number): string {
  let value = '';
  for (const { kind, text } of pieces)
    if (kind === 'cdata') value += escapeMarkup(text.slice(0, longest));
    else if (kind === 'text') value += writeText(text.slice(0, longest));
  // A reference that is cut through would be read as something else.
  return value.length > longest ? value.slice(0, longest).replace(/&[^;]{0,10}$/, '') : value;
}

/** Text as XML: references that are complete stay, a bare ampersand or angle bracket is escaped. */
function writeText(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text
    .replace(bareAmpersand, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

// Bounds keep the pattern linear.
const bareAmpersand = /&(?!(?:#\d{1,10}|#x[\da-f]{1,10}|[a-z][a-z\d]{1,31});)/gi;

/** A URL as XML text, absolute where there is a base. */
export function writeUrl(text: string, base: string | undefined): string {
  if (base === undefined || /^\s*https?:/i.test(text)) return writeText(text);
  return escapeMarkup(resolveUrl(decodeReferences(text).trim(), base));
}
