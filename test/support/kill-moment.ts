import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GrowingSite } from './growing-site.ts';
import type { Finished } from './run-command.ts';
import type { Workspace } from './workspace.ts';

/** How long a run takes when nobody kills it, in milliseconds from its start. */
export interface Course {
  readonly firstRequest: number;
  readonly lastAnswer: number;
  readonly end: number;
}

/** So long after so many of these, or after the start. */
export interface KillMoment {
  readonly event: 'start' | 'request' | 'answer' | 'write';
  readonly count: number;
  readonly delayMs: number;
}

/** An event, how often it has to come, and the most milliseconds after it. */
type Choice = readonly [KillMoment['event'], number, number];

/** Any moment of a run over so many feeds, with more of them where there is more to break. */
export function chooseMoment({ firstRequest, lastAnswer, end }: Course, feeds: number): KillMoment {
  const some = 1 + Math.floor(Math.random() * feeds);
  const first: Choice = ['start', 0, firstRequest];
  const others: readonly Choice[] = [
    ['start', 0, end * 1.1],
    ['request', some, 40],
    ['answer', some, 40],
    ['answer', feeds, Math.max(end - lastAnswer, 40)],
    ['write', some, 5],
    ['write', some, 20],
    ['write', feeds, Math.max(end - lastAnswer, 40)],
  ];
  const [event, count, most] = others[Math.floor(Math.random() * (others.length + 1))] ?? first;
  return { event, count, delayMs: Math.random() * most };
}

/** Runs a command and kills it then, unless it has ended before. */
export async function runAndKill(
  workspace: Workspace,
  args: readonly string[],
  { event, count, delayMs }: KillMoment,
  site: GrowingSite,
): Promise<Finished> {
  const killer = new AbortController();
  const ended = new AbortController();
  const log = `${workspace.folder}/digest.db-wal`;
  const before = await changedAt(log);
  const run = workspace.run(args, { kill: killer.signal }).finally(() => ended.abort());
  const come = {
    start: async () => undefined,
    request: () => site.reached('request', count),
    answer: () => site.reached('answer', count),
    write: () => written(log, before, count, ended.signal),
  };
  void come[event]()
    .then(() => sleep(delayMs))
    .then(() => killer.abort());
  return run;
}

/** When a file, as its clock tells, has been written to so many times. */
async function written(
  path: string,
  before: number,
  count: number,
  ended: AbortSignal,
): Promise<void> {
  let last = before;
  for (let times = 0; times < count && !ended.aborted; await sleep(1)) {
    const now = await changedAt(path);
    if (now !== last) times += 1;
    last = now;
  }
}

async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
