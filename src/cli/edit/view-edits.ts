import { oneLine } from '../../collect/normalize/plain-title.ts';
import { shorten } from '../../collect/normalize/shorten.ts';
import { tellEdit } from '../../digest/edit/conflict.ts';
import type { Edit, EditOfEntry } from '../../model/edit.ts';
import type { Composed } from '../../pipeline.ts';
import { nameHandles } from './name-handles.ts';

/** An edit as an editor is told of it. */
export interface EditView {
  readonly id: string;
  /** What it says: `headline "The wizard is here"`. */
  readonly what: string;
  /** The story that it is about, or the entry where no story of the edition has that. */
  readonly on?: { readonly handle: string; readonly title: string };
}

export function viewEdits(edits: readonly Edit[], composed: Composed): EditView[] {
  const handles = nameHandles(composed);
  return edits.map((edit) => {
    if (edit.kind === 'intro') return { id: edit.id, what: abridge(`intro "${edit.text}"`) };
    const other = edit.kind === 'merge' ? titleOf(edit.with, composed) : undefined;
    const aside = other === undefined ? '' : `, "${other}"`;
    const what = abridge(`${tellEdit(edit, (id) => handles.get(id) ?? id)}${aside}`);
    return { id: edit.id, what, on: subjectOf(edit, composed, handles) };
  });
}

function titleOf(entryId: string, { considered }: Composed): string | undefined {
  return considered.find(({ id }) => id === entryId)?.title;
}

/** What an edition says of edits that did not hold, each in a line. */
export function viewConflicts(conflicts: readonly string[]): string[] {
  return conflicts.map(abridge);
}

function subjectOf(
  { entryId }: EditOfEntry,
  composed: Composed,
  handles: ReadonlyMap<string, string>,
): EditView['on'] {
  const story = composed.edition.stories.find(({ reports }) =>
    reports.some((report) => report.entryId === entryId),
  );
  const id = story?.id ?? entryId;
  const title = story?.headline ?? titleOf(entryId, composed) ?? '';
  return { handle: handles.get(id) ?? id, title };
}

const LONGEST_QUOTE = 60;

/** One line, in which quotes that are long are cut. */
function abridge(text: string): string {
  return oneLine(text).replace(
    /"[^"]+"/g,
    (quote) => `"${shorten(quote.slice(1, -1), LONGEST_QUOTE)}"`,
  );
}
