import type { Hypervisor } from '../../../model/hypervisor.ts';
import { literally } from '../../words/literally.ts';
import { normalizeText } from '../../words/normalize-text.ts';

/** A product that goes by several names; the first is the one to print. */
const NAMES: readonly (readonly string[])[] = [
  ['Proxmox VE', 'Proxmox Virtual Environment', 'PVE', 'Proxmox'],
  ['Proxmox Backup Server', 'PBS'],
  ['Proxmox Datacenter Manager', 'PDM'],
  ['Proxmox Mail Gateway', 'PMG'],
  ['XCP-ng'],
  ['Xen Orchestra', 'XO', 'XOA'],
  ['VMware Cloud Foundation', 'VCF', 'Cloud Foundation'],
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
/** What they are built on, or stands around them: its fixes are told, and its releases are no news of the field. */
const NEIGHBOURS: typeof NAMES = [
  ['Xen', 'Xen Hypervisor', 'Xen Project Hypervisor'],
  ['QEMU'],
  ['libvirt'],
  ['KubeVirt'],
  ['open-vm-tools'],
  ['Aria Operations', 'VMware Aria Operations'],
  ['oVirt'],
  [
    'Veeam Backup & Replication',
    'Veeam Backup and Replication',
    'Backup & Replication',
    'Backup and Replication',
  ],
  ['Veeam ONE'],
  ['Veeam Agent', 'Veeam Agent for Microsoft Windows', 'Veeam Agent for Linux'],
  ['Veeam Service Provider Console', 'VSPC'],
];
const LONGEST = 5;
/** "Windows Server 2025", "Xen Orchestra 6", "Windows Server vNext": a product and its version. */
const VERSION_AT_END = /\s+(?:v?\d[\w.]*|vNext)$/i;
const YEAR_AT_END = /\s20\d\d$/;

interface Found {
  readonly name: string;
  /** The words used. */
  readonly length: number;
}

/** The products that are known by name: those of the field, and those that the operator configures. */
export class ProductNames {
  readonly #byAlias = new Map<string, string>();
  readonly #versionedByYear = new Set<string>();
  readonly #pattern: RegExp;
  /** Also what products are a family of, or built on. */
  readonly #subject: RegExp;
  readonly #hypervisors: readonly Hypervisor[];
  #withNeighbours: ProductNames | undefined;

  constructor(hypervisors: readonly Hypervisor[], names = NAMES) {
    this.#hypervisors = hypervisors;
    for (const [name = '', ...others] of names) this.#add(name, [name, ...others]);
    for (const full of hypervisors.flatMap(productsNamed)) {
      const name = full.replace(VERSION_AT_END, '');
      this.#add(name, [name]);
      if (YEAR_AT_END.test(full)) this.#versionedByYear.add(this.#nameOf(name));
    }
    for (const hypervisor of hypervisors) this.#addBehindVendor(hypervisor);
    for (const { name } of hypervisors) {
      if (!this.#isFamily(name)) this.#add(normalizeText(name), [name]);
    }
    this.#versionedByYear.add('Windows Server');
    const aliases = [...this.#byAlias.keys()];
    this.#pattern = anyOf(aliases);
    const families = hypervisors.flatMap(({ name, upstream = [] }) => [name, ...upstream]);
    this.#subject = anyOf([...aliases, ...families.map(keyOf)]);
  }

  /** These, and what they are built on or stands around them. */
  get withNeighbours(): ProductNames {
    this.#withNeighbours ??= new ProductNames(this.#hypervisors, [...NAMES, ...NEIGHBOURS]);
    return this.#withNeighbours;
  }

  /** What the operator calls the platforms and their makers. */
  get configuredNames(): string[] {
    return this.#hypervisors.flatMap(({ name, vendor }) => [name, vendor]);
  }

  /** The known product that a run of words ends in, under the name to print. */
  atEnd(words: readonly string[]): Found | undefined {
    for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
      const name = this.#byAlias.get(keyOf(words.slice(-length).join(' ')));
      if (name) return { name, length };
    }
    return undefined;
  }

  /** The known products that a text names, in the order of their first mention. */
  findIn(text: string): string[] {
    const found = new Set<string>();
    for (const [alias] of text.matchAll(this.#pattern)) {
      found.add(this.#nameOf(alias));
    }
    return [...found];
  }

  /** A text without the names of known products. */
  cutFrom(text: string): string {
    return text.replace(this.#pattern, ' ');
  }

  /** True when a text names a known product, a hypervisor, or what one is built on. */
  isNamedIn(text: string): boolean {
    return text.search(this.#subject) !== -1;
  }

  /** The same, or the maker of a hypervisor. */
  isMakerNamedIn(text: string): boolean {
    return this.isNamedIn(text) || this.#hypervisors.some(({ vendor }) => text.includes(vendor));
  }

  /** True when a bare year after the product's name is its version and not a date. */
  isVersionedByYear(product: string): boolean {
    return this.#versionedByYear.has(product);
  }

  /** "Nutanix", of "Nutanix AHV", is the name of a family, which has no version of its own. */
  #isFamily(name: string): boolean {
    const start = `${keyOf(name)} `;
    return [...this.#byAlias.keys()].some((alias) => alias.startsWith(start));
  }

  /** "SUSE Harvester" is Harvester, as "VMware ESXi" is ESXi. */
  #addBehindVendor(hypervisor: Hypervisor): void {
    for (const full of productsNamed(hypervisor)) {
      const name = full.replace(VERSION_AT_END, '');
      this.#add(this.#nameOf(name), [`${hypervisor.vendor} ${name}`]);
    }
  }

  #nameOf(product: string): string {
    return this.#byAlias.get(keyOf(product)) ?? product;
  }

  #add(name: string, aliases: readonly string[]): void {
    for (const alias of aliases) {
      const key = keyOf(alias);
      if (key !== '' && !this.#byAlias.has(key)) this.#byAlias.set(key, name);
    }
  }
}

/** Where nothing is configured. */
export const WELL_KNOWN_PRODUCTS = new ProductNames([]);

const known = new WeakMap<readonly Hypervisor[], ProductNames>();

/** The products known under a configuration, made once for each list. */
export function productsOf(hypervisors: readonly Hypervisor[]): ProductNames {
  const made = known.get(hypervisors) ?? new ProductNames(hypervisors);
  known.set(hypervisors, made);
  return made;
}

function productsNamed({ flagships, sideProducts = [] }: Hypervisor): string[] {
  return [...flagships, ...sideProducts].map(normalizeText);
}

/** One key for what hyphens, spaces, signs and case vary. */
function keyOf(name: string): string {
  return normalizeText(name)
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();
}

/** The longer before the shorter. */
function anyOf(names: readonly string[]): RegExp {
  const alternatives = [...names]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => literally(name).replaceAll(' ', '[\\s-]'));
  return new RegExp(`(?<![\\w-])(?:${alternatives.join('|')})(?![\\w-])`, 'gi');
}
