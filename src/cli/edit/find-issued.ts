import { canonicalAddress } from '../../digest/words/canonical-address.ts';
import type { Edition, EditionStory } from '../../model/edition.ts';
import { SHORTEST } from './name-handles.ts';

/** A story of an edition that was issued before. */
export interface IssuedStory {
  readonly headline: string;
  readonly edition: string;
}

/** The latest issued story of this name: its id or that of a report, as `show` had them, or a URL. */
export function findIssued(earlier: readonly Edition[], named: string): IssuedStory | undefined {
  const typed = named.trim().toLowerCase();
  const address = canonicalAddress(named.trim());
  // What is shorter than any name could be the beginning of anything.
  const begins = (id: string) => typed.length >= SHORTEST && id.startsWith(typed);
  const isIt = ({ id, reports }: EditionStory) =>
    begins(id) ||
    reports.some(
      ({ entryId, url }) => begins(entryId) || (url && canonicalAddress(url) === address),
    );
  for (const { name, stories } of earlier) {
    const story = stories.find(isIt);
    if (story) return { headline: story.headline, edition: name };
  }
  return undefined;
}
