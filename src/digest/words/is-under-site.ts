/** Where an entry was published, in lower case. */
export interface Address {
  readonly host: string;
  /** With a slash at both ends, without query. */
  readonly path: string;
}

export function readAddress(url: string): Address {
  const [, host = '', path = ''] =
    /^https?:\/\/([^/?#:]*)(?::\d+)?([^?#]*)/.exec(url.toLowerCase()) ?? [];
  return { host, path: `${path.replace(/\/+$/, '')}/` };
}

/**
 * True when an address belongs to a configured site: the host or one of its subdomains, and the
 * start of the path where the site names one.
 */
export function isUnderSite({ host, path }: Address, site: string): boolean {
  const slash = site.indexOf('/');
  const siteHost = slash === -1 ? site : site.slice(0, slash);
  if (!host.endsWith(siteHost)) return false;
  if (host.length > siteHost.length && !host.endsWith(`.${siteHost}`)) return false;
  return slash === -1 || path.startsWith(`${site.slice(slash).toLowerCase()}/`);
}
