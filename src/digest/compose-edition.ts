import type { Edition } from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import type { Entry } from '../model/entry.ts';
import { ADJACENT } from './adjacent.ts';
import { findContinued } from './changes/find-continued.ts';
import { releasesTold } from './changes/find-releases.ts';
import { chooseLeads } from './choose-leads.ts';
import type { ClassifiedEntry } from './classify/classified-entry.ts';
import { classifyEntries } from './classify/classify-entries.ts';
import { labelUpstream } from './classify/label-upstream.ts';
import { nameOnce, shareOut } from './compose-section.ts';
import { composeAdjacent, composeSections } from './compose-sections.ts';
import { dayOf } from './day-of.ts';
import type { NameOf } from './edit/conflict.ts';
import { editStories } from './edit/edit-stories.ts';
import { regroup } from './edit/regroup.ts';
import { relabel } from './edit/relabel-stories.ts';
import { type ResolvedEdits, resolveEdits } from './edit/resolve-edits.ts';
import { findAdvisories } from './facts/flaws/find-advisories.ts';
import { findCves } from './facts/flaws/find-cves.ts';
import { type FlawIndex, indexFlaws } from './facts/flaws/index-flaws.ts';
import { productsOf } from './facts/versions/product-names.ts';
import { groupStories } from './group/group-stories.ts';
import type { StoryGroup } from './group/story-group.ts';
import { nameEdition } from './name-edition.ts';
import { rankStories } from './rank/rank-stories.ts';
import { reportFacts } from './report-facts.ts';
import { reportSources } from './report-sources.ts';
import { findTemplates } from './tell/find-templates.ts';
import { idOf, tellStory } from './tell/tell-story.ts';
import { findUrgent } from './urgent/find-urgent.ts';
import { patchNotices } from './urgent/patch-notices.ts';
import { beginning } from './words/beginning.ts';

/**
 * The digest of what is new: classify, group, rank, summarise, compose. The same input gives the
 * same edition, in whatever order its entries come; its number is 0 until it is issued.
 */
export function composeEdition(input: EditionInput): Edition {
  const { hypervisors, site } = input;
  const today = dayOf(input.issuedAt, site.timeZone);
  const flaws = indexFlaws(input.facts?.flaws);
  const products = productsOf(hypervisors);
  const nameOf = titleNamer(input.entries);
  const hand = resolveEdits(
    input.edits ?? [],
    hypervisors.map(({ id }) => id),
    nameOf,
  );

  const classified = classify(input, hand, flaws);
  const found = groupStories(classified, products);
  const regrouped = regroup(found, hand.regroupings, nameOf);
  const groups = relabel(regrouped.groups, hand.edits).filter(isOnSubject);
  const ranked = rankStories(groups, hypervisors, flaws);
  const edited = editStories(ranked, hand, regrouped.apart, nameOf);
  const onSubject = edited.stories.filter(({ hypervisors: about }) => about.length > 0);

  const urgent = findUrgent(onSubject, flaws, products);
  const shares = nameOnce(
    hypervisors,
    hypervisors.map(({ id }) => shareOut(onSubject, id, (story) => urgent.has(story))),
  );
  // What stands there is grave, or it would not be there.
  const around = shareOut(onSubject, ADJACENT.id, () => true);
  const inFull = new Set([...shares, around].flatMap((share) => share.told));
  const named = new Set([...inFull, ...shares.flatMap(({ briefs }) => briefs)]);
  const told = onSubject.filter((story) => inFull.has(story));
  const continued = findContinued(told, input.earlier, products);
  const templates = findTemplates([...named].map(textsOf));
  const context = { timeZone: site.timeZone, today, flaws, continued, named, products, templates };
  const stories = onSubject.map((story) => tellStory(story, context));

  const known = { flaws, released: releasesTold(input) };

  return {
    ...nameEdition(input, input.earlier),
    number: 0,
    issuedAt: input.issuedAt.toString(),
    period: { from: input.period.from.toString(), until: input.period.until.toString() },
    site,
    leads: chooseLeads(told).map(idOf),
    patchNow: patchNotices(onSubject, stories, urgent, input),
    sections: [
      ...composeSections(shares, stories, input, known),
      ...composeAdjacent(around, stories, input, known),
    ],
    stories,
    sources: reportSources(input),
    ...editorsWord(hand.intro, [...regrouped.conflicts, ...hand.conflicts, ...edited.conflicts]),
    ...(input.facts && { factSources: reportFacts(input) }),
  };
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

function textsOf({ entries }: StoryGroup): Entry[] {
  return entries.map(({ entry }) => entry);
}

/** Upstream news that joined no story about a hypervisor ends here. */
function isOnSubject({ entries }: StoryGroup): boolean {
  return entries.some(({ labels }) => labels.length > 0);
}

const OPENING_LENGTH = 400;

/** Other upstream and adjacent news joins a story about one of the hypervisors through a flaw only. */
function mayBeTold({ entry, labels }: ClassifiedEntry): boolean {
  if (labels.length > 0) return true;
  const opening = `${entry.title}\n${entry.url ?? ''}\n${beginning(entry.text, OPENING_LENGTH)}`;
  return findCves(opening).length > 0 || findAdvisories(opening).length > 0;
}

/** Who reads of an edit knows an entry by its title. */
function titleNamer(entries: EditionInput['entries']): NameOf {
  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  return (id) => `"${titles.get(id) ?? id}"`;
}

function editorsWord(
  intro: string | undefined,
  editConflicts: readonly string[],
): Pick<Edition, 'intro' | 'editConflicts'> {
  return {
    ...(intro !== undefined && { intro }),
    ...(editConflicts.length > 0 && { editConflicts }),
  };
}
