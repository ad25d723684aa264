import { Readable } from 'node:stream';
import { buildCommandLine } from '../../src/cli/command-line.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import type { Finished } from './run-command.ts';

/** What a command needs of the process that it runs in. */
interface Surroundings {
  /** What it finds on standard input. Default: nothing. */
  readonly input?: string;
}

/**
 * Runs the real command line within this process, which takes milliseconds instead of a second: for
 * tests that run many. What commander refuses by itself is for `runCommand`.
 */
export async function runInProcess(
  args: readonly string[],
  { input = '' }: Surroundings = {},
): Promise<Finished> {
  const written = { stdout: '', stderr: '' };
  const streamTo = (name: keyof typeof written) => ({
    isTTY: false,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const { SMTP_URL, DIGEST_STORE, ...env } = process.env;
  const surroundings = {
    env,
    stdin: Readable.from([Buffer.from(input)]),
    stdout: streamTo('stdout'),
    stderr: streamTo('stderr'),
    exitCode: 0,
  };
  const command = buildCommandLine(surroundings as unknown as NodeJS.Process);
  try {
    await command.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { ...written, stderr: `${written.stderr}${error.message}\n`, code: 2 };
  }
  return { ...written, code: surroundings.exitCode };
}
