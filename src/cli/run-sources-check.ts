import type { CollectContext } from '../collect/collect-context.ts';
import { loadConfig } from '../config/load-config.ts';
import type { Source } from '../model/source.ts';
import { type Checked, checkSource } from './check-source.ts';
import { type AskOptions, type ChosenSource, chooseSource } from './choose-source.ts';
import type { CommandOptions } from './command-options.ts';
import { Printer } from './printer.ts';
import { tellChecked, tellHowToAllow, tellUnreadable } from './tell-checked.ts';
import { UsageError } from './usage-error.ts';
import { withNetwork } from './with-network.ts';

/** The `sources check` command; returns its exit code. */
export async function runSourcesCheck(
  options: CommandOptions & AskOptions,
  process: NodeJS.Process,
  named?: string,
): Promise<number> {
  if (named === undefined && options.allowPrivate)
    throw new UsageError('--allow-private is for one URL, which is missing');
  const printer = new Printer(process, options);
  const config = await loadConfig(options.config);
  const chosen = named === undefined ? undefined : chooseSource(config.sources, named, options);
  const sources = chosen === undefined ? config.sources : [chosen.source];
  const checked = await withNetwork(config, options, process.env, (context) =>
    checkAll(sources, context, printer),
  );
  const data = checked.map((one) => toData(one, chosen));
  printer.report({ checked: data }, tellChecked(checked, config.site.timeZone));
  printer.problems([...tellUnreadable(checked), ...adviseOn(checked, chosen)]);
  return checked.some(({ kind }) => kind === 'failed') ? 1 : 0;
}

/** Side by side, in the given order. */
async function checkAll(
  sources: readonly Source[],
  context: CollectContext,
  printer: Printer,
): Promise<Checked[]> {
  const tally = { total: sources.length, done: 0, failures: 0 };
  return Promise.all(
    sources.map(async (source) => {
      const checked = await checkSource(source, context);
      tally.done += 1;
      if (checked.kind === 'failed') tally.failures += 1;
      printer.progress(tally);
      return checked;
    }),
  );
}

function toData(checked: Checked, chosen: ChosenSource | undefined): object {
  const { source, kind: outcome, ...found } = checked;
  const { id, name, url, kind } = source;
  const named = chosen?.isConfigured === false ? { url } : { id, name, url, kind };
  return { ...named, isReadable: outcome === 'holds', ...found };
}

function adviseOn(checked: readonly Checked[], chosen: ChosenSource | undefined): string[] {
  const [first] = checked;
  if (chosen === undefined || first?.kind !== 'failed') return [];
  return tellHowToAllow(first.reason, chosen);
}
