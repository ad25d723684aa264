/** Something published: a page, a feed, a data file. */
export interface Document {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly body: string | Uint8Array;
  readonly contentType: string;
}
