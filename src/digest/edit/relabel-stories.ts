import type { ClassifiedEntry } from '../classify/classified-entry.ts';
import { partsOf, type StoryGroup } from '../group/story-group.ts';
import type { StoryEdit } from './resolve-edits.ts';

type LabelEdit = Extract<StoryEdit, { kind: 'label' }>;

/**
 * Puts the editor's labels in the place of those that were found, in stories as they were found:
 * whom a story is about decides neither what belongs to it nor who tells it.
 */
export function relabel(groups: readonly StoryGroup[], edits: readonly StoryEdit[]): StoryGroup[] {
  const labels = edits.filter((edit): edit is LabelEdit => edit.kind === 'label');
  return groups.map((group) => {
    const ids = new Set(group.entries.map(({ entry }) => entry.id));
    const last = labels.findLast(({ entryId }) => ids.has(entryId));
    // What is about none is taken out where the other edits of its story are settled.
    return last?.hypervisors.length ? relabelGroup(group, last.hypervisors) : group;
  });
}

/** What was about none stays so, beside what was about one: it would tell the story otherwise. */
function relabelGroup(group: StoryGroup, hypervisors: readonly string[]): StoryGroup {
  const isOnSubject = group.entries.some(({ labels }) => labels.length > 0);
  const relabelled = new Map(
    group.entries.map((classified) => {
      const isLeft = isOnSubject && classified.labels.length === 0;
      return [classified, isLeft ? classified : labelledByHand(classified, hypervisors)];
    }),
  );
  const labelled = (classified: ClassifiedEntry) => relabelled.get(classified) ?? classified;
  return {
    ...group,
    entries: group.entries.map(labelled),
    ...(group.parts && { parts: partsOf(group).map((part) => part.map(labelled)) }),
  };
}

/** How much the title is about its subject stays as it was found. */
function labelledByHand(
  classified: ClassifiedEntry,
  hypervisors: readonly string[],
): ClassifiedEntry {
  const titleScore = Math.max(0, ...classified.labels.map((label) => label.titleScore ?? 0));
  const labels = hypervisors.map((hypervisor) => ({
    hypervisor,
    score: SURE,
    because: 'labelled by the editor',
    isSideProduct: false,
    titleScore,
  }));
  return { ...classified, labels };
}

/** Above any score that the dictionary gives. */
const SURE = 1000;
