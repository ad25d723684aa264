import { domainToUnicode } from 'node:url';
import type { SourceKind } from '../model/source.ts';
import type { KnownSource } from './find-configured.ts';

/** A source as it stands in the file, in the order of its settings. */
export interface SourceBlock {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly kind: SourceKind;
  readonly hypervisor?: string;
  readonly request?: { readonly allowsPrivate: true };
}

/** A block for a feed, named by its title, or by its host where it has none; its id is not among `others`. */
export function composeBlock(
  feed: { readonly url: string; readonly title?: string },
  others: readonly Pick<KnownSource, 'id'>[],
): SourceBlock {
  const { hostname } = new URL(feed.url);
  const host = domainToUnicode(hostname).replace(/^www\./, '');
  const name = oneLine(feed.title) || host;
  const taken = new Set(others.map(({ id }) => id));
  const id = unique(toId(name) || toId(host) || 'source', taken);
  const kind = releasesOfGithub.test(feed.url) ? 'github-releases' : 'feed';
  return { id, name, url: feed.url, kind };
}

const releasesOfGithub = /^https:\/\/github\.com\/[^/]+\/[^/]+\/releases\.atom$/i;
const longestId = 50;
const longestName = 200;

function oneLine(text = ''): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longestName);
}

/** Lower-case letters, digits and hyphens, with the accents left off; empty for a script without them. */
function toId(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/['\u2019]/g, '')
    .replace(/[^a-z\d]+/g, '-')
    .slice(0, longestId)
    .replace(/^-|-$/g, '');
}

function unique(id: string, taken: ReadonlySet<string>): string {
  let candidate = id;
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${id}-${count}`;
  return candidate;
}
