import { decodeReferences, escapeMarkup } from './character-references.ts';

/** The content of an element: what stood between its tags, cut at tags and CDATA sections. */
export interface Content {
  readonly pieces: readonly Piece[];
  readonly hasMarkup: boolean;
}

export interface Piece {
  readonly kind: 'text' | 'cdata' | 'tag';
  /** As written; of CDATA, what is in it. */
  readonly text: string;
}

/** How an element says that its text is to be read (RFC 4287, 3.1; Atom 0.3 has `mode`). */
export interface TextTyping {
  readonly type: string | undefined;
  readonly mode: string | undefined;
  /** Atom's text is plain unless it says otherwise, that of RSS is HTML. */
  readonly isAtom: boolean;
}

/** The content as HTML. */
export function toHtml(content: Content, typing: TextTyping): string {
  if (typing.mode === 'base64' || typing.type === 'application/octet-stream')
    return readBase64(content, typing);
  if (content.hasMarkup) return toMarkup(content.pieces, typing);
  return readText(toPlain(content.pieces), typing);
}

/** The content as plain text, tags left out. */
export function toPlain(pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, text }) => {
      if (kind === 'tag') return '';
      return kind === 'cdata' ? text : decodeReferences(text);
    })
    .join('')
    .trim();
}

/** XHTML, or HTML that somebody forgot to escape. */
function toMarkup(pieces: readonly Piece[], { isAtom, type }: TextTyping): string {
  const isEscapedInside = type === 'html' || type === 'text/html';
  return pieces
    .map(({ kind, text }) => {
      // Prefixes (`xhtml:p`) mean nothing in HTML.
      if (kind === 'tag') return text.replace(/^(<\/?)[\w.-]+:/, '$1');
      if (kind === 'text') return isEscapedInside ? decodeReferences(text) : text;
      return isAtom && !isEscapedInside ? escapeMarkup(text) : text;
    })
    .join('')
    .trim();
}

function readText(text: string, { type, isAtom }: TextTyping): string {
  const isHtml = type === undefined ? !isAtom : /html|xml/i.test(type);
  return isHtml || looksLikeHtml(text) ? text : escapeMarkup(text);
}

function readBase64({ pieces }: Content, typing: TextTyping): string {
  const bytes = Buffer.from(toPlain(pieces), 'base64');
  return readText(new TextDecoder().decode(bytes), { ...typing, isAtom: false });
}

/** Feeds often call HTML plain text. */
function looksLikeHtml(text: string): boolean {
  return htmlSign.test(text);
}

const htmlSign =
  /<\/(?:a|b|blockquote|code|div|em|figure|h[1-6]|i|li|ol|p|pre|span|strong|table|ul)>|<(?:br|hr|img)\b|&(?:#x?[\da-f]{2,6}|[a-z]{2,8});/i;
