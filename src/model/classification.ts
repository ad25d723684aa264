/** One hypervisor that an entry is about, and why. */
export interface Label {
  /** Id of a configured hypervisor. */
  readonly hypervisor: string;
  /** How strongly; comparable between entries, 3 and up. */
  readonly score: number;
  /** The reason in words: `"Proxmox VE" in the title; published on proxmox.com`. */
  readonly because: string;
  /** True when the title names a side product only (a mail gateway, a monitoring add-on): minor news. */
  readonly isSideProduct: boolean;
  /** True when the title tells of a flaw in another maker's product: "Acme flaw used to encrypt X". */
  readonly isBystander?: boolean;
  /** How much of the score the title alone gives; absent for a label that no title gave. */
  readonly titleScore?: number;
}

/** What kind of news an entry is. The first nine change a digest; the rest help to rank it. */
export type Topic =
  | 'security'
  | 'release'
  | 'licensing'
  | 'lifecycle'
  | 'partnership'
  | 'migration'
  | 'business'
  | 'event'
  | 'how-to'
  | 'preview'
  | 'point-release'
  | 'tooling'
  | 'round-up'
  | 'community'
  | 'maintenance';
