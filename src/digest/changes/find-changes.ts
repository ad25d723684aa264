import type { EditionSection, EditionStory } from '../../model/edition.ts';
import type { EditionInput } from '../../model/edition-input.ts';
import type { Hypervisor } from '../../model/hypervisor.ts';
import type { FlawIndex } from '../facts/flaws/index-flaws.ts';
import { findEndingSupport } from './find-ending-support.ts';
import { findMoves } from './find-moves.ts';
import { findNewlyExploited } from './find-newly-exploited.ts';
import type { ToldRelease } from './find-releases.ts';

/** What the sections of an edition have in common. */
export interface KnownBefore {
  readonly flaws: FlawIndex;
  /** What earlier editions told. */
  readonly released: readonly ToldRelease[];
}

/**
 * What moved for a hypervisor since the last edition: versions, support that ended or ends soon,
 * stories that go on, flaws that are exploited by now; and apart, what was told of support before.
 */
export function findChanges(
  hypervisor: Hypervisor,
  stories: readonly EditionStory[],
  input: EditionInput,
  { flaws, released }: KnownBefore,
): Pick<EditionSection, 'changes' | 'supportAhead'> {
  const own = stories.filter(({ hypervisors }) => hypervisors.includes(hypervisor.id));
  const [last] = input.earlier;
  const versions = findMoves(hypervisor, own, input, released);
  const { news: support, toldBefore } = findEndingSupport(hypervisor, own, input);
  const continuedIds = own.filter(({ continues }) => continues).map(({ id }) => id);
  const exploited = findNewlyExploited(hypervisor.id, stories, input, flaws);
  const changes = {
    ...(last && { since: last.name }),
    versions,
    support,
    continuedIds,
    ...(exploited.length > 0 && { exploited }),
  };
  const count = versions.length + support.length + continuedIds.length + exploited.length;
  return {
    ...(count > 0 && { changes }),
    ...(toldBefore.length > 0 && { supportAhead: toldBefore }),
  };
}
