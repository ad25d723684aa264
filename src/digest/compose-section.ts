import type { EditionSection, QuietNotice } from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import type { Hypervisor } from '../model/hypervisor.ts';
import { firstDay } from './day-of.ts';
import { findQuietMonths } from './find-quiet-months.ts';
import type { RankedStory } from './rank-stories.ts';

/** A story is told in full from this score on: a security fix reaches it, a minor release does not. */
export const FLOOR = 1.6;
/** A brief needs one reason to be there; a how-to, a forum thread or a tool's release has none. */
const BRIEF_FLOOR = 0.4;
/** Where nothing is told, anything that is not noise serves as the best of the minor items. */
const QUIET_FLOOR = 0;
const MOST_TOLD = 8;
const MOST_BRIEFS = 8;

/** The stories of one section, best first, by how much is said of them. */
export interface SectionStories {
  readonly told: readonly RankedStory[];
  readonly briefs: readonly RankedStory[];
  readonly leftOut: number;
}

/** Shares out the stories about one hypervisor. Expects them best first. */
export function shareOut(stories: readonly RankedStory[], hypervisor: string): SectionStories {
  const own = stories.filter(({ hypervisors }) => hypervisors.includes(hypervisor));
  const told = own.filter(({ score }) => score >= FLOOR).slice(0, MOST_TOLD);
  const others = own.filter((story) => !told.includes(story));
  const floor = told.length > 0 ? BRIEF_FLOOR : QUIET_FLOOR;
  const briefs = others.filter(({ score }) => score >= floor).slice(0, MOST_BRIEFS);
  return { told, briefs, leftOut: others.length - briefs.length };
}

/** One hypervisor's part of an edition. */
export function composeSection(
  hypervisor: Hypervisor,
  stories: SectionStories,
  idOf: (story: RankedStory) => string,
  input: EditionInput,
  last: QuietNotice['last'],
): EditionSection {
  const { told, briefs, leftOut } = stories;
  const { site, period } = input;
  const toldOn = told.map(({ entries }) => firstDay(entries, site.timeZone));
  return {
    hypervisorId: hypervisor.id,
    name: hypervisor.name,
    vendor: hypervisor.vendor,
    storyIds: told.map(idOf),
    briefIds: briefs.map(idOf),
    ...(leftOut > 0 && { leftOut }),
    ...(told.length === 0 && { quiet: quietNotice(hypervisor.id, stories, input, last) }),
    quietMonths: findQuietMonths(toldOn, period, site.timeZone),
  };
}

function quietNotice(
  hypervisor: string,
  { briefs, leftOut }: SectionStories,
  input: EditionInput,
  last: QuietNotice['last'],
): QuietNotice {
  const hasMinor = briefs.length > 0 || leftOut > 0;
  const reason = isUnreadable(hypervisor, input)
    ? 'sources-unreadable'
    : hasMinor
      ? 'only-minor'
      : 'nothing-new';
  return { reason, ...(last && { last }) };
}

/** True when none of the sources dedicated to a hypervisor could be read: silence proves nothing then. */
function isUnreadable(hypervisor: string, { sources, health }: EditionInput): boolean {
  const own = sources.filter((source) => source.hypervisor === hypervisor);
  const failed = new Set(
    health.filter(({ failure }) => failure !== undefined).map(({ sourceId }) => sourceId),
  );
  return own.length > 0 && own.every(({ id }) => failed.has(id));
}
