import type { App } from '../app.ts';
import { type CollectContext, DEFAULT_LIMITS } from '../collect/collect-context.ts';
import { RequestSlots } from '../collect/fetch/request-slots.ts';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import type { Source } from '../model/source.ts';
import { type Checked, checkSource } from './check-source.ts';
import { type AskOptions, chooseSource } from './choose-source.ts';
import type { CommonOptions } from './common-options.ts';
import { Printer } from './printer.ts';
import { tellChecked, tellUnreadable } from './tell-checked.ts';
import { UsageError } from './usage-error.ts';
import { withoutStore } from './with-app.ts';

type CheckOptions = CommonOptions & AskOptions;

/** The `sources check` command; returns its exit code. */
export async function runSourcesCheck(
  options: CheckOptions,
  process: NodeJS.Process,
  named?: string,
): Promise<number> {
  const printer = new Printer(process, options);
  const config = await loadConfig(options.config);
  const sources = sourcesToCheck(config, named, options);
  const world = { environment: process.env };
  const checked = await withApp(config, { ...options, store: 'sqlite::memory:' }, world, (app) =>
    checkAll(sources, app.collecting, printer),
  );
}
