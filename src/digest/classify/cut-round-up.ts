import type { Label } from '../../model/classification.ts';
import type { Entry } from '../../model/entry.ts';
import type { Source } from '../../model/source.ts';
import type { Dictionary } from './compile-hypervisors.ts';
import { findHints } from './find-hints.ts';
import { ownPart } from './own-part.ts';
import { isExploitedList, isPatchDay } from './patch-day.ts';
import { namesOneOf } from './read-flaw-list.ts';

/**
 * What a report on many things says of the hypervisors that it is labelled with: the rest would lend
 * them its flaws, attacks and sentences. It stays whole where its title names one of them, or where
 * its source has no other subject.
 */
export function cutRoundUp<T extends Entry>(
  entry: T,
  source: Source | undefined,
  labels: readonly Label[],
  dictionary: Dictionary,
): T {
  if (labels.length === 0 || source?.hypervisor !== undefined || !isRoundUp(entry.title))
    return entry;
  const isNamed = namesOneOf(new Set(labels.map(({ hypervisor }) => hypervisor)), dictionary);
  if (isNamed(entry.title)) return entry;
  return { ...entry, text: ownPart(entry.text, isNamed).trim() };
}

function isRoundUp(title: string): boolean {
  const isOnFlaws = isPatchDay(title) || isExploitedList(title);
  return isOnFlaws || findHints(title, 'title').topics.includes('round-up');
}
