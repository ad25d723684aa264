import { generateOpml } from 'feedsmith';
import type { Config } from './config.ts';

/** Where feeds stand that are not about one hypervisor alone. */
const GENERAL = 'General';

/**
 * The feeds among the sources as OPML 2.0, in a folder for each hypervisor. The same configuration
 * gives the same text: no date stands in it.
 */
export function writeOpml({ site, hypervisors, sources }: Config): string {
  const folders = [...hypervisors, { id: undefined, name: GENERAL }].map(({ id, name }) => ({
    text: legal(name),
    outlines: sources
      .filter((source) => isFeed(source) && source.hypervisor === id)
      .map((source) => toOutline(source)),
  }));
  const outlines = folders.filter((folder) => folder.outlines.length > 0);
  // feedsmith leaves out a body without outlines, which OPML asks for.
  return generateOpml({ head: { title: legal(site.title) }, body: { outlines } });
}

/** Whether other readers can follow it: a list or a page that is no feed means nothing to them. */
export function isFeed({ kind }: Pick<Config['sources'][number], 'kind'>): boolean {
  return kind === 'feed' || kind === 'github-releases';
}

function toOutline({ name, url }: Config['sources'][number]) {
  const title = legal(name);
  return { type: 'rss', text: title, title, xmlUrl: url };
}

/** JSON can say characters that XML cannot. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
