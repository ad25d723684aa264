import { expect, test } from 'vitest';
import { collectSource } from '../../src/collect/collect-source.ts';
import { createNetwork } from '../../src/collect/fetch/create-network.ts';
import { rerouteTo } from '../../src/collect/fetch/reroute-to.ts';
import { collectBeside, failureOf } from './support/collect-beside.ts';
import { contextWith, sourceAt } from './support/context.ts';
import { rss } from './support/rss.ts';
import { serve } from './support/serve.ts';

/** The guarded network, on which one public host exists that redirects to what its path says. */
async function networkWithRedirector() {
  const origin = await serve((request, response) => {
    const location = decodeURIComponent(String(request.url).slice(1));
    response.writeHead(302, { location }).end();
  });
  const rerouted = rerouteTo(origin);
  return createNetwork().compose((dispatch) => (options, handler) => {
    const isPublic = String(options.origin).endsWith('//public.example');
    return isPublic ? rerouted.dispatch(options, handler) : dispatch(options, handler);
  });
}

async function failureOfRedirect(location: string, scheme = 'http'): Promise<string> {
  const url = `${scheme}://public.example/${encodeURIComponent(location)}`;
  return failureOf(sourceAt(url), { dispatcher: await networkWithRedirector() });
}

test.each([
  'http://127.0.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://localhost/',
  'https://192.168.1.1/',
])('a redirect to the private address %s is refused', async (location) => {
  const reason = await failureOfRedirect(location);
  expect(reason).toContain('private address');
  expect(reason).toContain('which only a source that allows private addresses may ask');
  expect(reason).toContain(`(at ${new URL(location).href})`);
});

test('a private address is refused as the first hop, too, also by name', async () => {
  const origin = await serve((_, response) => response.end(rss(['One'])));
  for (const host of ['127.0.0.1', 'localhost']) {
    const url = `${origin.replace('127.0.0.1', host)}/feed`;
    const outcome = await collectSource(
      sourceAt(url),
      undefined,
      contextWith({ dispatcher: createNetwork() }),
    );
    expect(outcome).toMatchObject({ kind: 'failed' });
    expect(outcome.state.lastFailure).toContain('private address');
  }
});

test('a source that allows private addresses may ask them', async () => {
  const origin = await serve((_, response) => response.end(rss(['One'])));
  const source = sourceAt(`${origin}/feed`, { request: { allowsPrivate: true } });
  const outcome = await collectBeside(source, { dispatcher: createNetwork() });
  expect(outcome.kind).toBe('collected');
});

test('a redirect to a file is refused', async () => {
  expect(await failureOfRedirect('file:///etc/passwd')).toContain(
    '302, a redirect to file:, and only http and https are fetched',
  );
});

test('a redirect from https to http is refused', async () => {
  expect(await failureOfRedirect('http://public.example/feed', 'https')).toContain(
    '302, a redirect from https to http: http://public.example/feed',
  );
});

test('a redirect without a place, or to none, is a failure', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/none') response.writeHead(301).end();
    else response.writeHead(301, { location: 'http://' }).end();
  });
  expect(await failureOf(sourceAt(`${origin}/none`))).toBe('301, a redirect without a Location');
  expect(await failureOf(sourceAt(`${origin}/bad`))).toBe('301, a redirect to no valid URL');
});

test('a redirect loop stops at 10 and is reported', async () => {
  let requests = 0;
  const origin = await serve((_, response) => {
    requests += 1;
    response.writeHead(302, { location: `/feed?${requests}` }).end();
  });
  expect(await failureOf(sourceAt(`${origin}/feed`))).toContain('more than 10 redirects');
  expect(requests).toBe(11);
});

test('ten redirects are followed, with their bodies left alone', async () => {
  const origin = await serve((request, response) => {
    const count = Number(String(request.url).slice(1));
    if (count === 10) response.end(rss(['At last']));
    else response.writeHead(307, { location: `/${count + 1}` }).end('x'.repeat(200_000));
  });
  const outcome = await collectBeside(sourceAt(`${origin}/0`));
  expect(outcome).toMatchObject({ kind: 'collected', entries: [{ title: 'At last' }] });
});

test('a redirect with a body that never ends is followed all the same', async () => {
  const origin = await serve((request, response) => {
    if (request.url !== '/feed') return void response.end(rss(['There']));
    response.writeHead(302, { location: '/there', 'content-length': '100' });
    response.write('You are');
  });
  const outcome = await collectBeside(sourceAt(`${origin}/feed`), { limits: { deadlineMs: 8000 } });
  expect(outcome).toMatchObject({ kind: 'collected', entries: [{ title: 'There' }] });
});

test('a failure after a redirect names the place', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/feed') response.writeHead(302, { location: '/elsewhere' }).end();
    else response.writeHead(404).end();
  });
  expect(await failureOf(sourceAt(`${origin}/feed`))).toBe(
    `404 Not Found (at ${origin}/elsewhere)`,
  );
});

test('neither a password nor a query of a redirect is told', async () => {
  const origin = await serve((request, response) => {
    const location = `http://me:hidden@${request.headers.host}/signed?key=hidden`;
    if (request.url === '/feed') response.writeHead(302, { location }).end();
    else response.writeHead(403).end();
  });
  expect(await failureOf(sourceAt(`${origin}/feed`))).toBe(
    `403 Forbidden (at ${origin}/signed?...)`,
  );
  expect(await failureOfRedirect('http://me:hidden@other.example/?key=hidden', 'https')).toContain(
    '302, a redirect from https to http: http://other.example/?...',
  );
});

test('all hops together have one deadline', async () => {
  const origin = await serve((request, response) => {
    const count = Number(String(request.url).slice(1));
    setTimeout(() => {
      if (count === 10) response.end(rss(['Too late']));
      else response.writeHead(302, { location: `/${count + 1}` }).end();
    }, 100);
  });
  const reason = await failureOf(sourceAt(`${origin}/0`), { limits: { deadlineMs: 700 } });
  expect(reason).toContain('no complete answer within 0.7 s');
});

test.each([
  [302, ['POST /api {}', 'GET /next ']],
  [307, ['POST /api {}', 'POST /next {}']],
])('a POST that meets a %i goes on as it should', async (status, expected) => {
  const seen: string[] = [];
  const origin = await serve(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push(`${request.method} ${request.url} ${body}`);
    if (request.url === '/api') response.writeHead(status, { location: '/next' }).end();
    else response.end(rss(['One']));
  });
  const source = sourceAt(`${origin}/api`, { request: { method: 'POST', body: '{}' } });
  expect((await collectBeside(source)).kind).toBe('collected');
  expect(seen).toEqual(expected);
});
