/** A product that goes by several names; the first is the one to print. */
const NAMES: readonly (readonly string[])[] = [
  ['Proxmox VE', 'Proxmox Virtual Environment', 'PVE', 'Proxmox'],
  ['Proxmox Backup Server', 'PBS'],
  ['Proxmox Datacenter Manager', 'PDM'],
  ['Proxmox Mail Gateway', 'PMG'],
  ['XCP-ng'],
  ['Xen Orchestra', 'XO', 'XOA'],
  ['VMware Cloud Foundation', 'VCF'],
  ['vSphere', 'VMware vSphere'],
  ['ESXi', 'ESX', 'VMware ESXi', 'VMware ESX'],
  ['vCenter Server', 'vCenter', 'VMware vCenter', 'VMware vCenter Server'],
  ['VMware Workstation', 'Workstation Pro', 'VMware Workstation Pro', 'Workstation'],
  ['VMware Fusion', 'Fusion Pro', 'VMware Fusion Pro', 'Fusion'],
  ['VMware Tools'],
  ['vSAN', 'VMware vSAN'],
  ['NSX', 'VMware NSX'],
  ['Windows Server', 'Microsoft Windows Server'],
  ['Azure Local', 'Azure Stack HCI'],
  ['Nutanix AOS', 'AOS'],
  ['Nutanix AHV', 'AHV'],
  ['Prism Central', 'Nutanix Prism Central'],
  ['Nutanix Cloud Platform', 'NCP'],
  ['Veeam Backup & Replication', 'VBR'],
];

/** A version is a year for these: "Windows Server 2025". */
const VERSIONED_BY_YEAR: ReadonlySet<string> = new Set(['Windows Server']);

const BY_ALIAS: ReadonlyMap<string, string> = new Map(
  NAMES.flatMap(([name = '', ...others]) =>
    [name, ...others].map((alias) => [alias.toLowerCase(), name] as const),
  ),
);
const LONGEST = 4;

/** The known product that a run of words ends in, under the name to print, with the words used. */
export function productAtEnd(
  words: readonly string[],
): { readonly name: string; readonly length: number } | undefined {
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    const name = BY_ALIAS.get(words.slice(-length).join(' ').toLowerCase());
    if (name) return { name, length };
  }
  return undefined;
}

const ANY_NAME = new RegExp(
  `(?<![\\w-])(?:${[...BY_ALIAS.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((alias) => alias.replaceAll(' ', '\\s'))
    .join('|')})(?![\\w-])`,
  'gi',
);

/** The known products that a text names, in the order of their first mention. */
export function findProducts(text: string): string[] {
  const found = new Set<string>();
  for (const [alias] of text.matchAll(ANY_NAME)) {
    found.add(BY_ALIAS.get(alias.toLowerCase().replace(/\s/g, ' ')) ?? alias);
  }
  return [...found];
}

/** True when a bare year after the product's name is its version and not a date. */
export function isVersionedByYear(product: string): boolean {
  return VERSIONED_BY_YEAR.has(product);
}
