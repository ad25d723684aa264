import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf } from '../../test/support/run-command.ts';

/** A program that reads feeds and keeps what it read. */
export interface FeedReader {
  readonly name: string;
  /** How often it has to run until it asks with the validators that it was given; 0: it never does. */
  readonly runsToLearn: number;
  /** Prepares an empty store for these feeds in a folder; gives the command for its run number so many. */
  prepare(folder: string, urls: readonly string[]): (run: number) => readonly string[];
}

/** As many at once as newsboat is given threads; more made it no faster. */
const PEER_THREADS = 16;

export const ownReader: FeedReader = {
  name: 'this project',
  runsToLearn: 1,
  prepare(folder, urls) {
    const shipped = JSON.parse(readFileSync('feeds.config.json', 'utf8'));
    const sources = urls.map((url, at) => ({
      id: `feed-${at}`,
      name: `Feed ${at}`,
      url,
      request: { allowsPrivate: true },
    }));
    const config = join(folder, 'feeds.config.json');
    writeFileSync(config, JSON.stringify({ ...shipped, sources, facts: [] }));
    const store = `sqlite:${join(folder, 'digest.db')}`;
    const common = ['--config', config, '--store', store, '--json'];
    // Two hours later every feed is due again.
    const clock = (run: number) => new Date(Date.UTC(2024, 5, 5, 12 + 2 * run)).toISOString();
    return (run) => commandOf(['collect', ...common, '--as-of', clock(run)]);
  },
};

const newsboat: FeedReader = {
  name: 'newsboat',
  // The second run asks for everything again, the third sends validators.
  runsToLearn: 2,
  prepare(folder, urls) {
    const file = (name: string) => join(folder, name);
    writeFileSync(file('urls'), `${urls.join('\n')}\n`);
    writeFileSync(file('config'), `reload-threads ${PEER_THREADS}\nmax-items 0\n`);
    const files = ['-u', file('urls'), '-C', file('config'), '-c', file('cache.db')];
    return () => ['newsboat', ...files, '-x', 'reload'];
  },
};

const sfeed: FeedReader = {
  name: 'sfeed',
  runsToLearn: 0,
  prepare(folder, urls) {
    const feeds = join(folder, 'feeds');
    mkdirSync(feeds);
    const lines = urls.map((url, at) => `  feed 'feed-${at}' '${url}'`);
    const settings = [
      `sfeedpath='${feeds}'`,
      `maxjobs=${PEER_THREADS}`,
      'feeds() {',
      ...lines,
      '}',
    ];
    writeFileSync(join(folder, 'sfeedrc'), `${settings.join('\n')}\n`);
    return () => ['sfeed_update', join(folder, 'sfeedrc')];
  },
};

/** This project first, then the peers that are installed. */
export function installedReaders(): FeedReader[] {
  const isInstalled = (command: string) =>
    spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
  return [
    ownReader,
    ...(isInstalled('newsboat') ? [newsboat] : []),
    ...(isInstalled('sfeed_update') ? [sfeed] : []),
  ];
}
