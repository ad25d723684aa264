import type { ClassifiedEntry } from '../digest/classify/classified-entry.ts';
import { classifyEntries } from '../digest/classify/classify-entries.ts';
import { productsOf } from '../digest/facts/versions/product-names.ts';
import { groupStories } from '../digest/group/group-stories.ts';
import { type RankedStory, rankStories } from '../digest/rank/rank-stories.ts';
import { summarise } from '../digest/tell/summarise-story.ts';
import type { StoredEntry } from '../model/entry.ts';
import type { Hypervisor } from '../model/hypervisor.ts';
import type { Source } from '../model/source.ts';
import type { LabelledItem } from './labelled-item.ts';
import { matchSource } from './match-source.ts';

/** What the program says of one item. */
export interface Judgement {
  readonly id: string;
  readonly hypervisors: readonly string[];
  readonly topics: readonly string[];
  /** Shared by the items that it takes for one story. */
  readonly story: string;
  /** 1 for the first item of the best story; absent for an item about no hypervisor. */
  readonly rank?: number;
  /** Sentences of the item itself. */
  readonly summary: string;
}

/** Runs the production code on labelled items, as if they had just been collected. */
export function judgeItems(
  items: readonly LabelledItem[],
  sources: readonly Source[],
  hypervisors: readonly Hypervisor[],
): Judgement[] {
  const matched = items.map((item) => ({ item, source: matchSource(item, sources) }));
  const known = new Map(matched.map(({ source }) => [source.id, source]));
  const entries = matched.map(({ item, source }) => toEntry(item, source));
  const classified = classifyEntries(entries, [...known.values()], hypervisors);
  const ranked = rankStories(groupStories(classified, productsOf(hypervisors)), hypervisors);
  const stories = new Map(
    ranked.flatMap((story) => story.entries.map(({ entry }) => [entry.id, story])),
  );
  const order = ranked.filter((story) => story.hypervisors.length > 0).flatMap(idsOf);
  const ranks = new Map(order.map((id, at) => [id, at + 1]));
  return classified.map((entry) => judge(entry, stories.get(entry.entry.id), ranks));
}

function judge(
  { entry, labels, topics }: ClassifiedEntry,
  story: RankedStory | undefined,
  ranks: ReadonlyMap<string, number>,
): Judgement {
  const rank = ranks.get(entry.id);
  return {
    id: entry.id,
    hypervisors: labels.map(({ hypervisor }) => hypervisor),
    topics,
    story: story ? (idsOf(story).toSorted()[0] ?? entry.id) : entry.id,
    ...(rank === undefined ? {} : { rank }),
    summary: summarise([entry]).sentences.join(' '),
  };
}

function idsOf({ entries }: RankedStory): string[] {
  return entries.map(({ entry }) => entry.id);
}

function toEntry(item: LabelledItem, source: Source): StoredEntry {
  const publishedAt = toInstant(item.date);
  return {
    id: item.id,
    sourceId: source.id,
    ...(item.url === undefined ? {} : { url: item.url }),
    title: item.title,
    text: item.summary,
    categories: [],
    authors: [],
    publishedAt,
    collectedAt: publishedAt,
    isBacklog: false,
  };
}

/** Noon of the day; a date without a day is taken for the middle of the month. */
function toInstant(date: string): Temporal.Instant {
  const [year = '', month = '07', day = '15'] = date.slice(0, 10).split('-');
  return Temporal.Instant.from(`${year}-${month}-${day}T12:00Z`);
}
