import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Delivery } from '../../model/delivery.ts';
import type { Decision, Edit } from '../../model/edit.ts';
import type { Edition } from '../../model/edition.ts';
import type { Entry, StoredEntry } from '../../model/entry.ts';
import type { FactDocument } from '../../model/open-data.ts';
import type { SourceState } from '../../model/source.ts';
import type { CollectedCount, KnownEntry, Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { acquireRunLock } from './acquire-run-lock.ts';
import { DeliveriesTable } from './deliveries-table.ts';
import { EditsTable } from './edits-table.ts';
import { explainFailure } from './explain-failure.ts';
import { openDatabase, transaction } from './open-database.ts';
import {
  type Row,
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
  const { database, refusal } = openDatabase(location);
  return new SqliteStore(database, location, refusal);
}

class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #location: string;
  readonly #refusal: StoreError | undefined;
  readonly #edits: EditsTable;
  readonly #deliveries: DeliveriesTable;

  constructor(database: DatabaseSync, location: string, refusal: StoreError | undefined) {
    this.#database = database;
    this.#location = location;
    this.#refusal = refusal;
    this.#edits = new EditsTable(database);
    this.#deliveries = new DeliveriesTable(database);
  }

  get isReadOnly(): boolean {
    return this.#refusal !== undefined;
  }

  async sourceStates(): Promise<ReadonlyMap<string, SourceState>> {
    const rows = this.#rows('SELECT id, state FROM sources ORDER BY id');
    return new Map(rows.map((row) => [String(row.id), toState(String(row.state))]));
  }

  async lastEntryAt(): Promise<ReadonlyMap<string, Temporal.Instant>> {
    const rows = this.#rows(
      'SELECT source_id, max(published_at) AS at FROM entries WHERE published_at IS NOT NULL GROUP BY source_id',
    );
    return new Map(rows.map((row) => [String(row.source_id), toInstant(row.at)]));
  }

  async knownEntries(sourceId: string): Promise<readonly KnownEntry[]> {
    // Row by row: the texts of a source are never all in memory.
    return this.#read(() =>
      this.#database
        .prepare(
          'SELECT id, feed_id, url, title, text, published_at FROM entries WHERE source_id = ? ORDER BY id',
        )
        .iterate(sourceId)
        .map(toKnownEntry)
        .toArray(),
    );
  }

  async saveCollected(
    state: SourceState,
    entries: readonly Entry[],
    collectedAt: Temporal.Instant,
  ): Promise<CollectedCount> {
    return this.#write(() => {
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
    const rows = this.#rows('SELECT * FROM fact_documents ORDER BY id');
    return new Map(rows.map((row) => [String(row.id), toFactDocument(row)]));
  }

  async saveFactDocument(document: FactDocument): Promise<void> {
    this.#write(() =>
      this.#database
        .prepare(
          'INSERT OR REPLACE INTO fact_documents (id, state, content) VALUES (:id, :state, :content)',
        )
        .run(toFactRow(document)),
    );
  }

  async newsSince(from: Temporal.Instant): Promise<readonly StoredEntry[]> {
    return this.#rows(
      'SELECT * FROM entries WHERE considered_in IS NULL AND (is_backlog = 0 OR published_at >= ?) ORDER BY id',
      toMilliseconds(from),
    ).map(toEntry);
  }

  async entriesBetween(
    from: Temporal.Instant,
    until: Temporal.Instant,
  ): Promise<readonly StoredEntry[]> {
    return this.#rows(
      'SELECT * FROM entries WHERE coalesce(published_at, collected_at) BETWEEN ? AND ? ORDER BY id',
      toMilliseconds(from),
      toMilliseconds(until),
    ).map(toEntry);
  }

  async editions(): Promise<readonly Edition[]> {
    const rows = this.#rows('SELECT document FROM editions ORDER BY number DESC');
    return rows.map((row) => JSON.parse(String(row.document)));
  }

  async issueEdition(
    edition: Edition,
    considered: readonly string[],
    recipients: readonly string[],
  ): Promise<Edition> {
    return this.#write(() => {
      const issued = { ...edition, number: this.#nextNumber() };
      this.#insertEdition(issued);
      this.#closeEntries(issued, considered);
      this.#deliveries.queue(issued, recipients);
      if (issued.intro !== undefined) this.#edits.useIntros(issued);
      return issued;
    });
  }

  async deliveries(): Promise<readonly Delivery[]> {
    return this.#read(() => this.#deliveries.select());
  }

  async saveDelivery(delivery: Delivery): Promise<void> {
    this.#write(() => this.#deliveries.update(delivery));
  }

  async edits(): Promise<readonly Edit[]> {
    return this.#read(() => this.#edits.select());
  }

  async saveEdit(decision: Decision, madeAt: Temporal.Instant): Promise<Edit> {
    return this.#write(() => this.#edits.insert(decision, madeAt));
  }

  async removeEdit(id: string): Promise<boolean> {
    return this.#write(() => this.#edits.delete(id));
  }

  async alone<Result>(work: () => Promise<Result>, onWait: () => void): Promise<Result> {
    if (this.#refusal) throw this.#refusal;
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

  /** One unit of work: all of it, or none. */
  #write<Result>(work: () => Result): Result {
    if (this.#refusal) throw this.#refusal;
    return this.#explained('write to', () => transaction(this.#database, work));
  }

  #read<Result>(work: () => Result): Result {
    return this.#explained('read', work);
  }

  #rows(query: string, ...values: SQLInputValue[]): Row[] {
    return this.#read(() => this.#database.prepare(query).all(...values));
  }

  #explained<Result>(verb: string, work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SQLITE_ERROR') throw error;
      const why = explainFailure(this.#location, error);
      throw new StoreError(`cannot ${verb} the store ${this.#location}: ${why}`, { cause: error });
    }
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
