import { type ClassifiedEntry, publishedAt } from '../classify/classified-entry.ts';
import { isReferencePage } from '../classify/is-reference-page.ts';
import { readTerms } from '../group/read-terms.ts';
import { partsOf, type StoryGroup } from '../group/story-group.ts';

/** Fewer telling words than this ("VMSA-2025-0004") make no headline. */
const FEWEST_WORDS = 2;

/** Stands over any story of its kind: questions and answers on an advisory, the news of a day. */
const ANY_STORY =
  /\b(?:questions? (?:&|and) answers?|Q ?& ?A|FAQs?|frequently asked questions|(?:daily|weekly|monthly) (?:\p{L}+ ){0,3}(?:briefing|digest|round-?up|recap|news|summary|report)|(?:Tages|Wochen|Monats)(?:rückblick|bericht|überblick))\b/giu;

/** A title that names a product outright reaches this; how often it does so says no more. */
const OUTRIGHT = 6;

/** The reports of a story in the order in which they may tell it: first those of the story that goes on. */
export function inTellingOrder(story: Pick<StoryGroup, 'entries' | 'parts'>): ClassifiedEntry[] {
  return partsOf(story).flatMap((entries) => byTelling(entries, hasTellingTitle));
}

/** The same for its text: that of the vendor may stand under questions and answers. */
export function inTextOrder(story: Pick<StoryGroup, 'entries' | 'parts'>): ClassifiedEntry[] {
  return partsOf(story).flatMap((entries) => byTelling(entries, hasWords));
}

/**
 * Reports in the order in which they may tell the story: on the subject, a telling title, news
 * and no reference, the vendor, prose, most about the hypervisors by its title, the first.
 */
function byTelling(
  entries: readonly ClassifiedEntry[],
  isTelling: (title: string) => boolean,
): ClassifiedEntry[] {
  return [...entries].sort(
    (a, b) =>
      Number(b.labels.length > 0) - Number(a.labels.length > 0) ||
      Number(isTelling(b.entry.title)) - Number(isTelling(a.entry.title)) ||
      Number(isReferencePage(a.entry.title)) - Number(isReferencePage(b.entry.title)) ||
      Number(nearness(b) > 0) - Number(nearness(a) > 0) ||
      Number(isVendor(b)) - Number(isVendor(a)) ||
      Number(isProse(b)) - Number(isProse(a)) ||
      nearness(b) - nearness(a) ||
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

/** How much the title is about the hypervisors themselves, and not about what they are part of. */
function nearness({ labels }: ClassifiedEntry): number {
  return Math.min(OUTRIGHT, Math.max(0, ...labels.map(({ titleScore = 0 }) => titleScore)));
}

function hasTellingTitle(title: string): boolean {
  return hasWords(title.replace(ANY_STORY, ' '));
}

function hasWords(title: string): boolean {
  return readTerms(title).length >= FEWEST_WORDS;
}
