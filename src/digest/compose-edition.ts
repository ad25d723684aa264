import type { Edition } from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import { findContinued } from './changes/find-continued.ts';
import { releasesTold } from './changes/find-releases.ts';
import { chooseLeads } from './choose-leads.ts';
import { composeSections } from './compose-sections.ts';
import { dayOf } from './day-of.ts';
import { indexFlaws } from './facts/flaws/index-flaws.ts';
import { productsOf } from './facts/versions/product-names.ts';
import { findStories } from './find-stories.ts';
import { nameEdition } from './name-edition.ts';
import { reportFacts } from './report-facts.ts';
import { reportSources } from './report-sources.ts';
import { shareOut } from './share-out.ts';
import { idOf, tellStories } from './tell/tell-story.ts';
import { findUrgent } from './urgent/find-urgent.ts';
import { patchNotices } from './urgent/patch-notices.ts';

/**
 * The digest of what is new: classify, group, rank, summarise, compose. The same input gives the
 * same edition, in whatever order its entries come; its number is 0 until it is issued.
 */
export function composeEdition(input: EditionInput): Edition {
  const { issuedAt, period, site, hypervisors, earlier, facts } = input;
  const flaws = indexFlaws(facts?.flaws);
  const products = productsOf(hypervisors);

  const { stories: ranked, intro, conflicts } = findStories(input, flaws);
  const urgent = findUrgent(ranked, flaws, products);
  const shares = shareOut(ranked, hypervisors, (story) => urgent.has(story));
  const inFull = new Set(shares.flatMap(({ told }) => told));
  const told = ranked.filter((story) => inFull.has(story));
  const stories = tellStories(ranked, {
    timeZone: site.timeZone,
    today: dayOf(issuedAt, site.timeZone),
    flaws,
    products,
    continued: findContinued(told, earlier, products),
    named: new Set([...inFull, ...shares.flatMap(({ briefs }) => briefs)]),
  });

  return {
    ...nameEdition(input, earlier),
    number: 0,
    issuedAt: issuedAt.toString(),
    period: { from: period.from.toString(), until: period.until.toString() },
    site,
    leads: chooseLeads(told).map(idOf),
    patchNow: patchNotices(ranked, stories, urgent, input),
    sections: composeSections(shares, stories, input, { flaws, released: releasesTold(input) }),
    stories,
    sources: reportSources(input),
    ...(intro !== undefined && { intro }),
    ...(conflicts.length > 0 && { editConflicts: conflicts }),
    ...(facts && { factSources: reportFacts(input) }),
  };
}
