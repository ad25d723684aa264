import { composeEdition } from '../../../src/digest/compose-edition.ts';
import type { Edit } from '../../../src/model/edit.ts';
import type { Edition } from '../../../src/model/edition.ts';
import type { StoredEntry } from '../../../src/model/entry.ts';
import type { Composed } from '../../../src/pipeline.ts';
import { input, post } from '../../digest/build.ts';

/** Two reports of one release, a tip, and something that is about no hypervisor. */
export const RELEASE = post(
  'aa11aa',
  '2024-04-24',
  'press',
  'Proxmox VE 8.2 released',
  'A wizard.',
);
export const SECOND = post(
  'aa22bb',
  '2024-04-25',
  'other',
  'Proxmox VE 8.2 arrives',
  'It is fast.',
);
export const TIP = post('bb33cc', '2024-05-02', 'blog', 'Proxmox VE on a laptop', 'It fits.');
export const TRIP = post('cc44dd', '2024-05-20', 'paper', 'A trip to the seaside', 'Sand and sun.');
export const ENTRIES = [RELEASE, SECOND, TIP, TRIP];

/** An edition as the pipeline would have composed it. */
export function composed(
  edits: readonly Edit[] = [],
  considered: readonly StoredEntry[] = ENTRIES,
  earlier: readonly Edition[] = [],
): Composed {
  return { edition: composeEdition(input(considered, { edits })), considered, edits, earlier };
}

/** The id of the story that reports an entry. */
export function storyWith({ edition }: Composed, { id }: StoredEntry): string {
  const story = edition.stories.find(({ reports }) =>
    reports.some(({ entryId }) => entryId === id),
  );
  if (story === undefined) throw new Error(`no story reports ${id}`);
  return story.id;
}

/** Edits that were made one after the other. */
export function made(...given: readonly object[]): Edit[] {
  return given.map((decision, at) => ({
    ...decision,
    id: `e${at + 1}`,
    madeAt: Temporal.Instant.from('2024-06-01T00:00:00Z').add({ seconds: at }),
  })) as Edit[];
}
