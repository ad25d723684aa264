import { openSqliteStore } from './sqlite/sqlite-store.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';

/** One line for each engine, by the scheme of its URL. */
const engines: Readonly<Record<string, (location: string) => Store>> = {
  sqlite: openSqliteStore,
};

/** Opens the store that a URL names: `sqlite:data/digest.db`, `sqlite::memory:`. */
export function openStore(url: string): Store {
  const colon = url.indexOf(':');
  const open = engines[url.slice(0, Math.max(colon, 0))];
  const location = url.slice(colon + 1);
  if (open === undefined || location === '')
    throw new StoreError(
      `"${url}" is no store, expected ${Object.keys(engines).join(' or ')}:LOCATION, such as sqlite:data/digest.db`,
    );
  return open(location);
}
