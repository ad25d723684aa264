import { expect, test } from 'vitest';
import { collectBeside, failureOf } from './support/collect-beside.ts';
import { sourceAt } from './support/context.ts';
import { rss } from './support/rss.ts';
import { serve } from './support/serve.ts';

async function collectText(body: string, contentType = 'application/rss+xml') {
  const origin = await serve((_, response) => {
    response.setHeader('content-type', contentType).end(body);
  });
  return collectBeside(sourceAt(`${origin}/feed`));
}

function channel(inside: string, doctype = ''): string {
  return `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>A blog</title>${inside}</channel></rss>`;
}

test.each(['text/html', 'text/plain', 'application/octet-stream', 'nonsense'])(
  'a feed that calls itself %s is read',
  async (contentType) => {
    const outcome = await collectText(rss(['One']), contentType);
    expect(outcome).toMatchObject({ kind: 'collected', entries: [{ title: 'One' }] });
  },
);

test('truncated XML gives the items that are complete', async () => {
  const whole = rss(['One', 'Two', 'Three']);
  const outcome = await collectText(whole.slice(0, whole.indexOf('Three')));
  expect(outcome).toMatchObject({ kind: 'collected' });
  if (outcome.kind !== 'collected') return;
  expect(outcome.entries.map(({ title }) => title).slice(0, 2)).toEqual(['One', 'Two']);
});

test('junk before the prolog is passed over', async () => {
  const outcome = await collectText(`\n\n<br />Warning: headers already sent\n${rss(['One'])}`);
  expect(outcome).toMatchObject({ kind: 'collected', entries: [{ title: 'One' }] });
});

test('external entities are neither asked for nor read', async () => {
  let wasAsked = false;
  const origin = await serve((_, response) => {
    wasAsked = true;
    response.end('leaked');
  });
  const doctype = `<!DOCTYPE rss [<!ENTITY web SYSTEM "${origin}/x"><!ENTITY file SYSTEM "file:///etc/hostname">]>`;
  const item = '<item><title>Entities: &web; &file;</title><link>https://a.example/</link></item>';
  const outcome = await collectText(channel(item, doctype));
  expect(JSON.stringify(outcome)).not.toContain('leaked');
  expect(wasAsked).toBe(false);
  expect(outcome.kind).toBe('collected');
});

test('an entity bomb does not go off', async () => {
  const entities = Array.from({ length: 12 }, (_, level) => {
    const inner = level === 0 ? 'boom' : `&b${level - 1};`.repeat(10);
    return `<!ENTITY b${level} "${inner}">`;
  });
  const doctype = `<!DOCTYPE rss [${entities.join('')}]>`;
  const outcome = await collectText(channel('<item><title>Bomb &b11;</title></item>', doctype));
  expect(JSON.stringify(outcome).length).toBeLessThan(10_000);
});

test.each(['<div>', '&lt;div&gt;', '<channel>'])(
  '100,000 levels of %s are survived',
  async (tag) => {
    const deep = `<item><title>Deep</title><description>${tag.repeat(100_000)}</description></item>`;
    const outcome = await collectText(channel(deep));
    expect(['collected', 'failed']).toContain(outcome.kind);
    if (outcome.kind === 'failed') expect(outcome.reason).not.toBe('');
  },
);

test('of 60,000 items the first are read', async () => {
  const items = Array.from(
    { length: 60_000 },
    (_, index) => `<item><title>Item ${index}</title><guid>${index}</guid></item>`,
  );
  const outcome = await collectText(channel(items.join('')));
  expect(outcome).toMatchObject({ kind: 'collected' });
  if (outcome.kind === 'collected') expect(outcome.entries.length).toBeGreaterThan(1000);
});

test('50 MB in one text are refused', async () => {
  const origin = await serve((_, response) => {
    response.write('<rss version="2.0"><channel><item><title>');
    response.end(Buffer.alloc(50_000_000, 'x'));
  });
  expect(await failureOf(sourceAt(`${origin}/feed`))).toBe('the body is larger than 5 MB');
});

test('elements named after the inside of JavaScript are harmless', async () => {
  const item =
    '<item><title>Proto</title><__proto__><polluted>yes</polluted></__proto__><constructor>x</constructor></item>';
  const outcome = await collectText(
    channel(`<__proto__><polluted>yes</polluted></__proto__>${item}`),
  );
  expect(outcome).toMatchObject({ kind: 'collected', entries: [{ title: 'Proto' }] });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each(['', ' \n', '{}', '[]', 'null', '<', '<opml version="2.0"><body/></opml>', '\0\0\0\0'])(
  'a body of %j is a failure with a reason',
  async (body) => {
    const origin = await serve((_, response) => response.end(body));
    expect(await failureOf(sourceAt(`${origin}/feed`))).not.toBe('');
  },
);
