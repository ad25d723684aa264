import type { Topic } from '../../model/classification.ts';
import type { StoryFacts } from '../../model/edition.ts';
import type { ClassifiedEntry } from '../classify/classified-entry.ts';
import { labelTopics } from '../classify/label-topics.ts';

/** One reason for a story's place, in words a reader understands. */
export interface RankPoint {
  readonly text: string;
  readonly points: number;
}

/** What the rules look at. */
export interface ScoredStory {
  readonly entries: readonly ClassifiedEntry[];
  /** The report that the story is told by. */
  readonly head: ClassifiedEntry;
  /** Its headline, normalized, and those of all reports. */
  readonly title: string;
  readonly titles: readonly string[];
  readonly hypervisors: readonly string[];
  readonly topics: readonly Topic[];
  readonly facts: StoryFacts;
  /** True where who makes what the story is about says that it does not have the flaw. */
  readonly isSpared: boolean;
  /** For a headline that tells who buys whom. */
  readonly takeover: RankPoint | undefined;
}

/** The point if its condition holds, else none. */
export function when(condition: boolean, text: string, points: number): RankPoint[] {
  return condition ? [{ text, points }] : [];
}

/** True when no report is of another kind: talk of a story does not make the story talk. */
export function areAll({ entries, topics }: ScoredStory, topic: Topic): boolean {
  return topics.includes(topic) && entries.every((entry) => entry.topics.includes(topic));
}

/** What the headline of a report carries; the rest of its topics stand in the text only. */
export function topicsOfTitle({ entry, source, labels }: ClassifiedEntry): Topic[] {
  return labelTopics({ ...entry, text: '' }, source, labels);
}
