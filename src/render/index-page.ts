import type { Edition } from '../model/edition.ts';
import { archiveAddress, editionFolder } from './addresses.ts';
import { editionContext } from './edition-context.ts';
import { byline } from './edition-view.ts';
import { type Format, issuedOnly } from './format.ts';
import { platforms } from './platforms.ts';
import { lastingDescription } from './standfirst.ts';

/** The front page: every edition, newest first. */
export const renderIndexPage: Format = (editions, templates) => {
  const issued = issuedOnly(editions);
  const [newest] = issued;
  if (!newest) return [];
  const { edition } = editionContext(newest);
  const { site } = edition;
  const view = {
    language: site.language,
    siteTitle: site.title,
    author: site.author.name,
    byline: byline(site),
    address: archiveAddress(newest),
    platforms: platforms(edition),
    editions: issued.map(editionLine),
  };
  return [
    {
      path: 'index.html',
      body: templates('index-page.html', view),
      contentType: 'text/html; charset=utf-8',
    },
  ];
};

function editionLine(given: Edition, index: number) {
  const { edition, dates, story } = editionContext(given);
  return {
    name: edition.name,
    path: `${editionFolder(edition)}/index.html`,
    number: edition.number,
    on: dates.dayOf(edition.issuedAt),
    period: dates.period(edition.period),
    description: lastingDescription(edition),
    leads: edition.leads.map((id) => story(id).headline),
    // By the time of the next edition, the patch is either applied or named again.
    isUrgent: index === 0 && edition.patchNow.length > 0,
  };
}
