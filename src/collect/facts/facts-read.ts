import type { FactContent } from '../../model/open-data.ts';

/** What a document of open data says, or why nothing can be read from it. */
export type FactsRead =
  | { readonly kind: 'read'; readonly content: FactContent }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads a parsed JSON document of one publisher, configured as `url`. What is missing in an item is left out. */
export type FactReader = (document: unknown, url: string) => FactsRead;

/** For a document that does not look like one of its publisher. */
export function strangeShape(reason: string): FactsRead {
  return { kind: 'unreadable', reason: `its form seems to have changed: ${reason}` };
}
