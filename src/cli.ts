import { CommanderError } from 'commander';
import { buildCommandLine } from './cli/command-line.ts';
import { UsageError } from './cli/usage-error.ts';
import { ConfigError } from './config/config-error.ts';

// The process: what came of the command decides the exit code. 0: done. 1: could not do it.
// 2: wrong usage or configuration.

/** Secrets and settings may stand in a file beside the configuration; the environment wins. */
function loadEnvironment(): void {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ConfigError || error instanceof UsageError) {
    console.error(error.message);
    return 2;
  }
  console.error(process.env.DEBUG ? error : `Could not do it: ${(error as Error).message}`);
  return 1;
}

/** Does what the arguments of the process say, and sets its exit code. */
export async function runCommandLine(): Promise<void> {
  try {
    loadEnvironment();
    await buildCommandLine(process).parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

if (import.meta.main) await runCommandLine();
