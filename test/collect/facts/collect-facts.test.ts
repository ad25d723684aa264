import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import type { CollectContext } from '../../../src/collect/collect-context.ts';
import { type AskedFacts, collectFacts } from '../../../src/collect/facts/collect-facts.ts';
import { createNetwork } from '../../../src/collect/fetch/create-network.ts';
import type { FactDocument, OpenData } from '../../../src/model/open-data.ts';
import { contextWith, NOON } from '../support/context.ts';
import { serve } from '../support/serve.ts';

/** A site whose answers a test changes as it goes, and what it was asked for. */
interface Site {
  readonly origin: string;
  readonly answers: Map<string, object | string | number>;
  readonly seen: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  mostAtOnce: number;
}

async function openSite(answers: Record<string, object | string | number>): Promise<Site> {
  let open = 0;
  const site: Site = { origin: '', answers: new Map(), seen: [], mostAtOnce: 0 };
  const origin = await serve((request, response) => {
    const { url: path = '', headers } = request;
    site.seen.push({ path, headers });
    open += 1;
    site.mostAtOnce = Math.max(site.mostAtOnce, open);
    const answer = site.answers.get(path) ?? 404;
    const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
    const etag = `"${body.length}"`;
    const status =
      typeof answer === 'number' ? answer : headers['if-none-match'] === etag ? 304 : 200;
    // Held for a moment, so that requests at the same time meet.
    setTimeout(() => {
      open -= 1;
      response.writeHead(status, { etag }).end(status === 200 ? body : undefined);
    }, 5);
  });
  for (const [path, answer] of Object.entries(answers)) site.answers.set(path, answer);
  return Object.assign(site, { origin });
}

const kev = (...cves: string[]) => ({ vulnerabilities: cves.map((cveID) => ({ cveID })) });
const list = (url: string, changes: Partial<OpenData> = {}): OpenData => ({
  id: 'kev',
  name: 'CISA KEV',
  kind: 'kev',
  url,
  ...changes,
});

/** Documents as a store would keep them, and what the last collection of them came to. */
class Kept {
  readonly documents = new Map<string, FactDocument>();
  last: AskedFacts[] = [];

  async collect(lists: readonly OpenData[], changes: Partial<CollectContext> = {}): Promise<this> {
    this.last = [];
    await collectFacts(lists, new Map(this.documents), contextWith(changes), async (asked) => {
      this.documents.set(asked.document.state.sourceId, asked.document);
      this.last.push(asked);
    });
    return this;
  }

  cvesOf(id: string): string[] | undefined {
    return this.documents.get(id)?.content?.flaws?.map(({ cve }) => cve);
  }

  get kinds(): Record<string, string> {
    return Object.fromEntries(
      this.last.map(({ kind, document }) => [document.state.sourceId, kind]),
    );
  }
}

const hoursLater = (hours: number) => ({ now: () => NOON.add({ hours }) });

test('a list is asked for once a day, then conditionally, and a 304 makes its facts younger', async () => {
  const site = await openSite({ '/kev.json': kev('CVE-2024-1001') });
  const lists = [list(`${site.origin}/kev.json`)];
  const kept = await new Kept().collect(lists);
  expect(kept.kinds).toEqual({ kev: 'read' });
  await kept.collect(lists, hoursLater(19));
  expect(kept.kinds).toEqual({ kev: 'not-due' });
  await kept.collect(lists, hoursLater(24));
  expect(kept.kinds).toEqual({ kev: 'unchanged' });
  expect(site.seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"47"']);
  expect(kept.cvesOf('kev')).toEqual(['CVE-2024-1001']);
  expect(kept.documents.get('kev')?.state.lastSuccessAt).toEqual(NOON.add({ hours: 24 }));
});

test('a list that is forced is asked for early, and still conditionally', async () => {
  const site = await openSite({ '/kev.json': kev('CVE-2024-1001') });
  const lists = [list(`${site.origin}/kev.json`)];
  const kept = await new Kept().collect(lists);
  await kept.collect(lists, { force: true });
  expect(kept.kinds).toEqual({ kev: 'unchanged' });
});

test('a list that changed is read anew', async () => {
  const site = await openSite({ '/kev.json': kev('CVE-2024-1001') });
  const lists = [list(`${site.origin}/kev.json`)];
  const kept = await new Kept().collect(lists);
  site.answers.set('/kev.json', kev('CVE-2024-1001', 'CVE-2024-1002'));
  await kept.collect(lists, hoursLater(24));
  expect(kept.cvesOf('kev')).toEqual(['CVE-2024-1001', 'CVE-2024-1002']);
});

test.each([
  [503, '503 Service Unavailable'],
  ['<html>Just a page</html>', 'the document is not valid JSON'],
  [
    '<title>Just a moment...</title>',
    'the document is not valid JSON but a bot challenge page (Cloudflare)',
  ],
  [{ entries: [] }, 'its form seems to have changed: no list at "vulnerabilities"'],
])('what was known stays when the answer is %j', async (answer, reason) => {
  const site = await openSite({ '/kev.json': kev('CVE-2024-1001') });
  const lists = [list(`${site.origin}/kev.json`)];
  const kept = await new Kept().collect(lists);
  site.answers.set('/kev.json', answer);
  await kept.collect(lists, hoursLater(24));
  const document = kept.documents.get('kev');
  expect(kept.kinds).toEqual({ kev: 'failed' });
  expect(document?.state.lastFailure).toBe(`[GET] ${site.origin}/kev.json: ${reason}`);
  expect(document?.state.lastSuccessAt).toEqual(NOON);
  expect(kept.cvesOf('kev')).toEqual(['CVE-2024-1001']);
});

test('a list that fails stops no other, and is named with its product', async () => {
  const site = await openSite({ '/kev.json': kev('CVE-2024-1001') });
  const changes = { id: 'eol', name: 'endoflife.date', kind: 'end-of-life' } as const;
  const broken = list(`${site.origin}/none`, { ...changes, product: 'Proxmox VE' });
  const kept = await new Kept().collect([broken, list(`${site.origin}/kev.json`)]);
  expect(kept.kinds).toEqual({ eol: 'failed', kev: 'read' });
  expect(kept.last.map(({ name }) => name)).toContain('endoflife.date (Proxmox VE)');
});

test('many lists of one host are asked for two at a time', async () => {
  const paths = ['/a', '/b', '/c', '/d', '/e', '/f', '/g'];
  const site = await openSite(Object.fromEntries(paths.map((path) => [path, kev('CVE-2024-1')])));
  await new Kept().collect(paths.map((path) => list(site.origin + path, { id: path.slice(1) })));
  expect(site.seen).toHaveLength(7);
  expect(site.mostAtOnce).toBe(2);
});

test('a private address is refused, unless the list allows it', async () => {
  const site = await openSite({ '/kev.json': kev('CVE-2024-1001') });
  const url = `${site.origin}/kev.json`;
  const guarded = new Kept();
  await guarded.collect([list(url)], { dispatcher: createNetwork() });
  expect(guarded.documents.get('kev')?.state.lastFailure).toContain('private address');
  const allowed = new Kept();
  const request = { allowsPrivate: true };
  await allowed.collect([list(url, { request })], { dispatcher: createNetwork() });
  expect(allowed.kinds).toEqual({ kev: 'read' });
});

test('a list may be larger than a feed, but not of any size', async () => {
  const filler = 'x'.repeat(11_000_000);
  const site = await openSite({ '/kev.json': { ...kev('CVE-2024-1001'), filler } });
  const lists = [list(`${site.origin}/kev.json`)];
  expect((await new Kept().collect(lists)).kinds).toEqual({ kev: 'read' });
  const capped = await new Kept().collect(lists, { limits: { maxBytes: 10_000_000 } });
  expect(capped.documents.get('kev')?.state.lastFailure).toContain('larger than 10 MB');
});

test('what another URL said is forgotten, since it may have been about something else', async () => {
  const site = await openSite({ '/a': kev('CVE-2024-1001') });
  const kept = await new Kept().collect([list(`${site.origin}/a`)]);
  await kept.collect([list(`${site.origin}/b`)]);
  expect(kept.kinds).toEqual({ kev: 'failed' });
  expect(kept.documents.get('kev')?.content).toBeUndefined();
});

test('an interrupted run throws its reason, and says nothing about the list', async () => {
  const site = await openSite({ '/kev.json': kev('CVE-2024-1001') });
  const kept = new Kept();
  const stopped = kept.collect([list(`${site.origin}/kev.json`)], {
    signal: AbortSignal.abort(new Error('stopped')),
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(kept.documents.size).toBe(0);
});

const updates = (revisions: Record<string, string>) => ({
  value: Object.entries(revisions).map(([ID, CurrentReleaseDate]) => ({ ID, CurrentReleaseDate })),
});
const month = (CVE: string) => ({
  Vulnerability: [{ CVE, Title: { Value: 'Windows Hyper-V Denial of Service' } }],
});
const openMsrc = async () => {
  const site = await openSite({
    '/v3/updates': updates({ '2024-Apr': '1', '2024-May': '1' }),
    '/v3/cvrf/2024-Apr': month('CVE-2024-4444'),
    '/v3/cvrf/2024-May': month('CVE-2024-5555'),
  });
  const lists = [list(`${site.origin}/v3/updates`, { id: 'msrc', name: 'MSRC', kind: 'msrc' })];
  return { site, lists, paths: () => site.seen.splice(0).map(({ path }) => path) };
};

test('an index is followed to its documents, one after the other', async () => {
  const { site, lists, paths } = await openMsrc();
  const kept = await new Kept().collect(lists);
  expect(paths()).toEqual(['/v3/updates', '/v3/cvrf/2024-May', '/v3/cvrf/2024-Apr']);
  expect(site.mostAtOnce).toBe(1);
  expect(kept.last.map(({ name }) => name)).toEqual(['MSRC', 'MSRC (2024-May)', 'MSRC (2024-Apr)']);
  expect(kept.cvesOf('msrc/2024-May')).toEqual(['CVE-2024-5555']);
});

test('a document of an index is asked for again when the index says that it was revised', async () => {
  const { site, lists, paths } = await openMsrc();
  const kept = await new Kept().collect(lists);
  paths();
  await kept.collect(lists, hoursLater(24));
  expect(paths()).toEqual(['/v3/updates']);
  site.answers.set('/v3/updates', updates({ '2024-Apr': '1', '2024-May': '22' }));
  site.answers.set('/v3/cvrf/2024-May', month('CVE-2024-55551'));
  await kept.collect(lists, hoursLater(48));
  expect(paths()).toEqual(['/v3/updates', '/v3/cvrf/2024-May']);
  expect(kept.cvesOf('msrc/2024-May')).toEqual(['CVE-2024-55551']);
  await kept.collect(lists, hoursLater(72));
  expect(paths()).toEqual(['/v3/updates']);
});

test('a revision that changes nothing in a document is looked at once', async () => {
  const { site, lists, paths } = await openMsrc();
  const kept = await new Kept().collect(lists);
  paths();
  site.answers.set('/v3/updates', updates({ '2024-Apr': '1', '2024-May': '22' }));
  await kept.collect(lists, hoursLater(24));
  expect(kept.kinds).toEqual({ msrc: 'read', 'msrc/2024-May': 'unchanged' });
  paths();
  await kept.collect(lists, hoursLater(48));
  expect(paths()).toEqual(['/v3/updates']);
  expect(kept.cvesOf('msrc/2024-May')).toEqual(['CVE-2024-5555']);
});

test('a document of an index that failed is asked for again when it is due, with or without the index', async () => {
  const { site, lists, paths } = await openMsrc();
  site.answers.set('/v3/cvrf/2024-Apr', 500);
  const kept = await new Kept().collect(lists);
  paths();
  await kept.collect(lists);
  expect(kept.kinds).toEqual({ msrc: 'not-due', 'msrc/2024-Apr': 'not-due' });
  site.answers.set('/v3/cvrf/2024-Apr', month('CVE-2024-4444'));
  await kept.collect(lists, hoursLater(2));
  expect(paths()).toEqual(['/v3/cvrf/2024-Apr']);
  expect(kept.cvesOf('msrc/2024-Apr')).toEqual(['CVE-2024-4444']);
});
