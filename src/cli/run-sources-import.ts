import { readFile } from 'node:fs/promises';
import { oneLine } from '../collect/normalize/plain-title.ts';
import { decodeBytes } from '../collect/parse/decode-bytes.ts';
import { insertSources } from '../config/insert-sources.ts';
import { loadConfig } from '../config/load-config.ts';
import { type ImportPlan, planImport } from '../config/plan-import.ts';
import { type OutlinedFeed, readOpml } from '../config/read-opml.ts';
import { saveConfig } from '../config/save-config.ts';
import type { SourceBlock } from '../config/source-block.ts';
import { counted } from '../render/counted.ts';
import { alignColumns } from './align-columns.ts';
import type { CommandOptions } from './command-options.ts';
import { Printer } from './printer.ts';
import { UsageError } from './usage-error.ts';

export interface ImportOptions extends CommandOptions {
  readonly dryRun?: boolean;
}

/** The `sources import` command; returns its exit code. */
export async function runSourcesImport(
  options: ImportOptions,
  process: NodeJS.Process,
  file: string,
): Promise<number> {
  const printer = new Printer(process, options);
  const config = await loadConfig(options.config);
  const plan = planImport(config, await readFeeds(file));
  const isDry = options.dryRun === true;
  if (!isDry && plan.added.length > 0) await addSources(options.config, plan.added);
  printer.report({ ...plan, isDryRun: isDry }, tellAdded(plan, options.config, isDry));
  printer.problems(
    plan.skipped.map(({ title, reason }) => `Skipped: ${oneLine(`${title}: ${reason}`)}`),
  );
  return 0;
}

async function readFeeds(file: string): Promise<OutlinedFeed[]> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'no such file' : `cannot be read: ${error.message}`;
    throw new UsageError(`${file}: ${why}`);
  });
  try {
    return readOpml(decodeBytes(bytes));
  } catch (cause) {
    throw new Error(`${file} cannot be imported: ${(cause as Error).message}`, { cause });
  }
}

async function addSources(file: string, blocks: readonly SourceBlock[]): Promise<void> {
  const text = await readFile(file, 'utf8');
  await saveConfig(file, text, insertSources(text, blocks));
}

function tellAdded({ added, skipped }: ImportPlan, file: string, isDry: boolean): string[] {
  const rows = added.map(({ id, url, hypervisor }) => {
    const topic = hypervisor === undefined ? '' : `(all about ${hypervisor}, by its folder)`;
    return [`  ${id}`, url, topic];
  });
  const verb = isDry ? 'Would add' : 'Added';
  const count = counted(added.length, 'source', 'sources');
  const rest = skipped.length === 0 ? '' : `, skipped ${skipped.length}`;
  return [...alignColumns(rows), `${verb} ${count} to ${file}${rest}.`];
}
