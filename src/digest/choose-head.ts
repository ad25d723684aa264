import { type ClassifiedEntry, publishedAt } from './classified-entry.ts';
import { readTerms } from './read-terms.ts';

/** Fewer telling words than this ("VMSA-2025-0004") make no headline. */
const FEWEST_WORDS = 2;

/** Reports in the order in which they may tell the story: on the subject, a telling title, the vendor, the first. */
export function byTelling(entries: readonly ClassifiedEntry[]): ClassifiedEntry[] {
  return [...entries].sort(
    (a, b) =>
      Number(b.labels.length > 0) - Number(a.labels.length > 0) ||
      Number(hasTellingTitle(b)) - Number(hasTellingTitle(a)) ||
      Number(isVendor(b)) - Number(isVendor(a)) ||
      Number(isProse(b)) - Number(isProse(a)) ||
      Temporal.Instant.compare(publishedAt(a.entry), publishedAt(b.entry)) ||
      (a.entry.id < b.entry.id ? -1 : 1),
  );
}

export function isVendor({ source }: ClassifiedEntry): boolean {
  return source?.isVendor ?? false;
}

/** A changelog tells less than the post about it. */
function isProse({ source }: ClassifiedEntry): boolean {
  return source?.kind !== 'github-releases';
}

function hasTellingTitle({ entry }: ClassifiedEntry): boolean {
  return readTerms(entry.title).length >= FEWEST_WORDS;
}
