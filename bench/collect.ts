import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, measureCommand } from '../test/support/measure-command.ts';
import type { FarmCounts } from './support/feed-farm.ts';
import { type FeedReader, installedReaders } from './support/feed-readers.ts';
import { type Farm, openFarm } from './support/open-farm.ts';

/** One run of a reader, as seen from outside and by the servers that it asked. */
type Run = Measured & FarmCounts;

const FEEDS = 200;
const MANY_FEEDS = 2_000;
const DELAYS_MS = [0, 200];

/**
 * Reading 200 feeds of 50 items from 20 loopback hosts by the real command into a store file, cold
 * and when nothing changed, beside newsboat and sfeed where these are installed; then 2,000 feeds.
 * `--rounds N` (default 3): the best round counts, the readers take turns.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string', default: '3' } },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new RangeError(`--rounds is a whole number from 1 on, not "${values.rounds}"`);
  const readers = installedReaders();
  if (readers.length < 3)
    console.log('newsboat or sfeed is not installed here (Debian packages): it is left out');
  const few = await compareReaders(readers, rounds);
  await measureGrowth(readers.slice(0, 1), few);
}

/** Of this project, cold without delay: what larger numbers of feeds are compared with. */
async function compareReaders(readers: readonly FeedReader[], rounds: number): Promise<Run> {
  const farm = await openFarm(FEEDS);
  let ownCold: Run | undefined;
  try {
    for (const delayMs of DELAYS_MS) {
      const best = await bestOf(rounds, readers, farm, delayMs);
      printTable(`${FEEDS} feeds, ${delayMs} ms delay, best of ${rounds}`, best);
      printEtiquette(farm.urls, delayMs);
      ownCold ??= best.get('this project')?.cold;
    }
  } finally {
    farm.close();
  }
  if (ownCold === undefined) throw new Error('nothing was measured');
  return ownCold;
}

async function measureGrowth(readers: readonly FeedReader[], few: Run): Promise<void> {
  const farm = await openFarm(MANY_FEEDS);
  try {
    const best = await bestOf(1, readers, farm, 0);
    printTable(`${MANY_FEEDS} feeds, 0 ms delay, once`, best);
    for (const { cold } of best.values())
      console.log(
        `  growth, cold, from ${FEEDS} to ${MANY_FEEDS}: wall x ${ratio(cold.wallMs, few.wallMs)}, CPU x ${ratio(cold.cpuMs, few.cpuMs)}`,
      );
  } finally {
    farm.close();
  }
}

/** Cold: into an empty store. Unchanged: the next run. Learned: the first that can ask conditionally. */
interface Runs {
  readonly cold: Run;
  readonly unchanged: Run;
  readonly learned: Run;
}

async function bestOf(
  rounds: number,
  readers: readonly FeedReader[],
  farm: Farm,
  delayMs: number,
): Promise<ReadonlyMap<string, Runs>> {
  const best = new Map<string, Runs>();
  for (let round = 0; round < rounds; round += 1)
    for (const reader of readers) {
      const runs = await readAll(reader, farm, delayMs);
      const known = best.get(reader.name) ?? runs;
      best.set(reader.name, {
        cold: faster(known.cold, runs.cold),
        unchanged: faster(known.unchanged, runs.unchanged),
        learned: faster(known.learned, runs.learned),
      });
    }
  return best;
}

async function readAll(reader: FeedReader, farm: Farm, delayMs: number): Promise<Runs> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-collect-'));
  try {
    const commandOf = reader.prepare(folder, farm.urls);
    const runs: Run[] = [];
    for (let number = 0; number <= Math.max(reader.runsToLearn, 1); number += 1)
      runs.push(await readOnce(reader, commandOf(number), farm, delayMs));
    const [cold, unchanged] = runs;
    const learned = runs.at(-1);
    if (!cold || !unchanged || !learned) throw new Error(`${reader.name} did not run`);
    return { cold, unchanged, learned };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readOnce(
  { name }: FeedReader,
  command: readonly string[],
  farm: Farm,
  delayMs: number,
): Promise<Run> {
  const { result, counts } = await farm.watch(delayMs, () => measureCommand(command));
  if (result.code !== 0)
    throw new Error(`${name} ended with ${result.code}: ${result.stderr.slice(0, 2_000)}`);
  if (counts.requests < farm.urls.length)
    throw new Error(`${name} made ${counts.requests} requests for ${farm.urls.length} feeds`);
  return { ...result, ...counts };
}

/** What waiting alone takes for who asks a host for two at once. */
function printEtiquette(urls: readonly string[], delayMs: number): void {
  const hosts = new Set(urls.map((url) => new URL(url).host));
  const seconds = (Math.ceil(urls.length / hosts.size / 2) * delayMs) / 1000;
  console.log(`  two at once on a host take at least ${seconds.toFixed(2)} s`);
}

function faster(one: Run, other: Run): Run {
  return other.wallMs < one.wallMs ? other : one;
}

function printTable(title: string, best: ReadonlyMap<string, Runs>): void {
  console.log(`\n${title}`);
  console.log(
    `${''.padEnd(28)}   wall s   CPU s  peak MB  requests  conditional     304  MB sent  at once on a host`,
  );
  for (const [name, { cold, unchanged, learned }] of best) {
    console.log(`  ${`${name}, cold`.padEnd(28)}${tell(cold)}`);
    console.log(`  ${`${name}, unchanged`.padEnd(28)}${tell(unchanged)}`);
    if (learned !== unchanged)
      console.log(`  ${`${name}, unchanged again`.padEnd(28)}${tell(learned)}`);
  }
  printRatios(best);
}

function tell(run: Run): string {
  const share = `${((100 * run.conditional) / run.requests).toFixed(0)} %`;
  return [
    (run.wallMs / 1000).toFixed(2).padStart(7),
    (run.cpuMs / 1000).toFixed(2).padStart(8),
    run.peakMb.toFixed(0).padStart(9),
    String(run.requests).padStart(10),
    share.padStart(13),
    String(run.notModified).padStart(8),
    (run.bytes / 1e6).toFixed(2).padStart(9),
    String(run.mostOnOneHost).padStart(11),
  ].join('');
}

function printRatios(best: ReadonlyMap<string, Runs>): void {
  const own = best.get('this project');
  for (const [name, peer] of best) {
    if (own === undefined || peer === own) continue;
    console.log(
      `  wall beside ${name}: cold ${ratio(own.cold.wallMs, peer.cold.wallMs)}, unchanged ${ratio(own.unchanged.wallMs, peer.unchanged.wallMs)} of its second run, ${ratio(own.unchanged.wallMs, peer.learned.wallMs)} of its first conditional one, ${ratio(own.unchanged.wallMs, peer.cold.wallMs)} of its cold one`,
    );
  }
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}
