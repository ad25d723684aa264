import { Parser } from 'htmlparser2';
import { cutBoilerplate } from './cut-boilerplate.ts';
import { dropHiddenCharacters } from './drop-hidden-characters.ts';
import { limitNesting } from './limit-nesting.ts';

/**
 * The plain text of HTML: a blank line between paragraphs, a line for each item, row and line break.
 * Scripts, forms and the like are no part of it, and what feeds append to every entry is cut off.
 * The cost is bounded whatever comes in.
 */
export function extractText(html: string): string {
  const bounded = limitNesting(html.slice(0, longest));
  const tidy = dropHiddenCharacters(readWords(bounded))
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return cutBoilerplate(tidy);
}

/** In characters: the longest of release notes. */
const longest = 200_000;

function readWords(html: string): string {
  let words = '';
  let omitted = 0;
  let depth = 0;
  const parser = new Parser({
    ontext(part) {
      if (omitted === 0) words += part.replace(whiteSpace, ' ');
    },
    onopentagname(name) {
      if (++depth > deepest) parser.pause();
      if (omittedTags.has(name)) omitted += 1;
      else if (omitted === 0) words += breaks.get(name) ?? '';
    },
    onclosetag(name) {
      depth -= 1;
      if (omittedTags.has(name)) omitted -= 1;
      else if (omitted === 0 && breaks.get(name) === paragraph) words += paragraph;
    },
  });
  parser.end(html);
  return words;
}

/** Only tags that `limitNesting` does not take for such get there. */
const deepest = 500;

/** All but the single blank that most of it is. */
const whiteSpace = /\s{2,}|[^\S ]/g;

/** What is in them is no part of the article. */
const omittedTags = new Set([
  ...['script', 'style', 'noscript', 'template', 'title', 'head', 'svg', 'math', 'iframe', 'xmp'],
  ...['object', 'embed', 'audio', 'video', 'form', 'textarea', 'select', 'option', 'button'],
]);

const paragraph = '\n\n';
const breaks: ReadonlyMap<string, string> = new Map([
  ...each('p div h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl figure table hr', paragraph),
  ...each('section article header footer main aside address details summary center', paragraph),
  ...each('br li dt dd tr figcaption caption', '\n'),
  ...each('td th img', ' '),
]);

function each(names: string, text: string): [string, string][] {
  return names.split(' ').map((name) => [name, text]);
}
