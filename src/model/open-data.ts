import type { KnownFlaw, ReleaseCycle } from './known-facts.ts';
import type { SourceRequest, SourceState } from './source.ts';

/** A configured list of open data on flaws, or on the versions of a product. */
export interface OpenData {
  readonly id: string;
  /** To print: `CISA KEV`. */
  readonly name: string;
  /** Whose list it is, which says how to read it. */
  readonly kind: OpenDataKind;
  /** Where to fetch; http or https. */
  readonly url: string;
  /** Where a reader finds it. Default: `url`. */
  readonly page?: string;
  /** For `end-of-life`: the hypervisor that the product belongs to. */
  readonly hypervisor?: string;
  /** For `end-of-life`: the product as it is printed. */
  readonly product?: string;
  readonly request?: SourceRequest;
}

export type OpenDataKind = 'kev' | 'end-of-life' | 'xsa' | 'msrc';

/** One document of open data, as it is kept between runs. */
export interface FactDocument {
  /** How asking for it went; its `sourceId` is the id of the list, or `list/part`. */
  readonly state: SourceState;
  /** What it said when it was last read; absent until it was read once. */
  readonly content?: FactContent;
}

export interface FactContent {
  readonly flaws?: readonly KnownFlaw[];
  /** Whose versions they are is configured, not stored. */
  readonly cycles?: readonly Omit<ReleaseCycle, 'hypervisor' | 'product'>[];
  /** The documents that hold the facts, where this one is only their index. */
  readonly parts?: readonly FactPart[];
  /** Of a part: its revision by the index at the time it was read. */
  readonly revision?: string;
}

export interface FactPart {
  readonly id: string;
  readonly url: string;
  /** Changes whenever the part does. */
  readonly revision: string;
}
