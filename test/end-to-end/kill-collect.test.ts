import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { Edition } from '../../src/model/edition.ts';
import type { StoredEntry } from '../../src/model/entry.ts';
import type { SourceState } from '../../src/model/source.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type GrowingSite, itemsOf, openGrowingSite } from '../support/growing-site.ts';
import { type Course, chooseMoment, runAndKill } from '../support/kill-moment.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

/** Each life is a store of its own, from its first run on; eight make the 200 kills of `.ci/run`. */
const lives = process.env.THOROUGH ? 8 : 1;
const killsInALife = 25;
const feeds = 12;

const clock = (round: number) =>
  Temporal.Instant.from('2024-06-20T00:00:00Z').add({ minutes: 10 * round });
const roundAt = (at: Temporal.Instant) => clock(0).until(at).total('minutes') / 10;

/** What a store holds. */
interface Holdings {
  readonly entries: readonly StoredEntry[];
  readonly states: ReadonlyMap<string, SourceState>;
  readonly editions: readonly Edition[];
}

test.each(Array.from({ length: lives }, (_, index) => index + 1))(
  'collecting killed at any moment loses nothing and doubles nothing, and the next run makes it good (life %i)',
  { timeout: 300_000 },
  async () => {
    const site = await openGrowingSite(feeds);
    onTestFinished(site.close);
    const workspace = await openLife(site);
    const round = await killAgainAndAgain(workspace, site);
    site.begin(round);
    const asOf = ['--as-of', clock(round).toString()];
    const last = await workspace.run(['digest', '--no-email', '--force', ...asOf]);
    expect(last).toMatchObject({ code: 0, stderr: '' });
    const end = await look(workspace);
    const undisturbed = await openLife(site);
    await undisturbed.run(['collect', ...asOf]);
    expect(timeless(end)).toEqual(timeless(await look(undisturbed)));
    expectBacklogAsCollected(end);
    expectToldOnce(end.editions);
    expect(await readdir(join(workspace.output, 'editions'))).toHaveLength(end.editions.length);
  },
);

/** Kills so many runs, each after the site has grown, and looks at what they leave; returns the next round. */
async function killAgainAndAgain(workspace: Workspace, site: GrowingSite): Promise<number> {
  const course = await rehearse(site);
  const fell: Record<string, number> = {};
  let before: Holdings = { entries: [], states: new Map(), editions: [] };
  let round = 0;
  for (let kills = 0; kills < killsInALife; round += 1) {
    site.begin(round);
    const moment = chooseMoment(course, feeds);
    const context = `round ${round}, killed at ${JSON.stringify(moment)}`;
    const { code } = await runAndKill(workspace, commandOf(round), moment, site);
    // What had ended before its moment came must have ended well.
    if (code === null) kills += 1;
    else expect(code, context).toBe(0);
    const after = await look(workspace);
    expectWholeUnits(before, after, context);
    const phase = code === null ? phaseOf(site, after, round) : 'not at all: it was done';
    fell[phase] = (fell[phase] ?? 0) + 1;
    before = after;
  }
  console.info(`The kills fell: ${JSON.stringify(fell)}`);
  return round;
}

async function openLife({ urls }: GrowingSite): Promise<Workspace> {
  const workspace = await openWorkspace(
    urls.map((url, feed) => ({
      id: `feed-${feed}`,
      name: `Series ${feed}`,
      url,
      hypervisor: 'proxmox',
      request: { allowsPrivate: true },
    })),
  );
  onTestFinished(workspace.remove);
  return workspace;
}

/** One run in five issues an edition and writes its pages, too. */
function commandOf(round: number): string[] {
  const command = round % 5 === 4 ? ['digest', '--no-email'] : ['collect'];
  return [...command, '--force', '--as-of', clock(round).toString()];
}

/** Runs once undisturbed, in a store of its own, to learn here and now when what happens. */
async function rehearse(site: GrowingSite): Promise<Course> {
  const workspace = await openLife(site);
  await workspace.run(['collect', '--as-of', clock(0).toString()]);
  site.begin(3);
  const startedAt = performance.now();
  const since = () => performance.now() - startedAt;
  const run = workspace.run(['collect', '--force', '--as-of', clock(3).toString()]);
  await site.reached('request', 1);
  const firstRequest = since();
  await site.reached('answer', feeds);
  const lastAnswer = since();
  await run;
  const end = since();
  return { firstRequest, lastAnswer, end };
}

function phaseOf({ requests }: GrowingSite, { states }: Holdings, round: number): string {
  const stored = [...states.values()].filter(({ lastAttemptAt }) =>
    lastAttemptAt?.equals(clock(round)),
  );
  if (stored.length === feeds) return 'after all were stored';
  if (stored.length > 0) return 'while some were stored';
  return requests > 0 ? 'while fetching, before any was stored' : 'before the first request';
}

/** What the killed process left behind, as a copy of its files tells: the next run gets them as they are. */
async function look({ folder }: Workspace): Promise<Holdings> {
  const copy = join(folder, 'copy');
  const files = (await readdir(folder)).filter((name) => /^digest\.db(-wal)?$/.test(name));
  for (const name of files) await cp(join(folder, name), join(copy, name));
  const store = openStore(`sqlite:${join(copy, 'digest.db')}`);
  const database = new DatabaseSync(join(copy, 'digest.db'));
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  database.close();
  const ever = [Temporal.Instant.from('2000-01-01T00:00:00Z'), clock(100_000)] as const;
  const holdings = {
    entries: await store.entriesBetween(...ever),
    states: await store.sourceStates(),
    editions: await store.editions(),
  };
  await store.close();
  await rm(copy, { recursive: true });
  return holdings;
}

/** Each source stands as one round left it, all of its entries and its state, and no round before. */
function expectWholeUnits(before: Holdings, after: Holdings, context: string): void {
  for (let feed = 0; feed < feeds; feed += 1) {
    const id = `feed-${feed}`;
    const askedAt = after.states.get(id)?.lastAttemptAt;
    const expected = askedAt === undefined ? [] : itemsOf(feed, roundAt(askedAt));
    const found = after.entries.filter(({ sourceId }) => sourceId === id);
    const stored = found.map(({ title, text }) => ({ title, text }));
    expect(stored.toSorted(byTitle), `${id}, ${context}`).toEqual(expected.toSorted(byTitle));
    const earlierAt = before.states.get(id)?.lastAttemptAt;
    if (earlierAt !== undefined)
      expect(
        Temporal.Instant.compare(askedAt ?? clock(-1), earlierAt),
        context,
      ).toBeGreaterThanOrEqual(0);
  }
  const titles = new Map(after.entries.map(({ id, title }) => [id, title]));
  const kept = before.entries.filter(({ id, title }) => titles.get(id) === title);
  expect(kept, context).toHaveLength(before.entries.length);
  const issued = after.editions.length - before.editions.length;
  expect(after.editions.slice(issued), context).toEqual(before.editions);
}

/** Backlog is what came with the first success of its source, whichever run that was. */
function expectBacklogAsCollected({ entries, states }: Holdings): void {
  for (const { sourceId, collectedAt, isBacklog } of entries)
    expect(isBacklog).toBe(states.get(sourceId)?.firstCollectedAt?.equals(collectedAt));
}

function expectToldOnce(editions: readonly Edition[]): void {
  const reports = editions.flatMap(({ stories }) => stories.flatMap((story) => story.reports));
  expect(reports.length).toBeGreaterThan(0);
  expect(new Set(reports.map(({ entryId }) => entryId)).size).toBe(reports.length);
}

function byTitle(one: { title: string }, other: { title: string }): number {
  return one.title < other.title ? -1 : 1;
}

/** What must be the same however often a run was cut short. */
function timeless({ entries, states }: Holdings): object {
  return {
    entries: entries.map(({ collectedAt, isBacklog, ...entry }) => entry),
    states: [...states.values()].map(
      ({ firstCollectedAt, lastAttemptAt, lastSuccessAt, lastNewEntryAt, dueAt, ...state }) =>
        state,
    ),
  };
}
