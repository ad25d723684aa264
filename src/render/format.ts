import type { Document } from '../model/document.ts';
import type { Edition } from '../model/edition.ts';
import type { Templates } from './load-templates.ts';

/** Makes the documents of one output format from all editions, newest first. */
export type Format = (editions: readonly Edition[], templates: Templates) => readonly Document[];

/** A preview gets a page of its own, and no place in what lists editions. */
export function issuedOnly(editions: readonly Edition[]): readonly Edition[] {
  return editions.filter((edition) => edition.number > 0);
}
