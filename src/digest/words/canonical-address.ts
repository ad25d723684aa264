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

/** Who publishes an address: `blogs.vmware.com` and `www.vmware.com` are both `vmware.com`. */
export function publisherOf(url: string): string {
  const [host = '', owner = ''] = canonicalAddress(url).split(/[/?#:]/);
  if (host === 'github.com') return `${host}/${owner.toLowerCase()}`;
  const labels = host.split('.');
  const isCountrySecondLevel = /\.(?:co|com|org|gov|ac|net)\.[a-z]{2}$/.test(host);
  return labels.slice(isCountrySecondLevel ? -3 : -2).join('.');
}
