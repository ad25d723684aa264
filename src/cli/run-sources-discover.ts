import { oneLine } from '../collect/normalize/plain-title.ts';
import type { Config } from '../config/config.ts';
import { findConfigured } from '../config/find-configured.ts';
import { loadConfig } from '../config/load-config.ts';
import { composeBlock, type SourceBlock } from '../config/source-block.ts';
import type { Source } from '../model/source.ts';
import type { FoundFeed } from './ask-for-feeds.ts';
import { type AskOptions, chooseSource } from './choose-source.ts';
import type { CommandOptions } from './command-options.ts';
import { findFeeds } from './find-feeds.ts';
import { Printer } from './printer.ts';
import { tellHowToAllow } from './tell-checked.ts';
import { type OfferedFeed, tellBroken, tellFeeds } from './tell-feeds.ts';
import { withNetwork } from './with-network.ts';

/** The `sources discover` command; returns its exit code. */
export async function runSourcesDiscover(
  options: CommandOptions & AskOptions,
  process: NodeJS.Process,
  named: string,
): Promise<number> {
  const printer = new Printer(process, options);
  const config = await loadConfig(options.config);
  const chosen = chooseSource(config.sources, named, options);
  const { url } = chosen.source;
  const discovery = await withNetwork(config, options, process.env, (context) =>
    findFeeds(chosen.source, context),
  );
  if (discovery.kind === 'failed') {
    const { reason } = discovery;
    printer.problems([`Failed: ${oneLine(reason)}`, ...tellHowToAllow(reason, chosen)]);
    return 1;
  }
  const { broken, areAnnounced } = discovery;
  const feeds = withBlocks(discovery.feeds, config.sources, chosen.source);
  const lines = tellFeeds(feeds, areAnnounced, config.site.timeZone);
  printer.report({ page: url, areAnnounced, feeds, broken }, lines);
  const nothing = `No feed: ${url} announces none, links to none, and none is at the usual places.`;
  printer.problems([...tellBroken(broken), ...(feeds.length === 0 ? [nothing] : [])]);
  return feeds.length === 0 ? 1 : 0;
}

/** Each feed with its block, all of their ids different, unless a source has its URL already. */
function withBlocks(
  feeds: readonly FoundFeed[],
  sources: Config['sources'],
  page: Source,
): OfferedFeed[] {
  const blocks: SourceBlock[] = [];
  return feeds.map((feed) => {
    const configuredAs = findConfigured(sources, feed.url)?.id;
    if (configuredAs !== undefined) return { ...feed, configuredAs };
    const block = { ...composeBlock(feed, [...sources, ...blocks]), ...privacyOf(page) };
    blocks.push(block);
    return { ...feed, block };
  });
}

/** What was found where private addresses are allowed is collected in the same way. */
function privacyOf({ request }: Source): Pick<SourceBlock, 'request'> {
  return request?.allowsPrivate ? { request: { allowsPrivate: true } } : {};
}
