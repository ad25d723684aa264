import type { RankedStory } from './rank/rank-stories.ts';

const MOST_LEADS = 5;
const MOST_FROM_ONE = 2;

/** The most important stories of all, at most two of any hypervisor. Expects them best first. */
export function chooseLeads(stories: readonly RankedStory[]): RankedStory[] {
  const counts = new Map<string, number>();
  const leads: RankedStory[] = [];
  for (const story of stories) {
    if (leads.length === MOST_LEADS) break;
    // A story about two counts for the one that has room.
    const home = story.hypervisors.find((id) => (counts.get(id) ?? 0) < MOST_FROM_ONE);
    if (home === undefined) continue;
    counts.set(home, (counts.get(home) ?? 0) + 1);
    leads.push(story);
  }
  return leads;
}
