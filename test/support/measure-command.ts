import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { inheritedEnv } from './run-command.ts';

/** What a command cost, with all the processes that it started. */
export interface Measured {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Resident memory, in bytes divided by a million; NaN where there is no /proc. */
  readonly peakMb: number;
}

export interface MeasureOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Killed, with all it started, when it takes longer. Default: five minutes. */
  readonly timeoutMs?: number;
}

/**
 * Processes are looked at this often; what one of them peaked at before, the kernel remembers. Looking
 * all the time takes a fifth of a core from what is measured.
 */
const LOOK_EVERY_MS = 100;

/** `times` is the one way of POSIX to what children have used; its second line is about them. */
const SCRIPT = '"$@"; code=$?; times >&2; exit $code';

/** Runs a command by itself, in a process group of its own, and measures it from outside. */
export function measureCommand(
  command: readonly string[],
  { env = {}, timeoutMs = 300_000 }: MeasureOptions = {},
): Promise<Measured> {
  const startedAt = performance.now();
  const child = spawn('sh', ['-c', SCRIPT, 'sh', ...command], {
    env: { ...inheritedEnv(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const group = child.pid;
  if (group === undefined) throw new Error('no process could be started');
  const peak = watchPeak(group);
  const killer = setTimeout(() => process.kill(-group, 'SIGKILL'), timeoutMs);
  const stdout = textOf(child.stdout);
  const stderr = textOf(child.stderr);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const wallMs = performance.now() - startedAt;
      clearTimeout(killer);
      const { words, cpuMs } = splitTimes(stderr());
      resolve({ code, stdout: stdout(), stderr: words, wallMs, cpuMs, peakMb: peak() });
    });
  });
}

function textOf(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/** What the command said itself, and the time that `times` says it took. */
function splitTimes(stderr: string): { words: string; cpuMs: number } {
  const lines = stderr.split('\n');
  const [children = ''] = lines.splice(-2);
  lines.pop();
  const parts = /^(\d+)m([\d.]+)s (\d+)m([\d.]+)s$/.exec(children)?.slice(1).map(Number) ?? [];
  const [userMinutes, user, systemMinutes, system] = parts;
  if (system === undefined) return { words: stderr, cpuMs: Number.NaN };
  const seconds = (userMinutes ?? 0) * 60 + (user ?? 0) + (systemMinutes ?? 0) * 60 + system;
  return { words: lines.map((line) => `${line}\n`).join(''), cpuMs: seconds * 1000 };
}

/** The highest resident memory of a process group, without the shell that leads it. */
function watchPeak(group: number): () => number {
  let peak = Number.NaN;
  const look = () => {
    const processes = membersOf(group).map(readMemory);
    const now = processes.reduce((sum, { resident }) => sum + resident, 0);
    peak = Math.max(peak || 0, now, ...processes.map(({ highest }) => highest)) || Number.NaN;
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function membersOf(group: number): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((id) => {
    if (!/^\d+$/.test(id) || Number(id) === group) return false;
    // pid (name) state ppid pgrp: the name may hold anything, so it is read from behind it.
    const [, , pgrp] = readOrEmpty(`/proc/${id}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    return Number(pgrp) === group;
  });
}

function readMemory(id: string): { resident: number; highest: number } {
  const status = readOrEmpty(`/proc/${id}/status`);
  const field = (name: string) =>
    (Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024) / 1e6;
  return { resident: field('VmRSS'), highest: field('VmHWM') };
}

/** A process may end between being listed and being read. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
