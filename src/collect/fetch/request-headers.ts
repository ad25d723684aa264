import type { Source, SourceState } from '../../model/source.ts';
import type { Secrets } from './secrets.ts';

const FEED_TYPES = [
  'application/atom+xml',
  'application/rss+xml',
  'application/feed+json',
  'application/rdf+xml',
  'application/xml;q=0.9',
  'text/xml;q=0.9',
  'application/json;q=0.8',
  '*/*;q=0.1',
].join(', ');

const ACCEPT: Readonly<Record<Source['kind'], string>> = {
  feed: FEED_TYPES,
  'github-releases': FEED_TYPES,
  json: 'application/json, */*;q=0.1',
  page: 'text/html, application/xhtml+xml, */*;q=0.1',
};

/** What every host may see. */
export function publicHeaders(source: Source, userAgent: string): Record<string, string> {
  const accept = ACCEPT[source.kind];
  return { 'user-agent': userAgent, accept, 'accept-encoding': 'gzip, br' };
}

/** What only the source's own origin may see: the headers and the credentials of its settings. */
export function ownHeaders({ request }: Source, secrets: Secrets): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request?.headers ?? {})) {
    headers[name.toLowerCase()] = secrets.fill(value);
  }
  if (request?.basicAuth) {
    const { username, password } = request.basicAuth;
    const pair = `${username}:${secrets.fill(password)}`;
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  }
  return headers;
}

/**
 * The validators, verbatim, for the URL that gave them: another one never gave any, so a condition
 * there would be invented, and its 304 would mean something else.
 */
export function conditionsFor(at: string, state: SourceState): Record<string, string> {
  const conditions: Record<string, string> = {};
  if (state.validatorsFrom !== at) return conditions;
  if (state.etag) conditions['if-none-match'] = state.etag;
  if (state.lastModified) conditions['if-modified-since'] = state.lastModified;
  return conditions;
}
