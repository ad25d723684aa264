import { decodeReferences, escapeMarkup } from './character-references.ts';

/**
 * Makes the URLs in HTML or XHTML absolute: by the `xml:base` of its own elements, else by `base`.
 * A mere fragment (`#note-1`) refers to `page`, and stays as it is where that is not known.
 */
export function resolveUrls(html: string, base: string | undefined, page?: string): string {
  const hasOwnBase = html.includes('xml:base');
  if (!hasOwnBase && (base === undefined || !relativeUrl.test(html))) return html;
  const bases = new BaseStack(base);
  return html.replace(anyTag, (tag) => {
    if (hasOwnBase) bases.enter(tag);
    return tag.replace(urlAttribute, (all, start: string, value: string) => {
      const url = decodeReferences(value.replace(/^["']|["']$/g, '')).trim();
      const absolute = resolveUrl(url, isFragment(url) && bases.isOuter ? page : bases.current);
      return absolute === url ? all : `${start}"${escapeMarkup(absolute)}"`;
    });
  });
}

/** An absolute URL is returned as it is, and so is what cannot be resolved. */
export function resolveUrl(url: string, base: string | undefined): string {
  if (base === undefined || url === '' || hasScheme.test(url)) return url;
  return URL.parse(url, base)?.href ?? url;
}

const hasScheme = /^[a-z][a-z0-9+.-]*:/i;
const names = 'href|src|cite|action|longdesc|background|data|poster';
// The equals sign comes first, for it is rare and so found fast.
const relativeUrl = new RegExp(
  `=(?<=\\s(?:${names})\\s{0,3}=)\\s*["']?\\s*(?![a-z][a-z0-9+.-]{0,20}:)[^\\s"'>]`,
  'i',
);
const anyTag = /<\/?[a-z][^<>]*>/gi;
const urlAttribute = new RegExp(`(\\s(?:${names})\\s*=\\s*)("[^"]*"|'[^']*'|[^\\s"'>]+)`, 'gi');

function isFragment(url: string): boolean {
  return url.startsWith('#');
}

/** The `xml:base` in force inside a piece of markup. */
class BaseStack {
  readonly #outer: string | undefined;
  readonly #open: { readonly name: string; readonly base: string | undefined }[] = [];

  constructor(outer: string | undefined) {
    this.#outer = outer;
  }

  get isOuter(): boolean {
    return this.current === this.#outer;
  }

  get current(): string | undefined {
    return this.#open.length === 0 ? this.#outer : this.#open.at(-1)?.base;
  }

  enter(tag: string): void {
    const name = /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? '';
    if (tag.startsWith('</')) this.#close(name);
    else if (!tag.endsWith('/>') && this.#open.length < deepest)
      this.#open.push({ name, base: this.#baseOf(tag) });
  }

  #baseOf(tag: string): string | undefined {
    const own = /\sxml:base\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag);
    const value = decodeReferences(own?.[1] ?? own?.[2] ?? '').trim();
    return value === '' ? this.current : resolveUrl(value, this.current);
  }

  #close(name: string): void {
    const at = this.#open.findLastIndex((element) => element.name === name);
    if (at >= 0) this.#open.length = at;
  }
}

/** Of elements whose base is looked after; deeper ones have that of the deepest. */
const deepest = 100;
