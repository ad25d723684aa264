import type { Edition, EditionSection, EditionStory, QuietNotice } from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import { ADJACENT } from './adjacent.ts';
import { findChanges, type KnownBefore } from './changes/find-changes.ts';
import { firstDay } from './day-of.ts';
import { findLastStories } from './quiet/find-last-story.ts';
import { findQuietMonths } from './quiet/find-quiet-months.ts';
import { quietNotice } from './quiet/quiet-notice.ts';
import { isQuiet, type Share } from './share-out.ts';
import { idOf } from './tell/tell-story.ts';

/** A section for each share, with what changed or that it was quiet. */
export function composeSections(
  shares: readonly Share[],
  stories: readonly EditionStory[],
  input: EditionInput,
  known: KnownBefore,
): Edition['sections'] {
  const quiet = shares.filter(isQuiet).map(({ hypervisor }) => hypervisor.id);
  const last = findLastStories(quiet, input);
  return shares.map((share) => ({
    ...composeSection(share, input, last.get(share.hypervisor.id)),
    ...findChanges(share.hypervisor, stories, input, known),
  }));
}

function composeSection(
  share: Share,
  input: EditionInput,
  last: QuietNotice['last'],
): EditionSection {
  const { hypervisor, told, briefs, rest } = share;
  const { site, period } = input;
  const isAdjacent = hypervisor === ADJACENT;
  const toldOn = isAdjacent ? [] : told.map(({ entries }) => firstDay(entries, site.timeZone));
  return {
    hypervisorId: hypervisor.id,
    name: hypervisor.name,
    vendor: hypervisor.vendor,
    storyIds: told.map(idOf),
    briefIds: briefs.map(idOf),
    restIds: rest.map(idOf),
    ...(isQuiet(share) && { quiet: quietNotice(share, input, last) }),
    quietMonths: findQuietMonths(toldOn, period, site.timeZone),
    ...(isAdjacent && { isAdjacent }),
  };
}
