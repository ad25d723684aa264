import type { Dictionary } from './compile-hypervisors.ts';
import type { Mention } from './find-mentions.ts';

/** True where the maker of a hypervisor is named, not what it makes. */
export function namesVendor({ hypervisor, term }: Mention, { hypervisors }: Dictionary): boolean {
  return hypervisors.some(({ id, vendor }) => id === hypervisor && vendor === term);
}
