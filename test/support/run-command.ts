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

/** Runs the real command line in a process of its own. */
export function runCommand(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const { SMTP_URL, DIGEST_STORE, ...inherited } = process.env;
  const [program, ...rest] = commandOf(args);
  const child = spawn(program, rest, {
    env: { ...inherited, ...options.env },
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
