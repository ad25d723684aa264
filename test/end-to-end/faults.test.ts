import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { rss } from '../collect/support/rss.ts';
import { serve } from '../collect/support/serve.ts';
import { fatalFaults, harmlessFaults } from '../support/faults.ts';
import { measureCommand } from '../support/measure-command.ts';
import { runCommand } from '../support/run-command.ts';
import { openUnreachableSources, type UnreachableSource } from '../support/unreachable-sources.ts';
import { openWorkspace } from '../support/workspace.ts';

const sound = ['sound-1', 'sound-2', 'sound-3'];
const served = [...Object.keys(fatalFaults), ...Object.keys(harmlessFaults), ...sound];

interface Failure {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

interface Listed {
  readonly id: string;
  readonly lastFailure?: string;
}

test('faults of every kind in one run: each is named, and no other source is affected', {
  timeout: 120_000,
}, async () => {
  const site = { isBroken: false };
  const origin = await serve((request, response) => {
    const id = (request.url ?? '').slice(1);
    if (!site.isBroken) return response.end(rss(['Before']));
    const answer = fatalFaults[id]?.[0] ?? harmlessFaults[id];
    return answer ? answer(response) : response.end(rss(['One', 'Two']));
  });
  const unreachable = await openUnreachableSources(origin);
  const workspace = await openWorkspace([
    ...served.map((id) => source(id, `${origin}/${id}`)),
    ...Object.entries(unreachable.sources).map(([id, { url, allowsPrivate }]) =>
      source(id, url, allowsPrivate),
    ),
  ]);
  onTestFinished(() => {
    unreachable.close();
    return workspace.remove();
  });
  const authorities = join(workspace.folder, 'authorities.pem');
  await writeFile(authorities, unreachable.authorities);
  const env = { NODE_EXTRA_CA_CERTS: authorities };
  const collect = (...args: string[]) => workspace.run(['collect', '--json', ...args], { env });

  const first = JSON.parse((await collect('--as-of', '2024-06-05T12:00:00Z')).stdout);
  expect(first.collected).toMatchObject({ added: served.length });
  site.isBroken = true;
  const asOf = ['--as-of', '2024-06-05T15:00:00Z'];
  const again = workspace.command(['collect', '--json', '--force', ...asOf]);
  const { code, stdout, stderr, peakMb } = await measureCommand(again, { env });

  expect(code).toBe(0);
  // Nobody knows where there is no /proc.
  if (process.platform === 'linux') expect(peakMb).toBeLessThan(150);
  const failed: readonly Failure[] = JSON.parse(stdout).collected.failed;
  expectReasons(failed, unreachable.sources);
  expectNamed(failed, stderr);
  const config = join(workspace.folder, 'feeds.config.json');
  const store = `sqlite:${join(workspace.folder, 'digest.db')}`;
  await expectListed(failed, ['--config', config, '--store', store, ...asOf]);

  // What is sound, or all but, is read; what was stored before is still there.
  const titles = await titlesBySource(store);
  for (const id of Object.keys(fatalFaults)) expect(titles[id], id).toEqual(['Before']);
  for (const id of [...Object.keys(harmlessFaults), ...sound])
    expect(titles[id], id).toEqual(['Before', 'One', 'Two']);
});

/** Exactly what was made to fail did, for that reason. */
function expectReasons(
  failed: readonly Failure[],
  unreachable: Readonly<Record<string, UnreachableSource>>,
): void {
  const fatal = Object.entries(fatalFaults).map(([id, [, reason]]) => [id, reason] as const);
  const far = Object.entries(unreachable).map(([id, { reason }]) => [id, reason] as const);
  const reasons = new Map([...fatal, ...far]);
  expect(failed.map(({ id }) => id)).toEqual([...reasons.keys()].toSorted());
  for (const { id, reason } of failed) expect(reason, id).toMatch(reasons.get(id) ?? /^$/);
}

/** In the report, as JSON and in words. */
function expectNamed(failed: readonly Failure[], stderr: string): void {
  const told = failed.map(({ name, reason }) => `Failed: ${name}: ${reason}\n`);
  expect(stderr).toBe(told.join(''));
}

/** In the list of sources, as JSON and in words. */
async function expectListed(failed: readonly Failure[], args: readonly string[]): Promise<void> {
  const list = ['sources', 'list', ...args];
  const [words, json] = await Promise.all([runCommand(list), runCommand([...list, '--json'])]);
  const listed: readonly Listed[] = JSON.parse(json.stdout).sources;
  const named = listed.flatMap(({ id, lastFailure }) => (lastFailure ? [[id, lastFailure]] : []));
  expect(named.toSorted()).toEqual(failed.map(({ id, reason }) => [id, reason]));
  for (const { id, reason } of failed)
    expect(words.stdout).toMatch(new RegExp(`^${id} .*\\n {4}${RegExp.escape(reason)}$`, 'm'));
  // One of them is not asked again.
  expect(words.stdout).toContain(`${failed.length - 1} failing, 1 gone.`);
}

function source(id: string, url: string, allowsPrivate = true): object {
  return { id, name: `Source ${id}`, url, ...(allowsPrivate && { request: { allowsPrivate } }) };
}

async function titlesBySource(url: string): Promise<Record<string, string[] | undefined>> {
  const store = openStore(url);
  const year = ['2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z'] as const;
  const [from, until] = year.map((at) => Temporal.Instant.from(at));
  const entries = from && until ? await store.entriesBetween(from, until) : [];
  await store.close();
  const sorted = entries.toSorted((one, other) => (one.title < other.title ? -1 : 1));
  const grouped = Object.groupBy(sorted, ({ sourceId }) => sourceId);
  return Object.fromEntries(
    Object.entries(grouped).map(([id, list = []]) => [id, list.map(({ title }) => title)]),
  );
}
