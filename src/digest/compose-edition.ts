import type { Edition, PatchNotice } from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import { chooseLeads } from './choose-leads.ts';
import type { ClassifiedEntry } from './classified-entry.ts';
import { classifyEntries } from './classify-entries.ts';
import { composeSection, FLOOR, type SectionStories, shareOut } from './compose-section.ts';
import { dayOf } from './day-of.ts';
import { findAdvisories } from './find-advisories.ts';
import { findCves } from './find-cves.ts';
import { findLastStories } from './find-last-story.ts';
import { patchNotice, urgencyOf } from './find-urgent.ts';
import { groupStories } from './group-stories.ts';
import { nameEdition } from './name-edition.ts';
import { type RankedStory, rankStories } from './rank-stories.ts';
import { reportSources } from './report-sources.ts';
import { idOf, tellStory } from './tell-story.ts';

/**
 * The digest of what is new: classify, group, rank, summarise, compose. The same input gives the
 * same edition, in whatever order its entries come; its number is 0 until it is issued.
 */
export function composeEdition(input: EditionInput): Edition {
  const { hypervisors, sources, site, period, issuedAt } = input;
  const classified = classifyEntries(input.entries, sources, hypervisors).filter(mayBeTold);
  const ranked = rankStories(groupStories(classified), hypervisors).filter(isOnSubject);
  const shares = hypervisors.map(({ id }) => shareOut(ranked, id));
  const told = ranked.filter((story) => shares.some((share) => share.told.includes(story)));
  const named = ranked.filter((story) => shares.some((share) => isNamed(share, story)));
  const quiet = hypervisors.filter((_, at) => shares[at]?.told.length === 0).map(({ id }) => id);
  const last = findLastStories(quiet, input, FLOOR);
  return {
    ...nameEdition(issuedOn(input), input.naming, input.earlier),
    number: 0,
    issuedAt: issuedAt.toString(),
    period: { from: period.from.toString(), until: period.until.toString() },
    site,
    leads: chooseLeads(told).map(idOf),
    patchNow: patchNotices(named, site.timeZone),
    sections: hypervisors.map((hypervisor, at) =>
      composeSection(hypervisor, shares[at] ?? NOTHING, idOf, input, last.get(hypervisor.id)),
    ),
    stories: named.map((story) => tellStory(story, site.timeZone)),
    sources: reportSources(input),
  };
}

const OPENING_LENGTH = 400;
const NOTHING: SectionStories = { told: [], briefs: [], leftOut: 0 };

/** An entry about none of the hypervisors can join a story about one through a flaw only. */
function mayBeTold({ entry, labels }: ClassifiedEntry): boolean {
  if (labels.length > 0) return true;
  const opening = `${entry.title}\n${entry.url ?? ''}\n${entry.text.slice(0, OPENING_LENGTH)}`;
  return findCves(opening).length > 0 || findAdvisories(opening).length > 0;
}

/** Upstream and adjacent news counts only within a story about one of the hypervisors. */
function isOnSubject({ hypervisors }: RankedStory): boolean {
  return hypervisors.length > 0;
}

function isNamed({ told, briefs }: SectionStories, story: RankedStory): boolean {
  return told.includes(story) || briefs.includes(story);
}

function issuedOn({ issuedAt, site }: EditionInput): Temporal.PlainDate {
  return Temporal.PlainDate.from(dayOf(issuedAt, site.timeZone));
}

/** Exploited before critical, each in order of rank. */
function patchNotices(stories: readonly RankedStory[], timeZone: string): PatchNotice[] {
  const notices = stories.flatMap((story) => {
    const reason = urgencyOf(story);
    return reason ? [patchNotice(tellStory(story, timeZone), reason)] : [];
  });
  const isExploited = ({ reason }: PatchNotice) => reason === 'exploited';
  return [...notices.filter(isExploited), ...notices.filter((notice) => !isExploited(notice))];
}
