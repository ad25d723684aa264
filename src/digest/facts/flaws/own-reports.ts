import type { ClassifiedEntry } from '../../classify/classified-entry.ts';
import type { ProductNames } from '../versions/product-names.ts';
import { deniesImpact } from './denies-impact.ts';

/**
 * The reports whose word on a flaw counts for what a story is about: not of one in another maker's
 * product, nor of one that is said not to concern it. None where only such reports are labelled.
 */
export function ownReports(
  entries: readonly ClassifiedEntry[],
  products: ProductNames,
): readonly ClassifiedEntry[] {
  const own = entries.filter((each) => !isBystander(each) && !deniesImpact(each.entry, products));
  const isLabelled = ({ labels }: ClassifiedEntry) => labels.length > 0;
  return entries.some(isLabelled) && !own.some(isLabelled) ? [] : own;
}

function isBystander({ labels }: ClassifiedEntry): boolean {
  return labels.length > 0 && labels.every((label) => label.isBystander === true);
}
