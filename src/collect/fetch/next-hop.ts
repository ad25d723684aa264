/** Where a redirect leads, or why it is not followed. */
export type NextHop = { readonly url: URL } | { readonly refused: string };

export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

export function isPermanentRedirect(status: number): boolean {
  return status === 301 || status === 308;
}

/** Whether a POST stays one: clients turn it into a GET after the other redirects (RFC 9110, 15.4). */
export function keepsMethod(status: number): boolean {
  return status === 307 || status === 308;
}

/**
 * Resolves a Location header; only http and https are followed, and never from https to http. No
 * credentials that stand in it are sent, and a refusal repeats nothing of it that could be secret.
 */
export function nextHop(from: URL, location: string | undefined): NextHop {
  if (location === undefined) return { refused: 'a redirect without a Location' };
  if (!URL.canParse(location, from)) return { refused: 'a redirect to no valid URL' };
  const url = new URL(location, from);
  Object.assign(url, { hash: '', username: '', password: '' });
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { refused: `a redirect to ${url.protocol}, and only http and https are fetched` };
  }
  if (from.protocol === 'https:' && url.protocol === 'http:') {
    return { refused: `a redirect from https to http: ${withoutQuery(url.href)}` };
  }
  return { url };
}

/** An address as it may be told of where a source does not itself say it: a query can hold a key. */
export function withoutQuery(address: string): string {
  const at = address.indexOf('?');
  return at < 0 ? address : `${address.slice(0, at)}?...`;
}
