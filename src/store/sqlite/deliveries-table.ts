import type { DatabaseSync } from 'node:sqlite';
import type { Delivery } from '../../model/delivery.ts';
import type { Edition } from '../../model/edition.ts';
import { StoreError } from '../store-error.ts';
import { toDelivery, toMilliseconds } from './rows.ts';

/** Who gets which edition by mail, as rows of the database. */
export class DeliveriesTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  select(): Delivery[] {
    return this.#database
      .prepare('SELECT * FROM deliveries ORDER BY position')
      .all()
      .map(toDelivery);
  }

  /** One for each recipient. */
  queue(edition: Edition, recipients: readonly string[]): void {
    const insert = this.#database.prepare(
      "INSERT INTO deliveries (edition_id, recipient, state, attempts) VALUES (?, ?, 'queued', 0)",
    );
    for (const recipient of new Set(recipients)) insert.run(edition.id, recipient);
  }

  update({ editionId, recipient, state, attempts, dueAt, response }: Delivery): void {
    const { changes } = this.#database
      .prepare(
        'UPDATE deliveries SET state = ?, attempts = ?, due_at = ?, response = ? WHERE edition_id = ? AND recipient = ?',
      )
      .run(state, attempts, toMilliseconds(dueAt), response ?? null, editionId, recipient);
    if (changes === 0)
      throw new StoreError(`no delivery of ${editionId} to ${recipient} is queued`);
  }
}
