import { expect, test } from 'vitest';
import { collectBeside, failureOf } from './support/collect-beside.ts';
import { sourceAt } from './support/context.ts';
import { rss } from './support/rss.ts';
import { serve } from './support/serve.ts';

async function failureOfAnswer(
  status: number,
  body = '',
  headers: Record<string, string> = {},
): Promise<string> {
  const origin = await serve((_, response) => response.writeHead(status, headers).end(body));
  return failureOf(sourceAt(`${origin}/feed`));
}

test.each([
  [401, '401 Unauthorized'],
  [403, '403 Forbidden'],
  [404, '404 Not Found'],
  [410, '410 Gone'],
  [429, '429 Too Many Requests'],
  [500, '500 Internal Server Error'],
  [502, '502 Bad Gateway'],
  [503, '503 Service Unavailable'],
  [599, '599'],
  [204, '204 No Content'],
  [206, '206 Partial Content'],
  [300, '300 Multiple Choices'],
])('status %i is reported in words', async (status, words) => {
  expect(await failureOfAnswer(status, status === 204 ? '' : 'an explanation')).toBe(words);
});

test('a 203, which a proxy makes of a 200, brings the document', async () => {
  const origin = await serve((_, response) => response.writeHead(203).end(rss(['One'])));
  expect(await collectBeside(sourceAt(`${origin}/feed`))).toMatchObject({ kind: 'collected' });
});

test('an empty 200 is a failure', async () => {
  expect(await failureOfAnswer(200)).toBe('200 OK with an empty body');
});

test('a 304 to a first request is a failure', async () => {
  expect(await failureOfAnswer(304)).toBe('304 Not Modified to a request without conditions');
});

test.each([
  ['Cloudflare', 403, { 'cf-mitigated': 'challenge' }, 'anything'],
  ['Cloudflare', 503, {}, '<html><title>Just a moment...</title></html>'],
  ['Anubis', 403, {}, '<script src="/.within.website/x/cmd/anubis/main.mjs"></script>'],
  ['AWS WAF', 405, { 'x-amzn-waf-action': 'captcha' }, ''],
])('a bot challenge of %s is said as such', async (name, status, headers, body) => {
  const reason = await failureOfAnswer(status, body, headers);
  expect(reason).toContain(`with a bot challenge page (${name}), which only a browser gets past`);
});

test('a captcha in the form of a page that is not there is no challenge', async () => {
  const page = '<html><h1>Not here</h1><form><div class="g-recaptcha"></div></form></html>';
  expect(await failureOfAnswer(404, page)).toBe('404 Not Found');
  expect(await failureOfAnswer(403, page)).toContain('403 Forbidden with a bot challenge page');
});

test('a bot challenge that claims to be a success is said as such', async () => {
  const page = '<!DOCTYPE html><html><title>Just a moment...</title></html>';
  const reason = await failureOfAnswer(200, page, { 'content-type': 'text/html' });
  expect(reason).toContain('a bot challenge page (Cloudflare) instead of a feed');
});

test('an error page in a broken encoding does not hide the status', async () => {
  expect(await failureOfAnswer(500, 'not gzip', { 'content-encoding': 'gzip' })).toBe(
    '500 Internal Server Error',
  );
});

test('HTML instead of a feed is named, with the feeds that the page offers', async () => {
  const page = `<!doctype html><html><head>
    <link rel="stylesheet" type="text/css" href="/style.css">
    <link rel="alternate" type="application/rss+xml" title="Posts" href="/posts.xml">
    <link rel="alternate" type="application/atom+xml" href="https://feeds.example/all.atom">
    </head><body><p>Welcome`;
  const origin = await serve((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(page);
  });
  expect(await failureOf(sourceAt(`${origin}/feed`))).toBe(
    `an HTML page instead of a feed; it offers ${origin}/posts.xml and https://feeds.example/all.atom`,
  );
});

test('HTML that offers no feed is named, whatever it calls itself', async () => {
  const reason = await failureOfAnswer(200, '<html><body>Nothing here</body></html>', {
    'content-type': 'application/rss+xml',
  });
  expect(reason).toBe('an HTML page instead of a feed; it offers none');
});

test('a broken feed that calls itself HTML is not called a page', async () => {
  const reason = await failureOfAnswer(200, '<rss ', { 'content-type': 'text/html' });
  expect(reason).not.toContain('HTML');
});
