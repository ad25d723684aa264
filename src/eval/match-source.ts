import type { Source } from '../model/source.ts';
import type { LabelledItem } from './labelled-item.ts';

/**
 * The configured source of an item, by its name, or by its address where that leaves no choice;
 * else a source of that name of which nothing is known.
 */
export function matchSource(item: LabelledItem, sources: readonly Source[]): Source {
  const name = simple(item.source);
  return (
    sources.find((source) => simple(source.name) === name) ??
    onlyOneAt(item.url, sources) ?? {
      id: `unknown: ${item.source}`,
      name: item.source,
      url: '',
      kind: 'feed',
      isVendor: false,
    }
  );
}

function onlyOneAt(url: string | undefined, sources: readonly Source[]): Source | undefined {
  const address = url === undefined ? undefined : URL.parse(url);
  if (!address) return undefined;
  const found = sources.filter((source) => covers(new URL(source.url), address));
  return found.length === 1 ? found[0] : undefined;
}

/** A feed at /cloud-foundation/feed/ covers what is under /cloud-foundation/ of its host. */
function covers(feed: URL, address: URL): boolean {
  const folder = feed.pathname.replace(/(?:feed|rss|index|headlines|news)?(?:\.\w+|\/)?$/, '');
  return host(feed) === host(address) && address.pathname.startsWith(folder);
}

function host({ hostname }: URL): string {
  return hostname.replace(/^www\./, '');
}

function simple(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
