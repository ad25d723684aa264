import { readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { loadConfig } from './config/load-config.ts';
import { type LabelledItem, readItems } from './eval/labelled-item.ts';
import { measure } from './eval/measure.ts';
import { tellFigures } from './eval/tell-figures.ts';

// `npm run eval -- [--items FILE.jsonl] [--predictions OUT.jsonl] [--config FILE]`: how well the
// editorial judgement does on labelled items. Without --items, on those of the project.

const OWN_SETS = new URL('../test/fixtures/labelled/', import.meta.url);

const { values } = parseArgs({
  options: {
    items: { type: 'string' },
    predictions: { type: 'string' },
    config: { type: 'string', default: 'feeds.config.json' },
  },
});

try {
  const config = await loadConfig(values.config);
  const judged = readSets().map(({ name, items }) => ({ name, ...measure(items, config) }));
  console.log(
    judged.map(({ name, figures }) => tellFigures(name, figures).join('\n')).join('\n\n'),
  );
  if (values.predictions !== undefined) {
    const lines = judged.flatMap(({ judgements }) =>
      judgements.map((one) => `${JSON.stringify(one)}\n`),
    );
    writeFileSync(values.predictions, lines.join(''));
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function readSets(): { name: string; items: LabelledItem[] }[] {
  if (values.items !== undefined)
    return [{ name: values.items, items: readItems(pathToFileURL(values.items)) }];
  const files = readdirSync(OWN_SETS).filter((file) => file.endsWith('.jsonl'));
  return files.sort().map((name) => ({ name, items: readItems(new URL(name, OWN_SETS)) }));
}
