import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { escapeHtml } from './escape-html.ts';
import { htmlInMarkdown } from './html-in-markdown.ts';
import { safeUrl } from './safe-url.ts';

// marked takes time that grows with the square of some inputs, and recurses with their nesting.
const mostCharacters = 10_000;
const deepNesting = /^(?: *(?:>|[*+-] |\d+[.)] )){20}/m;

const marked = new Marked({
  async: false,
  breaks: true,
  // A mail has tables for its layout only.
  tokenizer: { ...htmlInMarkdown, table: () => undefined },
  renderer: {
    // The headings of a document are its own.
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`;
    },
    // A picture would tell its server who reads.
    image({ href, text }) {
      return `<a href="${escapeHtml(href)}">${escapeHtml(text || href)}</a>`;
    },
    checkbox({ checked }) {
      return checked ? '\u2611 ' : '\u2610 ';
    },
  },
});

/**
 * Safe HTML of what an editor wrote: paragraphs, lists, quotations, code and links, nothing that
 * runs, loads or leads to another scheme. Other HTML, and what is too long or nested too deep for
 * Markdown, is shown as it was written.
 */
export function markdownToHtml(markdown: string): string {
  const isTooMuch = markdown.length > mostCharacters || deepNesting.test(markdown);
  const html = isTooMuch ? asParagraphs(markdown) : marked.parse(markdown);
  return sanitizeHtml(String(html), options).trim();
}

function asParagraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>\n`)
    .join('');
}

const standsAlone: ReadonlySet<string> = new Set(['br', 'hr']);

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'blockquote', 'pre', 'ul', 'ol', 'li'],
    ...['a', 'span', 'em', 'strong', 'code', 'del'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  exclusiveFilter: ({ tag, text }) => !standsAlone.has(tag) && text.trim() === '',
  nonTextTags: ['script', 'style', 'noscript', 'template', 'textarea', 'option', 'iframe', 'svg'],
  transformTags: {
    a: safeLink,
    b: 'strong',
    i: 'em',
  },
};

function safeLink(_: string, { href }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const address = safeUrl(href);
  // Turned into a tag that is not allowed, it would leave the end of a later one wrong.
  if (!address) return { tagName: 'span', attribs: {} };
  return { tagName: 'a', attribs: { href: address, rel: 'noopener noreferrer' } };
}
