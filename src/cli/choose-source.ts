import type { Config } from '../config/config.ts';
import { nearestName } from '../config/nearest-name.ts';
import type { Source } from '../model/source.ts';
import { UsageError } from './usage-error.ts';

/** How what the command line names is to be asked. */
export interface AskOptions {
  readonly allowPrivate?: boolean;
}

/** What the command line named, and whether its settings stand in the configuration. */
export interface ChosenSource {
  readonly source: Source;
  readonly isConfigured: boolean;
}

/**
 * The source that the command line names: a configured one by its URL or its id, with its settings;
 * for any other URL a feed without any. Throws a UsageError for what is neither.
 */
export function chooseSource(
  sources: Config['sources'],
  named: string,
  { allowPrivate = false }: AskOptions,
): ChosenSource {
  // Exactly its URL: the secrets of a source are for no other spelling, http least of all.
  const url = URL.parse(named)?.href;
  const configured = sources.find((one) => one.id === named || new URL(one.url).href === url);
  const source = configured ?? plainFeed(sources, named);
  const isConfigured = configured !== undefined;
  if (!allowPrivate) return { source, isConfigured };
  return {
    source: { ...source, request: { ...source.request, allowsPrivate: true } },
    isConfigured,
  };
}

function plainFeed(sources: Config['sources'], text: string): Source {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) throw misnamed(sources, text);
  if (url.username + url.password !== '')
    throw new UsageError(
      'a URL with a password is not asked: request.basicAuth of a source takes it',
    );
  return { id: url.href, name: url.href, url: url.href, kind: 'feed', isVendor: false };
}

function misnamed(sources: Config['sources'], text: string): UsageError {
  const ids = sources.map(({ id }) => id);
  const nearest = nearestName(text, ids);
  const hint = nearest === undefined ? '' : `\n(Did you mean ${nearest}?)`;
  return new UsageError(
    `"${text}" is neither an http or https URL nor the id of a configured source${hint}`,
  );
}
