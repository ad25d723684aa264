import type { Config } from './config.ts';
import { findConfigured } from './find-configured.ts';
import type { OutlinedFeed } from './read-opml.ts';
import { composeBlock, type SourceBlock } from './source-block.ts';

/** What an import would add to a configuration, and what not. */
export interface ImportPlan {
  readonly added: readonly SourceBlock[];
  readonly skipped: readonly SkippedFeed[];
}

interface SkippedFeed {
  readonly title: string;
  readonly reason: string;
}

/** Decides for each feed of an OPML file whether it becomes a source, or why not. */
export function planImport(
  { sources, hypervisors }: Pick<Config, 'sources' | 'hypervisors'>,
  feeds: readonly OutlinedFeed[],
): ImportPlan {
  const added: SourceBlock[] = [];
  const skipped: SkippedFeed[] = [];
  for (const feed of feeds) {
    const { title, folders } = feed;
    const judged = judge(feed, sources, added);
    if ('reason' in judged) {
      skipped.push({ title: title ?? feed.url ?? 'an outline without a title', ...judged });
    } else {
      const block = composeBlock({ title, url: judged.url }, [...sources, ...added]);
      const hypervisor = findHypervisor(hypervisors, folders);
      added.push(hypervisor === undefined ? block : { ...block, hypervisor });
    }
  }
  return { added, skipped };
}

/** The address to add, or what speaks against it. */
function judge(
  { url, isComment }: OutlinedFeed,
  sources: Config['sources'],
  added: readonly SourceBlock[],
): { readonly url: string } | { readonly reason: string } {
  if (isComment) return { reason: 'it is commented out' };
  if (url === undefined) return { reason: 'it has no xmlUrl' };
  const address = readAddress(url);
  if (address === undefined) return { reason: `its xmlUrl is no http or https URL: ${url}` };
  if (address.username !== '' || address.password !== '')
    return { reason: 'its xmlUrl holds a password: add it by hand, with request.basicAuth' };
  if (/\$\{\w+\}/.test(url))
    return { reason: 'its xmlUrl names an environment variable: add it by hand' };
  const configured = findConfigured(sources, address.href);
  if (configured) return { reason: `already configured as ${configured.id} (${configured.url})` };
  const twin = findConfigured(added, address.href);
  if (twin) return { reason: `it is in the file twice, and added as ${twin.id}` };
  return { url: address.href };
}

/** An http or https URL without its fragment, which no server sees. */
function readAddress(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  url.hash = '';
  return url;
}

/** A folder that is named like a hypervisor says what its feeds are about, as in what export writes. */
function findHypervisor(
  hypervisors: Config['hypervisors'],
  folders: readonly string[],
): string | undefined {
  const named = folders.map((folder) => folder.trim().toLowerCase());
  return hypervisors.find(
    ({ id, name }) => named.includes(id) || named.includes(name.toLowerCase()),
  )?.id;
}
