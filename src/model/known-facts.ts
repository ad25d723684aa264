/** What open data says, as it was last fetched. Without it an edition says less, not otherwise. */
export interface KnownFacts {
  readonly flaws: readonly FactList<KnownFlaw>[];
  readonly cycles: readonly FactList<ReleaseCycle>[];
}

/** One list of one publisher: what it says is shown under its name and never overwritten. */
export interface FactList<Fact> {
  /** To print: `CISA KEV`. */
  readonly source: string;
  /** Where a reader finds it. */
  readonly url: string;
  /** Absent when it could not be read so far. */
  readonly fetchedAt?: Temporal.Instant;
  readonly facts: readonly Fact[];
}

/** A flaw as a list knows it: CISA KEV, XSA, MSRC. */
export interface KnownFlaw {
  readonly cve: string;
  readonly isExploited?: boolean;
  /** Exploited by ransomware crews. */
  readonly isRansomware?: boolean;
  readonly isCritical?: boolean;
  readonly cvss?: number;
  /** The vendor's number for it: `XSA-470`. */
  readonly advisory?: string;
  readonly product?: string;
  /** ISO date on which the list took it up. */
  readonly addedOn?: string;
}

/** One line of versions and how long it is supported (endoflife.date). */
export interface ReleaseCycle {
  /** Id of the configured hypervisor that it belongs to. */
  readonly hypervisor: string;
  /** As it is printed: `Proxmox VE`. */
  readonly product: string;
  /** `8`, `8.0`. */
  readonly cycle: string;
  readonly latest?: string;
  /** ISO dates. */
  readonly latestOn?: string;
  readonly supportEndsOn?: string;
}
