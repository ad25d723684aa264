const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref|ref_src|cmpid)$/i;

/**
 * What two links to one page have in common: no scheme, no `www.`, no tracking, no closing slash.
 * The anchor stays, since the entries of a changelog differ in nothing else.
 */
export function canonicalAddress(url: string): string {
  const parts = /^https?:\/\/(?:www\.)?([^/?#]+)([^?#]*)(?:\?([^#]*))?(#.*)?$/i.exec(url);
  if (!parts) return url;
  const [, host = '', path = '', query = '', anchor = ''] = parts;
  const kept = query
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.split('=')[0] ?? ''))
    .sort();
  const question = kept.length > 0 ? `?${kept.join('&')}` : '';
  return `${host.toLowerCase()}${path.replace(/\/+$/, '')}${question}${anchor}`;
}

/** Where each host below is somebody's own. */
const SHARED_HOSTS: ReadonlySet<string> = new Set(
  `blogspot.com ghost.io github.io gitlab.io hashnode.dev medium.com netlify.app pages.dev substack.com tumblr.com
vercel.app wordpress.com`.split(/\s+/),
);
/** Where the first part of the path is. */
const SHARED_SITES: ReadonlySet<string> = new Set(['dev.to', 'github.com', 'medium.com']);

/** Who publishes an address: `blogs.vmware.com` and `www.vmware.com` are both `vmware.com`. */
export function publisherOf(url: string): string {
  const [host = '', owner = ''] = canonicalAddress(url).split(/[/?#:]/);
  if (SHARED_SITES.has(host)) return `${host}/${owner.toLowerCase()}`;
  if (/^[\d.]+$/.test(host)) return host;
  const labels = host.split('.');
  const isCountrySecondLevel = /\.(?:co|com|org|gov|ac|net)\.[a-z]{2}$/.test(host);
  const site = labels.slice(isCountrySecondLevel ? -3 : -2).join('.');
  return SHARED_HOSTS.has(site) ? host : site;
}
