import { decodeReferences, escapeMarkup } from './character-references.ts';

/**
 * Makes the URLs in HTML or XHTML absolute: by the `xml:base` of its own elements, else by `base`.
 * A mere fragment (`#note-1`) refers to `page`, and stays as it is where that is not known. URLs stay
 * as they are, too, where a long text would be twice as long.
 */
export function resolveUrls(html: string, base: string | undefined, page?: string): string {
  const hasOwnBase = html.includes('xml:base');
  if (!hasOwnBase && (base === undefined || !relativeUrl.test(html))) return html;
  const bases = new BaseStack(base);
  let growthLeft = html.length + 2_000;
  return html.replace(anyTag, (tag) => {
    if (hasOwnBase) bases.enter(tag);
    if (growthLeft < 0) return tag;
    const resolved = tag.replace(urlAttribute, (all, start: string, value: string) => {
      const url = decodeReferences(value.replace(/^["']|["']$/g, '')).trim();
      const absolute = resolveUrl(url, isFragment(url) && bases.isOuter ? page : bases.current);
      return absolute === url ? all : `${start}"${escapeMarkup(absolute)}"`;
    });
    growthLeft -= resolved.length - tag.length;
    return resolved;
  });
}

/** An absolute URL is returned as it is, and so is what cannot be resolved or is no address. */
export function resolveUrl(url: string, base: string | undefined): string {
  if (base === undefined || url === '' || hasScheme.test(url)) return url;
  if (url.length + base.length > longestUrl) return url;
  return URL.parse(url, base)?.href ?? url;
}

/** In characters, with the base. What is longer takes up memory once for each URL that it is the base of. */
const longestUrl = 2_000;

const hasScheme = /^[a-z][a-z0-9+.-]*:/i;
const names = 'href|src|cite|action|longdesc|background|data|poster';
/** The sign of a URL that may be relative. The equals sign comes first, for it is rare and so found fast. */
const relativeUrl = new RegExp(
  `=(?<=\\s(?:${names})\\s{0,3}=)(?!["']?[a-z][a-z0-9+.-]{0,20}:)`,
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
