import { readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { loadConfig } from './config/load-config.ts';
import { type LabelledItem, readItems } from './eval/labelled-item.ts';
import { measure } from './eval/measure.ts';
import { tellFigures } from './eval/tell-figures.ts';

// `npm run eval`: how well the editorial judgement does on labelled items. Exit codes as in cli.ts.

const USAGE =
  'usage: npm run eval -- [--items FILE.jsonl] [--predictions OUT.jsonl] [--config FILE]\n' +
  'Without --items, the labelled items of the project are judged.';
const OWN_SETS = new URL('../test/fixtures/labelled/', import.meta.url);

interface Options {
  readonly items?: string;
  readonly predictions?: string;
  readonly config: string;
  readonly help?: boolean;
}

const options = readOptions();
if (options === undefined) process.exitCode = 2;
else if (options.help) console.log(USAGE);
else await evaluate(options);

function readOptions(): Options | undefined {
  try {
    return parseArgs({
      options: {
        items: { type: 'string' },
        predictions: { type: 'string' },
        config: { type: 'string', default: 'feeds.config.json' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return undefined;
  }
}

async function evaluate({ items, predictions, config: file }: Options): Promise<void> {
  try {
    const config = await loadConfig(file);
    const judged = readSets(items).map((set) => ({ ...set, ...measure(set.items, config) }));
    const told = judged.map(({ name, figures }) => tellFigures(name, figures).join('\n'));
    console.log(told.join('\n\n'));
    if (predictions === undefined) return;
    const lines = judged.flatMap(({ judgements }) => judgements.map((one) => JSON.stringify(one)));
    writeFileSync(predictions, `${lines.join('\n')}\n`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

function readSets(file: string | undefined): { name: string; items: LabelledItem[] }[] {
  if (file !== undefined) return [{ name: file, items: readItems(pathToFileURL(file)) }];
  const names = readdirSync(OWN_SETS).filter((name) => name.endsWith('.jsonl'));
  return names.sort().map((name) => ({ name, items: readItems(new URL(name, OWN_SETS)) }));
}
