import type { Edition, EditionStory } from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import { ADJACENT } from './adjacent.ts';
import { findChanges, type KnownBefore } from './changes/find-changes.ts';
import { composeSection, FLOOR, type SectionStories } from './compose-section.ts';
import { findLastStories } from './quiet/find-last-story.ts';

/** The sections of the hypervisors, in the configured order, each with what changed or that it was quiet. */
export function composeSections(
  shares: readonly SectionStories[],
  stories: readonly EditionStory[],
  input: EditionInput,
  known: KnownBefore,
): Edition['sections'] {
  const quiet = input.hypervisors.filter((_, at) => shares[at]?.told.length === 0);
  const last = findLastStories(
    quiet.map(({ id }) => id),
    input,
    FLOOR,
  );
  return input.hypervisors.flatMap((hypervisor, at) => {
    const share = shares[at];
    if (!share) return [];
    const changes = findChanges(hypervisor, stories, input, known);
    const section = composeSection(hypervisor, share, input, last.get(hypervisor.id));
    return [{ ...section, ...changes }];
  });
}

/** The section on what stands around the hypervisors; none when there is nothing grave. */
export function composeAdjacent(
  share: SectionStories,
  stories: readonly EditionStory[],
  input: EditionInput,
  known: KnownBefore,
): Edition['sections'] {
  if (share.told.length === 0) return [];
  const changes = findChanges(ADJACENT, stories, input, known);
  const section = composeSection(ADJACENT, share, input, undefined);
  return [{ ...section, isAdjacent: true, quietMonths: [], ...changes }];
}
