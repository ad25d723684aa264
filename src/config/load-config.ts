import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Config } from './config.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import { configSchema } from './config-schema.ts';
import { explainIssue } from './explain-issue.ts';
import { findConflicts } from './find-conflicts.ts';
import { nearestName } from './nearest-name.ts';

/** Reads and checks a configuration file. Throws one ConfigError with every problem in it. */
export async function loadConfig(file: string): Promise<Config> {
  return parseConfig(file, parseJson(file, await readText(file)));
}

/** Checks what a configuration file says; `file` names it in errors. */
export function parseConfig(file: string, raw: unknown): Config {
  const result = configSchema.safeParse(raw, { reportInput: true });
  const problems = [
    ...(result.success ? [] : result.error.issues.flatMap(describe)),
    ...findConflicts(raw),
  ];
  if (result.success && problems.length === 0) return result.data;
  throw new ConfigError(file, problems);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = code === 'ENOENT' ? 'no such file' : `cannot be read: ${String(error)}`;
    throw new ConfigError(file, [{ path: '', message }]);
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = `is not JSON: ${(error as Error).message}`;
    throw new ConfigError(file, [{ path: '', message }]);
  }
}

function describe(issue: z.core.$ZodIssue): ConfigProblem[] {
  const path = z.core.toDotPath(issue.path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue, key));
  return [{ path, message: explainIssue(issue) }];
}

function unknownKey(issue: z.core.$ZodIssueUnrecognizedKeys, key: string): ConfigProblem {
  const siblings = knownKeys(issue.path).filter((known) => known !== '$schema');
  const meant = nearestName(key, siblings);
  const hint =
    meant === undefined ? `expected one of ${siblings.join(', ')}` : `did you mean "${meant}"?`;
  return { path: z.core.toDotPath([...issue.path, key]), message: `unknown setting, ${hint}` };
}

/** The settings that the schema knows at a path. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  let schema: unknown = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
  for (const step of path) {
    const node = schema as { items?: unknown; properties?: Record<string, unknown> };
    schema = typeof step === 'number' ? node.items : node.properties?.[String(step)];
  }
  return Object.keys((schema as { properties?: object } | undefined)?.properties ?? {});
}
