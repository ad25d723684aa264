import type { EditionStory, SectionChanges } from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import type { Hypervisor } from '../model/hypervisor.ts';
import { findEndingSupport } from './changes/find-ending-support.ts';
import { findMoves } from './changes/find-moves.ts';
import { findNewlyExploited } from './changes/find-newly-exploited.ts';
import type { ToldRelease } from './changes/find-releases.ts';
import type { FlawIndex } from './facts/index-flaws.ts';

/** What the sections of an edition have in common. */
export interface KnownBefore {
  readonly flaws: FlawIndex;
  /** What earlier editions told. */
  readonly released: readonly ToldRelease[];
}

/**
 * What moved for a hypervisor since the last edition: versions, support that ended or ends soon,
 * stories that go on, flaws that are exploited by now. Undefined when nothing did.
 */
export function findChanges(
  hypervisor: Hypervisor,
  stories: readonly EditionStory[],
  input: EditionInput,
  { flaws, released }: KnownBefore,
): SectionChanges | undefined {
  const own = stories.filter(({ hypervisors }) => hypervisors.includes(hypervisor.id));
  const [last] = input.earlier;
  const versions = findMoves(hypervisor, own, input, released);
  const support = findEndingSupport(hypervisor, own, input);
  const continuedIds = own.filter(({ continues }) => continues).map(({ id }) => id);
  const exploited = findNewlyExploited(hypervisor.id, stories, input, flaws);
  const count = versions.length + support.length + continuedIds.length + exploited.length;
  if (count === 0) return undefined;
  return {
    ...(last && { since: last.name }),
    versions,
    support,
    continuedIds,
    ...(exploited.length > 0 && { exploited }),
  };
}
