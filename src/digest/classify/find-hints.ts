import type { Topic } from '../../model/classification.ts';
import { findPhrases, indexPhrases, type Phrase, type PhraseMatch } from '../words/find-phrases.ts';
import { Words } from '../words/words.ts';
import type { TopicRule } from './topic-rule.ts';
import { TOPIC_RULES } from './topic-rules.ts';

type Part = 'title' | 'lead' | 'sourceName';

interface Clue {
  readonly topic: Topic;
  readonly parts: readonly Part[];
  /** True for words that look like the topic and are not. */
  readonly isNot: boolean;
  /** Of a word that only together with others makes the topic. */
  readonly points?: number;
}

/** What a text says of topics: those it is on, and the points of the words that speak for others. */
export interface Hints {
  readonly topics: readonly Topic[];
  readonly clues: ReadonlySet<Clue>;
}

/** Points that make a topic together; a word of the title counts more than one of the opening. */
const ENOUGH_POINTS = 3.5;
const TITLE_FACTOR = 1.6;
const CLUES = indexPhrases(TOPIC_RULES.flatMap(cluesOf));

/** Finds the words of a part of an entry that speak for topics. */
export function findHints(text: string, part: Part): Hints {
  const found = findPhrases(CLUES, new Words(text)).filter(({ value }) =>
    value.parts.includes(part),
  );
  const clues = new Set(
    found.filter((match) => !match.value.isNot && !isCut(match, found)).map(({ value }) => value),
  );
  const sure = [...clues].filter(({ points }) => points === undefined);
  return { topics: sure.map(({ topic }) => topic), clues };
}

/** The topics that the words of title and opening make together, each word counted once. */
export function topicsTogether(inTitle: ReadonlySet<Clue>, inLead: ReadonlySet<Clue>): Topic[] {
  const sums = new Map<Topic, number>();
  for (const clue of new Set([...inTitle, ...inLead])) {
    const points = (clue.points ?? 0) * (inTitle.has(clue) ? TITLE_FACTOR : 1);
    sums.set(clue.topic, (sums.get(clue.topic) ?? 0) + points);
  }
  return [...sums].filter(([, points]) => points >= ENOUGH_POINTS).map(([topic]) => topic);
}

function cluesOf(rule: TopicRule): Phrase<Clue>[] {
  const clues = (phrases: readonly string[] | undefined, parts: readonly Part[], isNot = false) =>
    (phrases ?? []).map((phrase) => ({ phrase, value: { topic: rule.topic, parts, isNot } }));
  const together = [...(rule.together ?? [])].flatMap(([points, words]) =>
    words.map((phrase) => ({
      phrase,
      value: { topic: rule.topic, parts: ['title', 'lead'] as const, isNot: false, points },
    })),
  );
  return [
    ...together,
    ...clues(rule.anywhere, ['title', 'lead']),
    ...clues(rule.title, ['title']),
    ...clues(rule.sourceName, ['sourceName']),
    ...clues(rule.not, ['title', 'lead', 'sourceName'], true),
  ];
}

function isCut(match: PhraseMatch<Clue>, found: readonly PhraseMatch<Clue>[]): boolean {
  return found.some(
    ({ value, from, to }) =>
      value.isNot && value.topic === match.value.topic && from < match.to && match.from < to,
  );
}
