/** One platform the digest reports on, as the operator configured it. */
export interface Hypervisor {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  /** What names it, with a weight: about 2 for a product name, under 1 for a context word. */
  readonly terms: readonly Term[];
  /** Phrases cut out before terms are looked for: same words, another subject. `*` stands for up to four words. */
  readonly negativeContexts: readonly string[];
  /** Phrases that name it in passing; what they name counts little. `*` stands for up to four words. */
  readonly incidental?: readonly string[];
  /** Web addresses, host or host and path, where everything is about it. */
  readonly sites?: readonly string[];
  /** Products of the same family that are no hypervisor: labelled, but told as minor news. */
  readonly sideProducts?: readonly string[];
  /** What it is built on (`Xen`, `KVM`): a grave flaw there is told here. */
  readonly upstream?: readonly string[];
  /** Product names whose general release is news of the first order. */
  readonly flagships: readonly string[];
}

export interface Term {
  readonly term: string;
  readonly weight: number;
}
