import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { collectSource } from '../../src/collect/collect-source.ts';
import { createNetwork } from '../../src/collect/fetch/create-network.ts';
import { rerouteTo } from '../../src/collect/fetch/reroute-to.ts';
import type { SourceRequest } from '../../src/model/source.ts';
import { contextWith, NOON, sourceAt } from './support/context.ts';
import { rss } from './support/rss.ts';
import { serve } from './support/serve.ts';

/** The headers that a source with these settings sends. */
async function headersOf(
  request: SourceRequest,
  environment: Record<string, string> = {},
): Promise<IncomingHttpHeaders> {
  let seen: IncomingHttpHeaders = {};
  const origin = await serve(({ headers }, response) => {
    seen = headers;
    response.end(rss(['One']));
  });
  const source = sourceAt(`${origin}/feed`, { request });
  const outcome = await collectSource(source, undefined, contextWith({ environment }));
  expect(outcome.kind).toBe('collected');
  return seen;
}

test('headers of a source are sent, with secrets from the environment', async () => {
  const headers = { 'X-Api-Key': '${VENDOR_KEY}', Accept: 'text/xml' };
  const seen = await headersOf({ headers }, { VENDOR_KEY: 's3cret' });
  expect(seen).toMatchObject({ 'x-api-key': 's3cret', accept: 'text/xml' });
});

test('basic credentials are sent, the password from the environment', async () => {
  const basicAuth = { username: 'reader', password: '${FEED_PASSWORD}' };
  const seen = await headersOf({ basicAuth }, { FEED_PASSWORD: 'pa:ss' });
  expect(seen.authorization).toBe(`Basic ${btoa('reader:pa:ss')}`);
});

test('a secret that is not set is a failure that names it', async () => {
  const request = { headers: { authorization: 'Bearer ${VENDOR_TOKEN}' } };
  const source = sourceAt('http://127.0.0.1:9/feed', { request });
  const outcome = await collectSource(source, undefined, contextWith());
  expect(outcome.state.lastFailure).toBe(
    '[GET] http://127.0.0.1:9/feed: the environment variable VENDOR_TOKEN, which its settings name, is not set',
  );
});

/** A source whose URL needs a key that stands in the environment. */
const keyed = (origin: string) => sourceAt(`${origin}/feed?key=\${FEED_KEY}`);
const withKey = () => contextWith({ environment: { FEED_KEY: 's3cret/9' }, force: true });

test('a URL is asked with its secret, which nothing that is kept or read shows', async () => {
  const asked: (string | undefined)[] = [];
  const origin = await serve(({ url, headers }, response) => {
    asked.push(`${url} ${headers['if-none-match'] ?? ''}`);
    const item = '<item><title>One</title><link>#one</link></item>';
    response.writeHead(200, { etag: '"1"' });
    response.end(`<rss version="2.0"><channel><title>x</title>${item}</channel></rss>`);
  });
  const first = await collectSource(keyed(origin), undefined, withKey());
  const second = await collectSource(keyed(origin), first.state, withKey());
  expect(asked).toEqual(['/feed?key=s3cret%2F9 ', '/feed?key=s3cret%2F9 "1"']);
  expect([first.kind, second.kind]).toEqual(['collected', 'unchanged']);
  expect(JSON.stringify([first, second])).not.toContain('s3cret');
});

test('a server that repeats the secret, in a redirect for good too, does not get it told', async () => {
  const origin = await serve(({ url }, response) => {
    if (url?.startsWith('/feed')) response.writeHead(301, { location: `/moved${url.slice(5)}` });
    else response.writeHead(404);
    response.end();
  });
  const outcome = await collectSource(keyed(origin), undefined, withKey());
  expect(outcome.state.lastFailure).toBe(
    `[GET] ${origin}/feed?key=\${FEED_KEY}: 404 Not Found (at ${origin}/moved?...)`,
  );
});

test('a source that moved for good is asked there, with its secret', async () => {
  const asked: (string | undefined)[] = [];
  const origin = await serve(({ url }, response) => {
    asked.push(url);
    response.end(rss(['One']));
  });
  const known = await collectSource(keyed(origin), undefined, withKey());
  const moved = { ...known.state, movedTo: `${origin}/moved?key=\${FEED_KEY}` };
  await collectSource(keyed(origin), moved, withKey());
  expect(asked[1]).toBe('/moved?key=s3cret%2F9');
});

test('a redirect to another origin takes no credentials along', async () => {
  const seen: Record<string, IncomingHttpHeaders> = {};
  const origin = await serve((request, response) => {
    const host = String(request.headers.host);
    seen[host] = request.headers;
    if (host === 'other.example') response.end(rss(['One']));
    else response.writeHead(301, { location: 'http://other.example/feed' }).end();
  });
  const request = {
    headers: { 'X-Api-Key': 'k' },
    basicAuth: { username: 'reader', password: 'p' },
  };
  const source = sourceAt('http://vendor.example/feed', { request });
  await collectSource(source, undefined, contextWith({ dispatcher: rerouteTo(origin) }));
  expect(seen['vendor.example']).toMatchObject({ 'x-api-key': 'k' });
  expect(seen['other.example']).not.toHaveProperty('x-api-key');
  expect(seen['other.example']).not.toHaveProperty('authorization');
  expect(seen['other.example']).toHaveProperty('user-agent');
});

test('a source with a proxy is asked through it, also on a network that guards', async () => {
  const asked: (string | undefined)[] = [];
  const proxy = await serve((request, response) => {
    asked.push(request.url);
    response.end(rss(['By proxy']));
  });
  const source = sourceAt('http://vendor.example/feed', { request: { proxy: '${PROXY_URL}' } });
  const context = contextWith({ dispatcher: createNetwork(), environment: { PROXY_URL: proxy } });
  const outcome = await collectSource(source, undefined, context);
  expect(outcome).toMatchObject({ kind: 'collected', entries: [{ title: 'By proxy' }] });
  expect(asked).toEqual(['http://vendor.example/feed']);
});

test.each([
  ['not a URL', 'the proxy in its settings is no http or https URL'],
  [
    'http://me:hidden@127.0.0.1:1',
    'the proxy in its settings: the connection was refused (ECONNREFUSED)',
  ],
])('a proxy %s is what fails, and not the source', async (proxy, reason) => {
  const source = sourceAt('http://vendor.example/feed', { request: { proxy: '${PROXY_URL}' } });
  const environment = { PROXY_URL: proxy };
  const outcome = await collectSource(source, undefined, contextWith({ environment }));
  expect(outcome.state.lastFailure).toBe(`[GET] http://vendor.example/feed: ${reason}`);
});

test.each([
  'http://169.254.169.254/latest',
  'http://localhost:8080/secret',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://wiki/',
])('a redirect by a proxy does not open %s', async (location) => {
  const asked: (string | undefined)[] = [];
  const proxy = await serve(({ url }, response) => {
    asked.push(url);
    response.writeHead(302, { location }).end();
  });
  const source = sourceAt('http://vendor.example/feed', { request: { proxy } });
  const context = contextWith({ dispatcher: createNetwork() });
  const outcome = await collectSource(source, undefined, context);
  expect(outcome.state.lastFailure).toContain(`${new URL(location).hostname} is a private address`);
  expect(asked).toEqual(['http://vendor.example/feed']);
});

test('a source that allows private addresses reaches local names by its proxy', async () => {
  const proxy = await serve((_, response) => response.end(rss(['Inside'])));
  const source = sourceAt('http://wiki/feed', { request: { proxy, allowsPrivate: true } });
  const context = contextWith({ dispatcher: createNetwork() });
  expect((await collectSource(source, undefined, context)).kind).toBe('collected');
});

test('what was learned with other settings is forgotten, but not that the source is known', async () => {
  const seen: IncomingHttpHeaders[] = [];
  const origin = await serve(({ headers }, response) => {
    seen.push(headers);
    response.setHeader('etag', '"1"');
    response.end(rss(['One']));
  });
  const source = sourceAt(`${origin}/feed`);
  const { state } = await collectSource(source, undefined, contextWith());
  const changed = { ...source, request: { headers: { 'x-edition': 'full' } } };
  const outcome = await collectSource(
    changed,
    state,
    contextWith({ now: () => NOON.add({ minutes: 1 }) }),
  );
  expect(outcome.kind).toBe('collected');
  expect(outcome.state.firstCollectedAt).toEqual(NOON);
  expect(seen[1]).not.toHaveProperty('if-none-match');
});
