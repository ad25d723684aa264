import type { Edition } from '../model/edition.ts';
import { archiveAddress, editionFolder } from './addresses.ts';
import { editionContext } from './edition-context.ts';
import { byline } from './edition-view.ts';
import { type Format, issuedOnly } from './format.ts';
import { platforms } from './platforms.ts';
import { lastingDescription } from './standfirst.ts';

/** The front page: every edition, newest first, under its year where there are several. */
export const renderIndexPage: Format = (editions, templates) => {
  const issued = issuedOnly(editions);
  const [newest] = issued;
  if (!newest) return [];
  const { edition } = editionContext(newest);
  const { site } = edition;
  const lines = issued.map(editionLine);
  const years = [...new Set(lines.map(yearOf))];
  const view = {
    language: site.language,
    siteTitle: site.title,
    author: site.author.name,
    byline: byline(site),
    address: archiveAddress(newest),
    platforms: platforms(edition),
    years: years.length > 1 ? years : [],
    heading: years.length > 1 ? 'h3' : 'h2',
    editions: years.length > 1 ? lines.map(withYear) : lines,
  };
  return [
    {
      path: 'index.html',
      body: templates('index-page.html', view),
      contentType: 'text/html; charset=utf-8',
    },
  ];
};

type EditionLine = ReturnType<typeof editionLine>;

function yearOf({ on }: EditionLine): string {
  return on.iso.slice(0, 4);
}

/** The first of each year bears it. */
function withYear(line: EditionLine, index: number, lines: readonly EditionLine[]) {
  const [before] = lines.slice(index - 1, index);
  const year = yearOf(line);
  return { ...line, year: index > 0 && before && yearOf(before) === year ? '' : year };
}

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
    isNewest: index === 0,
    // By the time of the next edition, the patch is either applied or named again.
    isUrgent: index === 0 && edition.patchNow.length > 0,
  };
}
