import type { Topic } from '../../model/classification.ts';

/** How a topic is recognized, in the notation of find-phrases.ts. */
export interface TopicRule {
  readonly topic: Topic;
  /** Enough in a title or in an opening. */
  readonly anywhere?: readonly string[];
  /** Enough in a title only. */
  readonly title?: readonly string[];
  /** None of them is enough, several are: by points, below zero for what speaks against the topic. */
  readonly together?: ReadonlyMap<number, readonly string[]>;
  /** The same words, another matter: what they cover does not count. */
  readonly not?: readonly string[];
  /** Where everything is on this topic, by the name of the source. */
  readonly sourceName?: readonly string[];
}

/** The phrases of a list, commas between them; "license" stands for "licence", too. */
export function phrases(list: string): string[] {
  const written = list.split(',').map((phrase) => phrase.trim());
  const british = written.map((phrase) => phrase.replace(/licens/g, 'licenc'));
  return [...new Set([...written, ...british])];
}
