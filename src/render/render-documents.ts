import type { Document } from '../model/document.ts';
import type { Edition } from '../model/edition.ts';
import { renderAtomFeed } from './atom-feed.ts';
import { renderEditionJson } from './edition-json.ts';
import { renderEditionPages } from './edition-page.ts';
import type { Format } from './format.ts';
import { renderIndexPage } from './index-page.ts';
import type { Templates } from './load-templates.ts';

/** To add an output format, add its function here. */
const formats: readonly Format[] = [
  renderEditionPages,
  renderEditionJson,
  renderIndexPage,
  renderAtomFeed,
];

/**
 * Every document of the site, for all editions ever issued, in any order. A preview may be among
 * them: it gets a page, and no place in the index or the feed, which are left out when there is
 * nothing else.
 */
export function renderDocuments(
  editions: readonly Edition[],
  templates: Templates,
): readonly Document[] {
  const newestFirst = editions.toSorted((one, other) => other.number - one.number);
  return formats.flatMap((format) => format(newestFirst, templates));
}
