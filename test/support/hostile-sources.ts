import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Servers on loopback, each a host of its own, that answer with one kind of hostile document. */
export interface HostileSources {
  urlOf(fault: Fault, number: number): string;
  close(): void;
}

/** What comes instead of a feed. */
export type Fault = keyof typeof answers;
export const faults = () => Object.keys(answers) as Fault[];

/** How a source has to be configured to be answered so; most are feeds. */
export function settingsFor(fault: Fault): object {
  if (fault.includes('in a list')) return { kind: 'json', json: { items: 'list', title: 't' } };
  return fault.includes('in a page') ? { kind: 'page', page: { item: 'article' } } : {};
}

export async function openHostileSources(): Promise<HostileSources> {
  const server = createServer((request, response) => {
    const fault = Object.keys(answers).find((name) => request.url?.startsWith(`/${slug(name)}/`));
    answers[fault as Fault](response.setHeader('content-type', 'application/xml'));
  });
  await new Promise<void>((ready) => server.listen(0, ready));
  const { port } = server.address() as AddressInfo;
  return {
    // A host for each, so that nothing but the reader itself keeps it from asking all at once.
    urlOf: (fault, number) => `http://127.0.0.${number + 1}:${port}/${slug(fault)}/${number}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>A blog</title>';
const RSS = '<rss version="2.0"><channel><title>A blog</title>';

const answers = {
  'a sound feed': (response: ServerResponse) =>
    void response.end(channel('<item><title>One</title></item>')),
  'a gzip bomb': (response: ServerResponse) => {
    response.setHeader('content-encoding', 'gzip').end(bomb());
  },
  'a body without end': (response: ServerResponse) => {
    const part = Buffer.alloc(65_536, '<item><title>And on</title></item>');
    const write = () => {
      while (!response.destroyed && response.write(part));
      if (!response.destroyed) response.once('drain', write);
    };
    write();
  },
  'a text of 50 MB': (response: ServerResponse) => {
    response.write('<rss version="2.0"><channel><item><description>');
    response.end(Buffer.alloc(50_000_000, 'x'));
  },
  'a text of 4 MB': (response: ServerResponse) => void response.end(oneText()),
  'markup of 4 MB': (response: ServerResponse) => void response.end(oneMarkup()),
  '60,000 items': (response: ServerResponse) => void response.end(manyItems()),
  'empty objects in a list': answer('{"list":[', '{},', '{}]}'),
  'small objects in a list': answer('{"list":[', '{"t":1},', '{}]}'),
  'numbers in a list': answer('{"list":[', '1,', '1]}'),
  'tags in a page': answer('', '<a>', ''),
  'references in a page': answer('<html>', '&amp;', ''),
  'articles in a page': answer('', '<article>x</article>', ''),
  'empty items of JSON Feed': answer(
    '{"version":"https://jsonfeed.org/version/1.1","items":[',
    '{},',
    '{}]}',
  ),
  'links of one entry': answer(
    `${ATOM}<entry><title>a</title>`,
    '<link href="x"/>',
    '</entry></feed>',
  ),
  'authors of one entry': answer(
    `${ATOM}<entry><title>a</title>`,
    '<author><name>a</name></author>',
    '</entry></feed>',
  ),
  'categories of one item': answer(`${RSS}<item>`, '<category>a</category>', '</item>'),
};

/** As much of `repeated` as fits into the largest body that is read. */
function answer(before: string, repeated: string, after: string) {
  const times = Math.floor((4_990_000 - before.length - after.length) / repeated.length);
  const body = once(() => `${before}${repeated.repeat(times)}${after}`);
  return (response: ServerResponse) => void response.end(body());
}

/** 200 MB of blanks, packed. */
const bomb = once(() => gzipSync(Buffer.alloc(200_000_000, ' '), { level: 1 }));
const oneText = once(() => describe('Größe und so weiter. '.repeat(190_000)));
const oneMarkup = once(() =>
  describe('&lt;p&gt;Size &lt;b&gt;and&lt;/b&gt; so on. '.repeat(95_000)),
);
const manyItems = once(() => {
  const items = Array.from(
    { length: 60_000 },
    (_, at) => `<item><title>Item ${at}</title><link>https://blog.example/${at}</link></item>`,
  );
  return channel(items.join(''));
});

function describe(html: string): string {
  return channel(`<item><title>Long</title><description>${html}</description></item>`);
}

function channel(inside: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>A blog</title>${inside}</channel></rss>`;
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

function slug(name: string): string {
  return name.replaceAll(' ', '-');
}
