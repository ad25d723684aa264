import { hash } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import type { Delivery, DeliveryState } from '../../model/delivery.ts';
import type { Entry, StoredEntry } from '../../model/entry.ts';
import type { FactDocument } from '../../model/open-data.ts';
import type { SourceState } from '../../model/source.ts';
import type { KnownEntry } from '../store.ts';

export type Row = Readonly<Record<string, unknown>>;

export function toEntryRow(entry: Entry): Record<string, SQLInputValue> {
  return {
    id: entry.id,
    source_id: entry.sourceId,
    feed_id: entry.feedId ?? null,
    url: entry.url ?? null,
    title: entry.title,
    text: entry.text,
    categories: JSON.stringify(entry.categories),
    authors: JSON.stringify(entry.authors),
    published_at: toMilliseconds(entry.publishedAt),
    updated_at: toMilliseconds(entry.updatedAt),
  };
}

export function toEntry(row: Row): StoredEntry {
  return {
    ...toNamed(row),
    sourceId: String(row.source_id),
    text: String(row.text),
    categories: JSON.parse(String(row.categories)),
    authors: JSON.parse(String(row.authors)),
    ...present('updatedAt', row.updated_at, toInstant),
    collectedAt: toInstant(row.collected_at),
    isBacklog: row.is_backlog === 1,
  };
}

export function toKnownEntry(row: Row): KnownEntry {
  const text = String(row.text);
  return { ...toNamed(row), ...(text !== '' && { textHash: hash('sha256', text) }) };
}

function toNamed(row: Row): Omit<KnownEntry, 'textHash'> {
  return {
    id: String(row.id),
    ...present('feedId', row.feed_id, String),
    ...present('url', row.url, String),
    title: String(row.title),
    ...present('publishedAt', row.published_at, toInstant),
  };
}

export function toDelivery(row: Row): Delivery {
  return {
    editionId: String(row.edition_id),
    recipient: String(row.recipient),
    state: row.state as DeliveryState,
    attempts: Number(row.attempts),
    ...present('dueAt', row.due_at, toInstant),
    ...present('response', row.response, String),
  };
}

export function toFactRow({ state, content }: FactDocument): Record<string, SQLInputValue> {
  return {
    id: state.sourceId,
    state: toStateJson(state),
    content: content === undefined ? null : JSON.stringify(content),
  };
}

export function toFactDocument(row: Row): FactDocument {
  return {
    state: toState(String(row.state)),
    ...present('content', row.content, (json) => JSON.parse(String(json))),
  };
}

/** Instants stand in the JSON of a state as `{"instant": "2024-06-05T00:00:00Z"}`. */
export function toStateJson(state: SourceState): string {
  const fields = Object.entries(state).map(([name, value]) => [name, mark(value)]);
  return JSON.stringify(Object.fromEntries(fields));
}

export function toState(json: string): SourceState {
  return JSON.parse(json, (_, value) =>
    typeof value?.instant === 'string' ? Temporal.Instant.from(value.instant) : value,
  );
}

export function toInstant(milliseconds: unknown): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number(milliseconds));
}

export function toMilliseconds(instant: Temporal.Instant | undefined): number | null {
  return instant === undefined ? null : instant.epochMilliseconds;
}

function mark(value: unknown): unknown {
  return value instanceof Temporal.Instant ? { instant: value.toString() } : value;
}

function present<Name extends string, Value>(
  name: Name,
  value: unknown,
  convert: (value: unknown) => Value,
): { [K in Name]?: Value } {
  return value === null ? {} : ({ [name]: convert(value) } as { [K in Name]?: Value });
}
