import type { CollectContext } from '../collect/collect-context.ts';
import { sourceOfFacts } from '../collect/facts/fact-source.ts';
import { oneLine } from '../collect/normalize/plain-title.ts';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import type { OpenData } from '../model/open-data.ts';
import type { Source } from '../model/source.ts';
import { type Memory, recallAll } from './ask-now.ts';
import { type CheckedFacts, checkFacts, tellCheckedFacts } from './check-facts.ts';
import { type Checked, checkSource } from './check-source.ts';
import { type AskOptions, type ChosenSource, chooseSource } from './choose-source.ts';
import type { CommandOptions } from './command-options.ts';
import { Printer } from './printer.ts';
import { tellChecked, tellHowToAllow, tellUnreadable, tellWaiting } from './tell-checked.ts';
import { UsageError } from './usage-error.ts';
import { storeUrlOf } from './with-app.ts';
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
  const { sources, facts } = choose(config, named, options);
  const memory = await recallAll(storeUrlOf(options, process.env));
  const { checked, checkedFacts } = await withNetwork(
    config,
    options,
    process.env,
    async (context) => ({
      // One after the other, since together they would ask a host more than twice at once.
      checked: await checkAll(
        sources.map(({ source }) => source),
        memory,
        context,
        printer,
      ),
      checkedFacts: await Promise.all(
        facts.map((list) => checkFacts(list, memory.lists.get(list.id), context)),
      ),
    }),
  );
  report(checked, checkedFacts, sources, printer, config.site.timeZone);
  return [...checked, ...checkedFacts].some(({ kind }) => kind === 'failed') ? 1 : 0;
}

interface Chosen {
  readonly sources: readonly ChosenSource[];
  readonly facts: readonly OpenData[];
}

/** All that is configured, or what is named. */
function choose(
  { sources, facts }: Config,
  named: string | undefined,
  options: AskOptions,
): Chosen {
  if (named === undefined)
    return { sources: sources.map((source) => ({ source, isConfigured: true })), facts };
  const list = facts.find(({ id, url }) => id === named || url === named);
  if (list === undefined) return { sources: [chooseSource(sources, named, options)], facts: [] };
  const request = { ...list.request, ...(options.allowPrivate && { allowsPrivate: true }) };
  return { sources: [], facts: [{ ...list, request }] };
}

function report(
  checked: readonly Checked[],
  checkedFacts: readonly CheckedFacts[],
  chosen: readonly ChosenSource[],
  printer: Printer,
  timeZone: string,
): void {
  const data = {
    checked: checked.map((one, at) => toData(one, chosen[at])),
    facts: checkedFacts.map(({ list: { id, name, url, kind }, kind: outcome, ...found }) => ({
      ...{ id, name, url, kind },
      isReadable: isReadable(outcome),
      ...found,
    })),
  };
  const toldFacts = tellCheckedFacts(checkedFacts);
  const told = checked.length > 0 ? tellChecked(checked, timeZone) : [];
  printer.report(data, [...told, ...toldFacts]);
  printer.problems([
    ...tellUnreadable(checked),
    ...checkedFacts.flatMap(tellUnreadableList),
    ...(chosen.length === 1 ? adviseOn(checked, chosen[0]) : []),
  ]);
}

function tellUnreadableList(checked: CheckedFacts): string[] {
  const { name } = sourceOfFacts(checked.list);
  if (checked.kind === 'failed') return [`Failed: ${name}: ${oneLine(checked.reason)}`];
  return checked.kind === 'waiting' ? [tellWaiting(name, checked)] : [];
}

/** Side by side, in the given order. */
async function checkAll(
  sources: readonly Source[],
  memory: Memory,
  context: CollectContext,
  printer: Printer,
): Promise<Checked[]> {
  const tally = { total: sources.length, done: 0, failures: 0 };
  return Promise.all(
    sources.map(async (source) => {
      const checked = await checkSource(source, memory.sources.get(source.id), context);
      tally.done += 1;
      if (checked.kind === 'failed') tally.failures += 1;
      printer.progress(tally);
      return checked;
    }),
  );
}

function isReadable(outcome: Checked['kind']): boolean | undefined {
  return outcome === 'waiting' ? undefined : outcome !== 'failed';
}

function toData(checked: Checked, chosen: ChosenSource | undefined): object {
  const { source, kind: outcome, ...found } = checked;
  const { id, name, url, kind } = source;
  const named = chosen?.isConfigured === false ? { url } : { id, name, url, kind };
  return { ...named, isReadable: isReadable(outcome), ...found };
}

function adviseOn(checked: readonly Checked[], chosen: ChosenSource | undefined): string[] {
  const [first] = checked;
  if (chosen === undefined || first?.kind !== 'failed') return [];
  return tellHowToAllow(first.reason, chosen);
}
