/**
 * An absolute http(s) URL without what only tracks its reader: campaign parameters, credentials. Its
 * fragment stays, for it may tell one entry of a page from another. Undefined when the text is no
 * such URL, not even relative to `base`.
 */
export function canonicalUrl(text: string | undefined, base?: string): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '' || trimmed.length > longest) return undefined;
  const url = URL.parse(trimmed, base);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  url.username = '';
  url.password = '';
  if (url.search !== '') url.search = withoutTracking(url.search);
  if (trackingFragment.test(url.hash)) url.hash = '';
  return url.href.replace(/[?#]$/, '');
}

/**
 * What two spellings of one address have in common: scheme, `www.`, case of the host, a slash at the
 * end and the order of parameters do not count. `url` is canonical.
 */
export function addressOf(url: string): Address {
  const { host, pathname, search, searchParams, hash } = new URL(url);
  const site = host.replace(/^www\./, '');
  const folder = pathname.replace(/(?<!\/)\/+$/, '');
  const path = `${folder}${search && sorted(searchParams)}${hash}`;
  return { key: `${site}${path}`, path, page: folder && `${site}${folder}${hash}` };
}

interface Address {
  readonly key: string;
  /** What stays when a site moves to another host; empty for a front page. */
  readonly path: string;
  /** What stays when only the parameters change; empty for a front page. */
  readonly page: string;
}

function sorted(parameters: URLSearchParams): string {
  parameters.sort();
  return `?${parameters}`;
}

const longest = 2_000;

const trackingName =
  /^(?:utm_\w+|(?:fb|g|gb|dc|y|tw|ms|igsh)clid|gbraid|wbraid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|__hs\w+|hsctatracking|vero_(?:id|conv)|oly_(?:enc|anon)_id|igshid|yclid|ref_src|ref_url|cmpid|ncid|wt\.\w+|s_cid|at_(?:campaign|medium|custom\d)|trk|trkcampaign|_ga|_gl|guccounter|guce_referrer(?:_sig)?|__twitter_impression|xtor|mtm_\w+|pk_(?:campaign|kwd|source|medium))$/i;
const trackingPair =
  /^(?:source|src|ref|from|feed|via)=(?:rss|feed|atom|rss2|feedburner|newsletter)$/i;
const trackingFragment = /^#(?:utm_|xtor=|echobox=|\?utm_|:~:)/i;

/** Cut from the text, so that the other parameters stay as they were written. */
function withoutTracking(search: string): string {
  return search
    .slice(1)
    .split('&')
    .filter((pair) => !trackingName.test(pair.split('=', 1)[0] ?? '') && !trackingPair.test(pair))
    .join('&');
}
