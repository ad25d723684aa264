import { Feed } from 'feed';
import type { Edition } from '../model/edition.ts';
import { archiveAddress, editionAddress, feedAddress } from './addresses.ts';
import { asAtomHtml, asAtomLabel, asAtomText } from './atom-guard.ts';
import { editionContext } from './edition-context.ts';
import { editionView } from './edition-view.ts';
import { escapeHtml } from './escape-html.ts';
import { type Format, issuedOnly } from './format.ts';
import type { Templates } from './load-templates.ts';
import { platforms } from './platforms.ts';
import { description } from './standfirst.ts';
import { tagId } from './tag-id.ts';

// Each entry carries a whole digest; readers give up on feeds that only grow.
const newestCount = 20;

/** One Atom feed (RFC 4287): an entry for each of the newest editions, with the full digest. */
export const renderAtomFeed: Format = (editions, templates) => {
  const issued = issuedOnly(editions);
  const [newest] = issued;
  const first = issued.at(-1);
  if (!newest || !first) return [];
  const { edition } = editionContext(newest);
  const { site, issuedAt } = edition;
  const feed = new Feed({
    // Named after the first edition, so that it stays when the site moves.
    id: asAtomText(tagId(first, feedAddress(first))),
    title: asAtomText(site.title),
    description: asAtomText(`News of ${platforms(edition)}.`),
    link: archiveAddress(newest),
    feedLinks: { atom: feedAddress(newest) },
    updated: new Date(issuedAt),
    author: author(site),
    generator: 'State of Virtualization',
  });
  for (const edition of issued.slice(0, newestCount)) feed.addItem(entry(edition, templates));
  return [
    {
      path: 'feed.xml',
      body: `${feed.atom1()}\n`,
      contentType: 'application/atom+xml; charset=utf-8',
    },
  ];
};

function entry(given: Edition, templates: Templates) {
  const context = editionContext(given);
  const { edition, story } = context;
  const { site } = edition;
  const leads = edition.leads.map((id) => story(id).headline);
  return {
    id: tagId(edition, editionAddress(edition)),
    title: asAtomHtml(escapeHtml(`${site.title}: ${edition.name}`)),
    link: editionAddress(edition),
    date: new Date(edition.issuedAt),
    published: new Date(edition.issuedAt),
    description: asAtomHtml(escapeHtml(`${description(edition)} ${leads.join('; ')}`.trim())),
    content: asAtomHtml(templates('feed-entry.html', editionView(context))),
    author: [author(site)],
    category: edition.sections.map(({ hypervisorId, name }) => ({
      term: asAtomLabel(hypervisorId),
      name: asAtomLabel(name),
      scheme: `${archiveAddress(edition)}hypervisors`,
    })),
  };
}

function author({ author: { name, email } }: Edition['site']) {
  return { name: asAtomText(name), ...(email ? { email: asAtomText(email) } : {}) };
}
