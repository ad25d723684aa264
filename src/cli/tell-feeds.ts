import { oneLine } from '../collect/normalize/plain-title.ts';
import type { SourceBlock } from '../config/source-block.ts';
import type { FoundFeed, NoFeed } from './ask-for-feeds.ts';
import { tellContents } from './tell-checked.ts';

/** A feed of a page, and what the configuration would say or says of it. */
export interface OfferedFeed extends FoundFeed {
  /** The id of the source that has this URL already. */
  readonly configuredAs?: string;
  /** Ready for `sources`; absent when it is configured. */
  readonly block?: SourceBlock;
}

/** Each feed with its block, ready to be pasted. */
export function tellFeeds(
  feeds: readonly OfferedFeed[],
  areAnnounced: boolean,
  timeZone: string,
): string[] {
  if (feeds.length === 0) return [];
  const hasBlocks = feeds.some(({ block }) => block !== undefined);
  return [
    ...(areAnnounced ? [] : [UNANNOUNCED, '']),
    ...feeds.flatMap((feed) => [...tellFeed(feed, timeZone), '']),
    ...(hasBlocks ? WHAT_TO_DO : []),
  ];
}

const UNANNOUNCED =
  'The page announces no feed. It links to these, or they are at the usual places:';
const WHAT_TO_DO = [
  'A block goes into "sources" of the configuration; add "hypervisor" where all of the feed is about',
  'one, and "isVendor": true where it is the vendor\'s own voice.',
];

/** What the page announces in vain. */
export function tellBroken(broken: readonly NoFeed[]): string[] {
  return broken.map(({ url, reason }) => `Announced, but not readable: ${url}: ${oneLine(reason)}`);
}

function tellFeed(feed: OfferedFeed, timeZone: string): string[] {
  const { title, url, configuredAs, block } = feed;
  const heading = [title || 'Without a title', url, tellContents(feed, timeZone)];
  const known = configuredAs === undefined ? [] : [`already configured as ${configuredAs}`];
  const lines = block === undefined ? known : JSON.stringify(block, undefined, 2).split('\n');
  return [...heading, ...lines.map((line) => `    ${line}`)];
}
