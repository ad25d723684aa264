import type { EditionSection, QuietNotice } from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import type { Hypervisor } from '../model/hypervisor.ts';
import type { Source } from '../model/source.ts';
import { firstDay } from './day-of.ts';
import type { EditedStory } from './edit/edit-stories.ts';
import { findQuietMonths } from './quiet/find-quiet-months.ts';
import { idOf } from './tell/tell-story.ts';

/** A story is told in full from this score on: a security fix reaches it, a minor release does not. */
export const FLOOR = 1.3;
/** A brief needs one reason to be there; a how-to, a forum thread or a tool's release has none, unless the editor gave it one. */
const BRIEF_FLOOR = 0.4;
/** Where nothing is told, anything that is not noise serves as the best of the minor items. */
const QUIET_FLOOR = 0;
const MOST_TOLD = 8;
const MOST_BRIEFS = 8;

/** The stories of one section, best first, by how much is said of them. */
export interface SectionStories {
  readonly told: readonly EditedStory[];
  readonly briefs: readonly EditedStory[];
  readonly rest: readonly EditedStory[];
}

/**
 * Shares out the stories about one hypervisor: none is lost. Expects them best first. What is
 * urgent is always told, however much else there is.
 */
export function shareOut(
  stories: readonly EditedStory[],
  hypervisor: string,
  isUrgent: (story: EditedStory) => boolean,
): SectionStories {
  const own = stories.filter(({ hypervisors }) => hypervisors.includes(hypervisor));
  const worthy = own.filter(({ score, isPinned }) => isPinned || score >= FLOOR);
  const first = new Set(worthy.slice(0, MOST_TOLD));
  const told = own.filter((story) => first.has(story) || isUrgent(story));
  const isTold = new Set(told);
  const others = own.filter((story) => !isTold.has(story));
  const floor = told.length > 0 ? BRIEF_FLOOR : QUIET_FLOOR;
  const briefs = others
    .filter(({ score, edited }) => score >= floor || edited.length > 0)
    .slice(0, MOST_BRIEFS);
  const isBrief = new Set(briefs);
  return { told, briefs, rest: others.filter((story) => !isBrief.has(story)) };
}

/**
 * Names a minor story in one section only where several have nothing better: in the one it is most
 * about, or where the editor put it. The others have it behind their folds.
 */
export function nameOnce(
  hypervisors: readonly Hypervisor[],
  shares: readonly SectionStories[],
): SectionStories[] {
  const isQuiet = ({ told }: SectionStories) => told.length === 0;
  const named = new Set(shares.filter((share) => !isQuiet(share)).flatMap(({ briefs }) => briefs));
  const quiet = new Map(
    shares.flatMap((share, at) => {
      const id = hypervisors[at]?.id;
      return id !== undefined && isQuiet(share) ? [[id, share] as const] : [];
    }),
  );
  const homeOf = (story: EditedStory) => {
    const home = story.hypervisors.find((id) => quiet.get(id)?.briefs.includes(story));
    return home === undefined || named.has(story) ? undefined : quiet.get(home);
  };
  return shares.map((share) => {
    if (!isQuiet(share)) return share;
    const isHere = (story: EditedStory) => homeOf(story) === share || story.edited.length > 0;
    const elsewhere = share.briefs.filter((story) => !isHere(story));
    return { ...share, briefs: share.briefs.filter(isHere), rest: [...elsewhere, ...share.rest] };
  });
}

/** One hypervisor's part of an edition. */
export function composeSection(
  hypervisor: Hypervisor,
  stories: SectionStories,
  input: EditionInput,
  last: QuietNotice['last'],
): EditionSection {
  const { told, briefs, rest } = stories;
  const { site, period } = input;
  const toldOn = told.map(({ entries }) => firstDay(entries, site.timeZone));
  return {
    hypervisorId: hypervisor.id,
    name: hypervisor.name,
    vendor: hypervisor.vendor,
    storyIds: told.map(idOf),
    briefIds: briefs.map(idOf),
    restIds: rest.map(idOf),
    ...(told.length === 0 && { quiet: quietNotice(hypervisor, stories, input, last) }),
    quietMonths: findQuietMonths(toldOn, period, site.timeZone),
  };
}

function quietNotice(
  hypervisor: Hypervisor,
  { briefs, rest }: SectionStories,
  input: EditionInput,
  last: QuietNotice['last'],
): QuietNotice {
  const hasMinor = briefs.length > 0 || rest.length > 0;
  const dedicated = input.sources.filter((source) => source.hypervisor === hypervisor.id);
  const unread = countUnread(dedicated, input);
  // Silence proves nothing where none of its sources could be read.
  const isUnreadable = dedicated.length > 0 && unread === dedicated.length;
  const silence = hasMinor ? 'only-minor' : 'nothing-new';
  const ofVendor = dedicated.length > 0 ? [] : sourcesOfVendor(hypervisor, input);
  return {
    reason: isUnreadable ? 'sources-unreadable' : silence,
    sources: { dedicated: dedicated.length, unread },
    ...(ofVendor.length > 0 && {
      vendorSources: { count: ofVendor.length, unread: countUnread(ofVendor, input) },
    }),
    ...(last && { last }),
  };
}

/** A vendor with many products has sources that bear its name and are dedicated to none of them. */
function sourcesOfVendor({ vendor }: Hypervisor, { sources }: EditionInput): Source[] {
  return sources.filter(
    ({ isVendor, hypervisor, name }) =>
      isVendor && hypervisor === undefined && ` ${name} `.includes(` ${vendor} `),
  );
}

function countUnread(sources: readonly Source[], { health }: EditionInput): number {
  const failed = new Set(
    health.filter(({ failure }) => failure !== undefined).map(({ sourceId }) => sourceId),
  );
  return sources.filter(({ id }) => failed.has(id)).length;
}
