import type { Dictionary } from './compile-hypervisors.ts';
import type { Mention } from './find-mentions.ts';

/** The maker of each hypervisor, by its id. */
export function vendorsOf({ hypervisors }: Dictionary): ReadonlyMap<string, string> {
  return new Map(hypervisors.map(({ id, vendor }) => [id, vendor]));
}

/** True where the maker is named, not what it makes. */
export function isVendor(
  { hypervisor, term }: Mention,
  vendors: ReadonlyMap<string, string>,
): boolean {
  return term === vendors.get(hypervisor);
}
