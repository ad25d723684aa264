import type { App } from '../../app.ts';
import { loadConfig } from '../../config/load-config.ts';
import { nearestName } from '../../config/nearest-name.ts';
import type { Edit } from '../../model/edit.ts';
import { composeComing } from '../../pipeline.ts';
import type { CommandOptions } from '../command-options.ts';
import { Printer } from '../printer.ts';
import { UsageError } from '../usage-error.ts';
import { alone, withApp } from '../with-app.ts';
import { viewEdits } from './view-edits.ts';

/** The `edit undo` command; returns its exit code. */
export async function undoEdit(
  options: CommandOptions,
  process: NodeJS.Process,
  named: string,
): Promise<number> {
  const printer = new Printer(process, options);
  const config = await loadConfig(options.config);
  return withApp(config, options, { environment: process.env }, (app) =>
    alone(app, () => undo(app, named, printer)),
  );
}

async function undo(app: App, named: string, printer: Printer): Promise<number> {
  const edit = chooseEdit(await app.store.edits(), named);
  const composed = await composeComing(app);
  await app.store.removeEdit(edit.id);
  const isInForce = composed.edits.some(({ id }) => id === edit.id);
  const [view] = viewEdits([edit], composed);
  const on = isInForce && view?.on ? `, on ${view.on.handle}, "${view.on.title}"` : '';
  printer.report({ takenBack: edit }, [
    `Taken back: ${edit.id}, ${view?.what}${on}.`,
    ...(isInForce
      ? []
      : ['It is about nothing in the coming edition; an issued one does not change.']),
  ]);
  return 0;
}

function chooseEdit(edits: readonly Edit[], named: string): Edit {
  const typed = named.trim().toLowerCase();
  const edit = edits.find(({ id }) => id === typed);
  if (edit !== undefined) return edit;
  const ids = edits.map(({ id }) => id);
  const nearest = nearestName(typed, ids);
  const hint = nearest === undefined ? '' : `\n(Did you mean ${nearest}?)`;
  throw new UsageError(`there is no edit "${named}"${hint}`);
}
