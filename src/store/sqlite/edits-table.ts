import type { DatabaseSync } from 'node:sqlite';
import type { Decision, Edit } from '../../model/edit.ts';
import type { Edition } from '../../model/edition.ts';
import { StoreError } from '../store-error.ts';
import { type Row, toInstant, toMilliseconds } from './rows.ts';

/** The editor's decisions, as rows of the database. */
export class EditsTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  select(): Edit[] {
    return this.#database
      .prepare('SELECT * FROM edits WHERE used_in IS NULL ORDER BY number')
      .all()
      .map(toEdit);
  }

  /** Expects to run in a transaction. */
  insert(decision: Decision, madeAt: Temporal.Instant): Edit {
    const known = this.#database.prepare('SELECT 1 FROM entries WHERE id = ?');
    for (const id of entriesOf(decision))
      if (known.get(id) === undefined) throw new StoreError(`no entry ${id} is stored`);
    const row = this.#database
      .prepare('INSERT INTO edits (made_at, decision) VALUES (?, ?) RETURNING *')
      .get(toMilliseconds(madeAt), JSON.stringify(decision));
    return toEdit(row ?? {});
  }

  /** False when there is none of this id, or an issued edition has used it up. */
  delete(id: string): boolean {
    const { changes } = this.#database
      .prepare("DELETE FROM edits WHERE 'e' || number = ? AND used_in IS NULL")
      .run(id);
    return changes === 1;
  }

  useIntros({ number }: Edition): void {
    this.#database
      .prepare(
        "UPDATE edits SET used_in = ? WHERE used_in IS NULL AND decision ->> 'kind' = 'intro'",
      )
      .run(number);
  }
}

function toEdit(row: Row): Edit {
  return {
    ...JSON.parse(String(row.decision)),
    id: `e${row.number}`,
    madeAt: toInstant(row.made_at),
  };
}

function entriesOf(decision: Decision): string[] {
  if (decision.kind === 'intro') return [];
  return decision.kind === 'merge' ? [decision.entryId, decision.with] : [decision.entryId];
}
