import { editionFolder } from './addresses.ts';
import { editionContext } from './edition-context.ts';
import { editionView } from './edition-view.ts';
import type { Format } from './format.ts';

/** The page of each edition. */
export const renderEditionPages: Format = (editions, templates) =>
  editions.map((edition) => ({
    path: `${editionFolder(edition)}/index.html`,
    body: templates('edition-page.html', editionView(editionContext(edition))),
    contentType: 'text/html; charset=utf-8',
  }));
