import { existsSync } from 'node:fs';
import { openSqliteStore } from './sqlite/sqlite-store.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';

interface Engine {
  open(location: string): Store;
  /** Whether there is one already. */
  isThere(location: string): boolean;
}

/** One line for each engine, by the scheme of its URL. */
const engines: Readonly<Record<string, Engine>> = {
  sqlite: { open: openSqliteStore, isThere: existsSync },
};

/** Opens the store that a URL names: `sqlite:data/digest.db`, `sqlite::memory:`. */
export function openStore(url: string): Store {
  const { engine, location } = locate(url);
  return engine.open(location);
}

/** Opens the store that a URL names, but makes none. */
export function openStoreIfAny(url: string): Store | undefined {
  const { engine, location } = locate(url);
  return engine.isThere(location) ? engine.open(location) : undefined;
}

function locate(url: string): { readonly engine: Engine; readonly location: string } {
  const colon = url.indexOf(':');
  const engine = engines[url.slice(0, Math.max(colon, 0))];
  const location = url.slice(colon + 1);
  if (engine !== undefined && location !== '') return { engine, location };
  const schemes = Object.keys(engines).join(' or ');
  throw new StoreError(
    `"${url}" is no store, expected ${schemes}:LOCATION, such as sqlite:data/digest.db`,
  );
}
