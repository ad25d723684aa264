/**
 * How the database came to its shape, step by step. Append only: a step that has landed is never
 * edited, since databases in the field have already taken it. Its position is its version.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE editions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL
  ) STRICT;

  CREATE TABLE entries (
    id TEXT PRIMARY KEY,
    source_id TEXT NOT NULL,
    feed_id TEXT,
    url TEXT,
    title TEXT NOT NULL,
    html TEXT NOT NULL,
    text TEXT NOT NULL,
    categories TEXT NOT NULL,
    authors TEXT NOT NULL,
    published_at INTEGER,
    updated_at INTEGER,
    collected_at INTEGER NOT NULL,
    is_backlog INTEGER NOT NULL,
    considered_in INTEGER REFERENCES editions (number)
  ) STRICT;
  CREATE INDEX entries_of_source ON entries (source_id, published_at);
  CREATE INDEX entries_to_consider ON entries (published_at) WHERE considered_in IS NULL;

  CREATE TABLE deliveries (
    position INTEGER PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    recipient TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER,
    response TEXT,
    UNIQUE (edition_id, recipient)
  ) STRICT;
  `,
  `
  -- AUTOINCREMENT, so that the number of an edit that was taken back is never given again.
  CREATE TABLE edits (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at INTEGER NOT NULL,
    decision TEXT NOT NULL,
    used_in INTEGER REFERENCES editions (number)
  ) STRICT;
  `,
  `
  CREATE TABLE fact_documents (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    content TEXT
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE entries DROP COLUMN html;
  `,
];
