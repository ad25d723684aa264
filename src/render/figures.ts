import type { Edition } from '../model/edition.ts';
import { counted } from './counted.ts';
import { listed } from './listed.ts';

/** How many stories about how much and on what, out of how many sources. */
export function figures({ stories, sections, sources, site }: Edition): string {
  const told = new Set(sections.flatMap(({ storyIds }) => storyIds));
  const named = new Set([...told, ...sections.flatMap(({ briefIds }) => briefIds)]);
  const read = counted(sources.read, 'source', 'sources');
  if (named.size === 0) return `No news in what ${read} published.`;
  const busy = sections.filter(
    ({ storyIds, briefIds, isAdjacent }) => !isAdjacent && storyIds.length + briefIds.length > 0,
  );
  const count = counted(named.size, 'story', 'stories');
  const about = busy.length > 0 ? ` about ${counted(busy.length, 'platform', 'platforms')}` : '';
  const topics = mostFrequent(stories.filter(({ id }) => told.has(id)));
  const aboveAll = topics.length > 0 ? `, above all on ${listed(topics, site.language)}` : '';
  const minor = told.size === 0 ? 'Only minor news: ' : '';
  return `${minor}${count}${about}${aboveAll}, chosen from what ${read} published.`;
}

const shownTopics = 3;

const plurals: Readonly<Record<string, string>> = {
  release: 'releases',
  preview: 'previews',
  partnership: 'partnerships',
  event: 'events',
};

/** The topics that several stories have in common, most frequent first. */
function mostFrequent(stories: Edition['stories']): string[] {
  const counts = new Map<string, number>();
  for (const topic of stories.flatMap(({ topics }) => topics)) {
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([one, many], [other, few]) => few - many || (one < other ? -1 : 1))
    .slice(0, shownTopics)
    .map(([topic]) => plurals[topic] ?? topic);
}
