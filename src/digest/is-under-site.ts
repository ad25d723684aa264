/**
 * True when an address belongs to a configured site: the host or one of its subdomains, and the
 * start of the path where the site names one.
 */
export function isUnderSite(url: string | undefined, site: string): boolean {
  const address = url?.replace(/^https?:\/\//i, '').toLowerCase();
  if (address === undefined) return false;
  const host = /^[^/?#:]*/.exec(address)?.[0] ?? '';
  const [siteHost = '', ...path] = site.toLowerCase().split('/');
  if (host !== siteHost && !host.endsWith(`.${siteHost}`)) return false;
  return path.length === 0 || `${address.slice(host.length)}/`.startsWith(`/${path.join('/')}/`);
}
