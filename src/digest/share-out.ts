import type { Hypervisor } from '../model/hypervisor.ts';
import { ADJACENT } from './adjacent.ts';
import type { EditedStory } from './edit/edit-stories.ts';

/** A story is told in full from this score on: a security fix reaches it, a minor release does not. */
export const FLOOR = 1.3;
/** A brief needs one reason to be there; a how-to, a forum thread or a tool's release has none, unless the editor gave it one. */
const BRIEF_FLOOR = 0.4;
/** Where nothing is told, anything that is not noise serves as the best of the minor items. */
const QUIET_FLOOR = 0;
const MOST_TOLD = 8;
const MOST_BRIEFS = 8;

/** The stories of one section, best first, by how much is said of them. */
export interface Share {
  readonly hypervisor: Hypervisor;
  readonly told: readonly EditedStory[];
  readonly briefs: readonly EditedStory[];
  readonly rest: readonly EditedStory[];
}

/**
 * Shares out the stories among the hypervisors, in their order, and last what stands around them,
 * where there is any: none is lost. Expects them best first.
 */
export function shareOut(
  stories: readonly EditedStory[],
  hypervisors: readonly Hypervisor[],
  isUrgent: (story: EditedStory) => boolean,
): Share[] {
  const shares = hypervisors.map((hypervisor) => shareOf(hypervisor, stories, isUrgent));
  // What stands there is grave, or it would not be there.
  const around = shareOf(ADJACENT, stories, () => true);
  return [...nameOnce(shares), ...(isQuiet(around) ? [] : [around])];
}

/** True where nothing is told in full. */
export function isQuiet({ told }: Share): boolean {
  return told.length === 0;
}

/** What is urgent is always told, however much else there is. */
function shareOf(
  hypervisor: Hypervisor,
  stories: readonly EditedStory[],
  isUrgent: (story: EditedStory) => boolean,
): Share {
  const own = stories.filter(({ hypervisors }) => hypervisors.includes(hypervisor.id));
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
  return { hypervisor, told, briefs, rest: others.filter((story) => !isBrief.has(story)) };
}

/**
 * Names a minor story in one section only where several have nothing better: in the one it is most
 * about, or where the editor put it. The others have it behind their folds.
 */
function nameOnce(shares: readonly Share[]): Share[] {
  const named = new Set(shares.filter((share) => !isQuiet(share)).flatMap(({ briefs }) => briefs));
  const quiet = new Map(shares.filter(isQuiet).map((share) => [share.hypervisor.id, share]));
  const homeOf = (story: EditedStory) =>
    story.hypervisors.find((id) => quiet.get(id)?.briefs.includes(story));
  return shares.map((share) => {
    if (!isQuiet(share)) return share;
    const isHere = (story: EditedStory) =>
      (!named.has(story) && homeOf(story) === share.hypervisor.id) || story.edited.length > 0;
    const elsewhere = share.briefs.filter((story) => !isHere(story));
    return { ...share, briefs: share.briefs.filter(isHere), rest: [...elsewhere, ...share.rest] };
  });
}
