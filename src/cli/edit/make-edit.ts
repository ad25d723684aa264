import type { Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load-config.ts';
import type { Decision, Edit } from '../../model/edit.ts';
import { type Composed, composeComing } from '../../pipeline.ts';
import type { CommandOptions } from '../command-options.ts';
import { Printer } from '../printer.ts';
import { alone, withApp } from '../with-app.ts';
import { viewConflicts, viewEdits } from './view-edits.ts';

/** Works out what to decide in view of the coming edition; throws a UsageError where it cannot. */
export type Decide = (composed: Composed, config: Config) => Decision;

/** Keeps what the editor decides, and tells what it is about and what it overrules; returns the exit code. */
export async function makeEdit(
  options: CommandOptions,
  process: NodeJS.Process,
  decide: Decide,
): Promise<number> {
  const printer = new Printer(process, options);
  const config = await loadConfig(options.config);
  return withApp(config, options, { environment: process.env }, (app) =>
    // An edition that another run is about to issue would not have the edit.
    alone(app, async () => {
      const before = await composeComing(app);
      const decision = decide(before, config);
      const madeAt = afterAll(await app.store.edits(), app.now());
      const edit = await app.store.saveEdit(decision, madeAt);
      report(edit, before, await composeComing(app), printer);
      return 0;
    }),
  );
}

/** Later than every edit before, whatever a clock says that was set back or stands still: the later holds. */
function afterAll(edits: readonly Edit[], now: Temporal.Instant): Temporal.Instant {
  return edits
    .map(({ madeAt }) => madeAt.add({ milliseconds: 1 }))
    .concat(now.round({ smallestUnit: 'millisecond', roundingMode: 'floor' }))
    .reduce((one, other) => (Temporal.Instant.compare(one, other) < 0 ? other : one));
}

function report(edit: Edit, before: Composed, after: Composed, printer: Printer): void {
  const known = before.edition.editConflicts ?? [];
  const met = (after.edition.editConflicts ?? []).filter((conflict) => !known.includes(conflict));
  const conflicts = viewConflicts(met);
  // Told as it was found: a story that was dropped has no place in the edition any more.
  const [view] = viewEdits([edit], before);
  const on = view?.on === undefined ? '' : `, on ${view.on.handle}, "${view.on.title}"`;
  printer.report({ edit, on: view?.on, conflicts }, [
    `${edit.id}: ${view?.what}${on}`,
    ...conflicts.map((conflict) => `    ${conflict}`),
    after.edition.stories.length > 0
      ? 'To see the result: npm run digest -- --no-collect --preview'
      : 'There is nothing to preview: the coming edition has no story yet.',
    `To take it back: npm run edit -- undo ${edit.id}`,
  ]);
}
