import { cutBoilerplate } from './cut-boilerplate.ts';

/**
 * The plain text of HTML that was sanitized: a blank line between paragraphs, a line for each item,
 * row and line break. What feeds append to every entry is cut off.
 */
export function extractText(html: string): string {
  const text = html
    .replace(/\s+/g, ' ')
    .replace(anyTag, (_, slash: string, name: string) => breakAt(name, slash !== ''))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return cutBoilerplate(text);
}

const anyTag = /<(\/?)([a-z0-9]+)[^<>]*>/g;

function breakAt(name: string, isEnd: boolean): string {
  if (paragraphs.has(name)) return '\n\n';
  if (isEnd) return '';
  if (lines.has(name)) return '\n';
  return words.has(name) ? ' ' : '';
}

const paragraphs = new Set(
  'p div h2 h3 h4 h5 h6 blockquote pre ul ol dl figure table hr'.split(' '),
);
const lines = new Set('br li dt dd tr figcaption caption'.split(' '));
const words = new Set('td th img'.split(' '));
