import { spawn } from 'node:child_process';

export interface Finished {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Kills the process, without a word, so many milliseconds after its start. */
  readonly killAfterMs?: number;
  /** Kills the process, without a word, when it is aborted. */
  readonly kill?: AbortSignal;
  /** What it finds on standard input. Default: nothing. */
  readonly input?: string;
}

/** The real command line, as the npm scripts start it. */
export function commandOf(args: readonly string[]): readonly [string, ...string[]] {
  return [process.execPath, '--max-semi-space-size=2', 'src/main.js', ...args];
}

/**
 * What a command is given of this process's environment: nothing of the operator's, and not that
 * vitest turns the compile cache off where it measures coverage, without which a command is 30 MB
 * larger and starts late.
 */
export function inheritedEnv(): NodeJS.ProcessEnv {
  const { SMTP_URL, DIGEST_STORE, NODE_DISABLE_COMPILE_CACHE, ...inherited } = process.env;
  return inherited;
}

/** Runs the real command line in a process of its own. */
export function runCommand(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const [program, ...rest] = commandOf(args);
  const child = spawn(program, rest, {
    env: { ...inheritedEnv(), ...options.env },
    stdio: 'pipe',
  });
  // A command that ends without reading what it was given breaks the pipe, which is no error here.
  child.stdin.on('error', () => undefined).end(options.input);
  const killer =
    options.killAfterMs === undefined
      ? undefined
      : setTimeout(() => child.kill('SIGKILL'), options.killAfterMs);
  options.kill?.addEventListener('abort', () => child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(killer);
      resolve({ code, stdout, stderr });
    });
  });
}
