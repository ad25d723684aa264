import type { Edition } from '../model/edition.ts';
import { listed } from './listed.ts';

/** The names of all that the publication reports on: `XCP-ng, Proxmox and Nutanix`. */
export function platforms({ sections, site }: Edition): string {
  const names = sections.filter(({ isAdjacent }) => !isAdjacent).map(({ name }) => name);
  return listed(names, site.language);
}
