import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { StoreError } from '../store-error.ts';
import { explainFailure, explainRefusal } from './explain-failure.ts';
import { migrations } from './migrations.ts';

/** A database, and why it can only be read, when that is so. */
export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly refusal?: StoreError;
}

/** Opens (or makes) a database file and brings it to the current shape, or opens it to read only. */
export function openDatabase(path: string): OpenDatabase {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const database = new DatabaseSync(path, { timeout: 10_000, enableForeignKeyConstraints: true });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    migrate(database, path);
    return { database };
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const why = explainFailure(path, error);
    const refusal = new StoreError(`cannot open the store ${path}: ${why}`, { cause: error });
    const isKept = existsSync(path) && explainRefusal(path) !== undefined;
    const database = isKept ? openToRead(path) : undefined;
    if (database === undefined) throw refusal;
    return { database, refusal };
  }
}

/** Opens a file that may not be written to; undefined when it cannot be read without. */
function openToRead(path: string): DatabaseSync | undefined {
  const url = pathToFileURL(path);
  // SQLite wants to make files beside it, unless it is told that nobody writes and no log is pending.
  if (!existsSync(`${path}-wal`)) url.search = 'immutable=1';
  try {
    const database = new DatabaseSync(url, { readOnly: true });
    if (versionOf(database) === migrations.length) return database;
    database.close();
  } catch {
    // Why it cannot be written to is what the operator is told.
  }
  return undefined;
}

/** Runs one unit of work: all of it, or none. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function migrate(database: DatabaseSync, path: string): void {
  if (versionOf(database) === migrations.length) return;
  transaction(database, () => {
    const version = versionOf(database);
    if (version > migrations.length)
      throw new StoreError(
        `the store ${path} was written by a newer version of this program (schema ${version}, this one knows ${migrations.length})`,
      );
    for (const step of migrations.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version);
}
