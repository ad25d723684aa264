import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseFeed as feedsmith } from 'feedsmith';
import RssParser from 'rss-parser';
import { parseFeed } from '../src/collect/parse-feed.ts';
import { hostileDocuments } from '../test/support/hostile-documents.ts';
import { corpusFeeds, madeFeeds, type Sample } from './support/sample-feeds.ts';

/**
 * Reading speed from bytes beside feedsmith alone and rss-parser, growth with the size of hostile
 * documents, and the figures of the feed corpus where that is at hand. `--rounds N` (default 5).
 */
export async function run(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--rounds');
  const rounds = at < 0 ? 5 : Number(args[at + 1]);
  await compareSpeed('200 made feeds of 50 items', madeFeeds(), rounds);
  const corpus = corpusFeeds();
  if (corpus === undefined) console.log('no ../shared/data/feeds here: its figures are left out');
  else {
    await compareSpeed('feed corpus, every document', corpus, rounds);
    const large = corpus.filter((sample) => sample.bytes.length >= 10_000);
    await compareSpeed('feed corpus, documents from 10 kB on', large, rounds);
    printSlowest(corpus);
    scoreCorpus();
  }
  printGrowth();
}

type Reader = (sample: Sample) => unknown;

const rssParser = new RssParser();
const decoder = new TextDecoder();

const readers: Readonly<Record<string, Reader>> = {
  'this project': ({ bytes, contentType, url }) => parseFeed(bytes, { contentType, url }),
  'feedsmith alone': ({ bytes }) => orUndefined(() => feedsmith(decoder.decode(bytes))),
  'rss-parser': ({ bytes }) => rssParser.parseString(decoder.decode(bytes)).catch(() => undefined),
};

function orUndefined<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The readers take turns, so that other load on the machine meets all of them; the best round counts. */
async function compareSpeed(title: string, samples: readonly Sample[], rounds: number) {
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round++)
    for (const [name, read] of Object.entries(readers)) {
      const started = performance.now();
      for (const sample of samples) await read(sample);
      best.set(name, Math.min(best.get(name) ?? Infinity, performance.now() - started));
    }
  const megabytes = samples.reduce((sum, sample) => sum + sample.bytes.length, 0) / 1e6;
  console.log(
    `${title}: ${samples.length} documents, ${megabytes.toFixed(1)} MB, best of ${rounds}`,
  );
  const alone = best.get('feedsmith alone') ?? Number.NaN;
  for (const [name, ms] of best) {
    const speed = `${((megabytes / ms) * 1000).toFixed(1)} MB/s`.padStart(12);
    console.log(`  ${name.padEnd(16)}${speed}   ${(alone / ms).toFixed(2)} of feedsmith alone`);
  }
}

function printSlowest(samples: readonly Sample[]): void {
  const timed = samples.map((sample) => ({ name: sample.name, ms: timeOf(sample) }));
  const [slowest] = timed.sort((a, b) => b.ms - a.ms);
  if (slowest !== undefined)
    console.log(`slowest document, read once: ${slowest.ms.toFixed(0)} ms, ${slowest.name}`);
}

function timeOf({ bytes, contentType, url }: Sample): number {
  const started = performance.now();
  parseFeed(bytes, { contentType, url });
  return performance.now() - started;
}

/** The runner of the corpus, in a process of its own. */
function scoreCorpus(): void {
  const runner = fileURLToPath(new URL('../../shared/data/feeds/run.mjs', import.meta.url));
  const module = fileURLToPath(new URL('corpus-module.ts', import.meta.url));
  if (!existsSync(runner)) return;
  const { stdout } = spawnSync(process.execPath, [runner, module], { encoding: 'utf8' });
  const figures = stdout
    .split('\n')
    .filter((line) => /^(?:returned|CORE|mean|over 300| {2}contentUrls)/.test(line));
  console.log(['corpus runner:', ...figures].join('\n  '));
}

/** Twice the size must not take much more than twice the time. */
function printGrowth(): void {
  const size = 1_000_000;
  console.log('hostile documents of 1 and 2 MB, ms');
  for (const [name, make] of Object.entries(hostileDocuments)) {
    const [once, twice] = [size, 2 * size].map((length) => bestOf(3, Buffer.from(make(length))));
    console.log(
      `  ${name.padEnd(32)}${once?.toFixed(0).padStart(6)}${twice?.toFixed(0).padStart(7)}`,
    );
  }
}

function bestOf(times: number, bytes: Uint8Array): number {
  const url = 'https://example.org/feed';
  return Math.min(...Array.from({ length: times }, () => timeOf({ name: '', bytes, url })));
}
