import type { EditionInput } from '../model/edition-input.ts';
import type { ClassifiedEntry } from './classify/classified-entry.ts';
import { classifyEntries } from './classify/classify-entries.ts';
import { labelUpstream } from './classify/label-upstream.ts';
import type { NameOf } from './edit/conflict.ts';
import { type EditedStory, editStories } from './edit/edit-stories.ts';
import { regroup } from './edit/regroup.ts';
import { relabel } from './edit/relabel-stories.ts';
import { type ResolvedEdits, resolveEdits } from './edit/resolve-edits.ts';
import { findAdvisories } from './facts/flaws/find-advisories.ts';
import { findCves } from './facts/flaws/find-cves.ts';
import type { FlawIndex } from './facts/flaws/index-flaws.ts';
import { productsOf } from './facts/versions/product-names.ts';
import { groupStories } from './group/group-stories.ts';
import type { StoryGroup } from './group/story-group.ts';
import { rankStories } from './rank/rank-stories.ts';
import { beginning } from './words/beginning.ts';

const OPENING_LENGTH = 400;

/** What an edition is made of. */
export interface FoundStories {
  /** As the editor left them, best first. */
  readonly stories: readonly EditedStory[];
  /** The editor's opening, Markdown. */
  readonly intro: string | undefined;
  /** Edits that a later one undoes, in words. */
  readonly conflicts: readonly string[];
}

/** Classifies, groups and ranks what is new, each step followed by what the editor did about it. */
export function findStories(input: EditionInput, flaws: FlawIndex): FoundStories {
  const { hypervisors } = input;
  const nameOf = titleNamer(input.entries);
  const configured = hypervisors.map(({ id }) => id);
  const hand = resolveEdits(input.edits ?? [], configured, nameOf);

  const classified = classify(input, hand, flaws);
  const found = groupStories(classified, productsOf(hypervisors));
  const regrouped = regroup(found, hand.regroupings, nameOf);
  const groups = relabel(regrouped.groups, hand.edits).filter(isOnSubject);
  const ranked = rankStories(groups, hypervisors, flaws);
  const edited = editStories(ranked, hand, regrouped.apart, nameOf);
  return {
    stories: edited.stories.filter(({ hypervisors: about }) => about.length > 0),
    intro: hand.intro,
    conflicts: [...regrouped.conflicts, ...hand.conflicts, ...edited.conflicts],
  };
}

/** Who reads of an edit knows an entry by its title. */
function titleNamer(entries: EditionInput['entries']): NameOf {
  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  return (id) => `"${titles.get(id) ?? id}"`;
}

function classify(
  input: EditionInput,
  { edits, regroupings }: ResolvedEdits,
  flaws: FlawIndex,
): ClassifiedEntry[] {
  const { entries, sources, hypervisors, adjacent, older } = input;
  const read = classifyEntries(entries, sources, hypervisors, older);
  const found = labelUpstream(read, { hypervisors, adjacent, flaws });
  const touched = new Set(
    [...edits, ...regroupings].flatMap((edit) =>
      edit.kind === 'merge' ? [edit.entryId, edit.with] : [edit.entryId],
    ),
  );
  return found.filter((classified) => touched.has(classified.entry.id) || mayBeTold(classified));
}

/** Other upstream and adjacent news joins a story about one of the hypervisors through a flaw only. */
function mayBeTold({ entry, labels }: ClassifiedEntry): boolean {
  if (labels.length > 0) return true;
  const opening = `${entry.title}\n${entry.url ?? ''}\n${beginning(entry.text, OPENING_LENGTH)}`;
  return findCves(opening).length > 0 || findAdvisories(opening).length > 0;
}

/** Upstream news that joined no story about a hypervisor ends here. */
function isOnSubject({ entries }: StoryGroup): boolean {
  return entries.some(({ labels }) => labels.length > 0);
}
