import type { Edition } from '../model/edition.ts';

/**
 * A `tag:` id (RFC 4151) for an address of the site as it was when the edition was issued: it says
 * the same when the site later moves to another domain.
 */
export function tagId(edition: Edition, address: string): string {
  const { hostname, pathname } = new URL(address);
  const authority = hostname.replace(/[^a-z0-9.-]/g, '');
  return `tag:${authority},${edition.issuedAt.slice(0, 10)}:${pathname}`;
}
