import { Parser } from 'htmlparser2';
import { dropHiddenCharacters } from './drop-hidden-characters.ts';
import { shorten } from './shorten.ts';

/** A title in HTML as one line of plain text; empty when nothing is left of it. */
export function plainTitle(html: string): string {
  const once = readText(html.slice(0, longestSource));
  // Escaped twice, as when a feed escapes what its database has escaped.
  const twice = /&(?:#x?[\da-f]{2,6}|[a-z]{2,8}\d?);/i.test(once) ? readText(once) : once;
  return shorten(oneLine(twice), longestTitle);
}

/** The text as one line, without what does not show. */
export function oneLine(text: string): string {
  return dropHiddenCharacters(text).replace(/\s+/g, ' ').trim();
}

const longestTitle = 300;
const longestSource = 20_000;

/** A `<` that begins no tag of HTML belongs to the text: `List<T>`. */
const strayBracket =
  /<(?!\/?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|li|mark|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|svg|time|tt|u|ul|var|wbr)\b|!--)/gi;

function readText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    ontext: (part) => {
      if (hidden === 0) text += part;
    },
    onopentagname: (name) => {
      if (isHidden(name)) hidden++;
      if (name === 'br' || name === 'p' || name === 'div') text += ' ';
    },
    onclosetag: (name) => {
      if (isHidden(name)) hidden--;
    },
  });
  parser.end(html.replace(strayBracket, '&lt;'));
  return text;
}

function isHidden(name: string): boolean {
  return name === 'script' || name === 'style' || name === 'svg';
}
