import { editionFolder } from './addresses.ts';
import type { Format } from './format.ts';

/** Each edition as it is, with every reason, for programs. */
export const renderEditionJson: Format = (editions) =>
  editions.map((edition) => ({
    path: `${editionFolder(edition)}/edition.json`,
    body: `${JSON.stringify(edition, null, 2)}\n`,
    contentType: 'application/json; charset=utf-8',
  }));
