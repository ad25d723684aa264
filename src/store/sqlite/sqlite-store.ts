import type { DatabaseSync } from 'node:sqlite';
import type { Delivery } from '../../model/delivery.ts';
import type { Decision, Edit } from '../../model/edit.ts';
import type { Edition } from '../../model/edition.ts';
import type { Entry, StoredEntry } from '../../model/entry.ts';
import type { FactDocument } from '../../model/open-data.ts';
import type { SourceState } from '../../model/source.ts';
import type { CollectedCount, KnownEntry, Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { acquireRunLock } from './acquire-run-lock.ts';
import { EditsTable } from './edits-table.ts';
import { openDatabase, transaction } from './open-database.ts';
import {
  toDelivery,
  toEntry,
  toEntryRow,
  toFactDocument,
  toFactRow,
  toInstant,
  toKnownEntry,
  toMilliseconds,
  toState,
  toStateJson,
} from './rows.ts';

/** The embedded store: one file, or `:memory:`. */
export function openSqliteStore(location: string): Store {
  return new SqliteStore(openDatabase(location), location);
}

class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #location: string;
  readonly #edits: EditsTable;

  constructor(database: DatabaseSync, location: string) {
    this.#database = database;
    this.#location = location;
    this.#edits = new EditsTable(database);
  }

  async sourceStates(): Promise<ReadonlyMap<string, SourceState>> {
    const rows = this.#database.prepare('SELECT id, state FROM sources ORDER BY id').all();
    return new Map(rows.map((row) => [String(row.id), toState(String(row.state))]));
  }

  async lastEntryAt(): Promise<ReadonlyMap<string, Temporal.Instant>> {
    const rows = this.#database
      .prepare(
        'SELECT source_id, max(published_at) AS at FROM entries WHERE published_at IS NOT NULL GROUP BY source_id',
      )
      .all();
    return new Map(rows.map((row) => [String(row.source_id), toInstant(row.at)]));
  }

  async knownEntries(sourceId: string): Promise<readonly KnownEntry[]> {
    return this.#database
      .prepare(
        'SELECT id, feed_id, url, title, published_at FROM entries WHERE source_id = ? ORDER BY id',
      )
      .all(sourceId)
      .map(toKnownEntry);
  }

  async saveCollected(
    state: SourceState,
    entries: readonly Entry[],
    collectedAt: Temporal.Instant,
  ): Promise<CollectedCount> {
    return transaction(this.#database, () => {
      const isBacklog = !this.#wasCollected(state.sourceId);
      const count = this.#saveEntries(entries, collectedAt, isBacklog);
      const lastNewEntryAt = count.added > 0 ? collectedAt : state.lastNewEntryAt;
      this.#database
        .prepare(
          'INSERT INTO sources (id, state) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state',
        )
        .run(state.sourceId, toStateJson({ ...state, lastNewEntryAt }));
      return count;
    });
  }

  async factDocuments(): Promise<ReadonlyMap<string, FactDocument>> {
    const rows = this.#database.prepare('SELECT * FROM fact_documents ORDER BY id').all();
    return new Map(rows.map((row) => [String(row.id), toFactDocument(row)]));
  }

  async saveFactDocument(document: FactDocument): Promise<void> {
    this.#database
      .prepare(
        'INSERT OR REPLACE INTO fact_documents (id, state, content) VALUES (:id, :state, :content)',
      )
      .run(toFactRow(document));
  }

  async newsSince(from: Temporal.Instant): Promise<readonly StoredEntry[]> {
    return this.#database
      .prepare(
        'SELECT * FROM entries WHERE considered_in IS NULL AND (is_backlog = 0 OR published_at >= ?) ORDER BY id',
      )
      .all(toMilliseconds(from))
      .map(toEntry);
  }

  async entriesBetween(
    from: Temporal.Instant,
    until: Temporal.Instant,
  ): Promise<readonly StoredEntry[]> {
    return this.#database
      .prepare(
        'SELECT * FROM entries WHERE coalesce(published_at, collected_at) BETWEEN ? AND ? ORDER BY id',
      )
      .all(toMilliseconds(from), toMilliseconds(until))
      .map(toEntry);
  }

  async editions(): Promise<readonly Edition[]> {
    return this.#database
      .prepare('SELECT document FROM editions ORDER BY number DESC')
      .all()
      .map((row) => JSON.parse(String(row.document)));
  }

  async issueEdition(
    edition: Edition,
    considered: readonly string[],
    recipients: readonly string[],
  ): Promise<Edition> {
    return transaction(this.#database, () => {
      const issued = { ...edition, number: this.#nextNumber() };
      this.#insertEdition(issued);
      this.#closeEntries(issued, considered);
      this.#queueDeliveries(issued, recipients);
      if (issued.intro !== undefined) this.#edits.useIntros(issued);
      return issued;
    });
  }

  async deliveries(): Promise<readonly Delivery[]> {
    return this.#database
      .prepare('SELECT * FROM deliveries ORDER BY position')
      .all()
      .map(toDelivery);
  }

  async saveDelivery(delivery: Delivery): Promise<void> {
    const { changes } = this.#database
      .prepare(
        'UPDATE deliveries SET state = ?, attempts = ?, due_at = ?, response = ? WHERE edition_id = ? AND recipient = ?',
      )
      .run(
        delivery.state,
        delivery.attempts,
        toMilliseconds(delivery.dueAt),
        delivery.response ?? null,
        delivery.editionId,
        delivery.recipient,
      );
    if (changes === 0)
      throw new StoreError(
        `no delivery of ${delivery.editionId} to ${delivery.recipient} is queued`,
      );
  }

  async edits(): Promise<readonly Edit[]> {
    return this.#edits.select();
  }

  async saveEdit(decision: Decision, madeAt: Temporal.Instant): Promise<Edit> {
    return transaction(this.#database, () => this.#edits.insert(decision, madeAt));
  }

  async removeEdit(id: string): Promise<boolean> {
    return this.#edits.delete(id);
  }

  async alone<Result>(work: () => Promise<Result>, onWait: () => void): Promise<Result> {
    // A store in memory has no other process to share with.
    if (this.#location === ':memory:') return work();
    const release = await acquireRunLock(this.#location, onWait);
    try {
      return await work();
    } finally {
      release();
    }
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #wasCollected(sourceId: string): boolean {
    const row = this.#database.prepare('SELECT state FROM sources WHERE id = ?').get(sourceId);
    return row !== undefined && toState(String(row.state)).firstCollectedAt !== undefined;
  }

  #saveEntries(
    entries: readonly Entry[],
    collectedAt: Temporal.Instant,
    isBacklog: boolean,
  ): CollectedCount {
    const insert = this.#database.prepare(insertEntry);
    const update = this.#database.prepare(updateEntry);
    let added = 0;
    let updated = 0;
    for (const entry of entries) {
      const row = toEntryRow(entry);
      const inserted = insert.run({
        ...row,
        collected_at: toMilliseconds(collectedAt),
        is_backlog: isBacklog ? 1 : 0,
      });
      if (inserted.changes === 1) added += 1;
      else updated += Number(update.run(row).changes);
    }
    return { added, updated };
  }

  #nextNumber(): number {
    const row = this.#database
      .prepare('SELECT coalesce(max(number), 0) + 1 AS number FROM editions')
      .get();
    return Number(row?.number);
  }

  #insertEdition(edition: Edition): void {
    const taken = this.#database
      .prepare('SELECT number FROM editions WHERE id = ?')
      .get(edition.id);
    if (taken !== undefined)
      throw new StoreError(`edition ${edition.id} was issued by another run in the meantime`);
    this.#database
      .prepare('INSERT INTO editions (number, id, document) VALUES (?, ?, ?)')
      .run(edition.number, edition.id, JSON.stringify(edition));
  }

  #closeEntries(edition: Edition, considered: readonly string[]): void {
    const close = this.#database.prepare(
      'UPDATE entries SET considered_in = ? WHERE id = ? AND considered_in IS NULL',
    );
    for (const id of considered)
      if (close.run(edition.number, id).changes === 0)
        throw new StoreError(`entry ${id} was considered by another run in the meantime`);
  }

  #queueDeliveries(edition: Edition, recipients: readonly string[]): void {
    const queue = this.#database.prepare(
      "INSERT INTO deliveries (edition_id, recipient, state, attempts) VALUES (?, ?, 'queued', 0)",
    );
    for (const recipient of new Set(recipients)) queue.run(edition.id, recipient);
  }
}

const insertEntry = `
  INSERT INTO entries (id, source_id, feed_id, url, title, text, categories, authors,
    published_at, updated_at, collected_at, is_backlog)
  VALUES (:id, :source_id, :feed_id, :url, :title, :text, :categories, :authors,
    :published_at, :updated_at, :collected_at, :is_backlog)
  ON CONFLICT (id) DO NOTHING`;

/** Changes a row only where something differs, so that an unchanged entry does not count. */
const updateEntry = `
  UPDATE entries SET feed_id = :feed_id, url = :url, title = :title, text = :text,
    categories = :categories, authors = :authors,
    published_at = coalesce(published_at, :published_at), updated_at = :updated_at
  WHERE id = :id AND source_id = :source_id AND (feed_id IS NOT :feed_id OR url IS NOT :url OR title <> :title OR text <> :text
    OR categories <> :categories OR authors <> :authors OR updated_at IS NOT :updated_at
    OR published_at IS NOT coalesce(published_at, :published_at))`;
