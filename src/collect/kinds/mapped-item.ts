/** One item of a document that is no feed, taken out of it as the source's settings say: plain text. */
export interface MappedItem {
  readonly title?: string;
  readonly id?: string;
  readonly url?: string;
  /** HTML. */
  readonly summary?: string;
  readonly publishedAt?: string;
  readonly updatedAt?: string;
  readonly categories?: readonly string[];
}
