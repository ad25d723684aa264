import type { ClassifiedEntry } from '../classify/classified-entry.ts';
import type { Merge } from '../group/story-group.ts';
import { normalizeText } from '../words/normalize-text.ts';

const LONGEST_TITLE = 60;

/** Why the reports of a story are together: each reason once, with the reports that it joins. */
export function tellTogether(
  merges: readonly Merge[],
  entries: readonly ClassifiedEntry[],
): string[] {
  const reasons = Map.groupBy(merges, ({ because }) => because);
  return [...reasons].map(([because, same]) => {
    const pairs = same.map(({ pair }) => pair.map((entry) => nameOf(entry, entries)).join(' and '));
    return `${because} (${pairs.join('; ')})`;
  });
}

/** The source of a report; its title where the story has another one of that source. */
function nameOf(classified: ClassifiedEntry, entries: readonly ClassifiedEntry[]): string {
  const own = sourceOf(classified);
  const isOnly = entries.filter((each) => sourceOf(each) === own).length === 1;
  return isOnly ? own : `“${shorten(normalizeText(classified.entry.title))}”`;
}

function sourceOf({ source, entry }: ClassifiedEntry): string {
  return source?.name ?? entry.sourceId;
}

/** Cut between words. */
function shorten(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2)).toWellFormed()}…`;
}
