import type { Edit } from '../../model/edit.ts';

/** Orders edits as they were made: of two that contradict each other the later holds. */
export function byTimeMade(a: Edit, b: Edit): number {
  return Temporal.Instant.compare(a.madeAt, b.madeAt) || (a.id < b.id ? -1 : 1);
}
