import { localName } from './xml-vocabulary.ts';

/**
 * The prefixes under which the elements of the feed itself stand (`<r:rss xmlns:r="...">`), by the
 * root element: feedsmith reads RSS only without.
 */
export function findOwnPrefixes(
  root: string,
  attributes: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const prefixes = new Set(['rss']);
  const vocabulary = localName(root) === 'feed' ? atomUri : rssUri;
  for (const [name, uri] of attributes)
    if (name.startsWith('xmlns:') && vocabulary.test(uri))
      prefixes.add(name.slice('xmlns:'.length));
  // The root of RSS 1.0 is of RDF.
  const colon = root.indexOf(':');
  if (colon > 0 && localName(root) !== 'rdf') prefixes.add(root.slice(0, colon).toLowerCase());
  return prefixes;
}

const atomUri = /w3\.org\/2005\/atom\/?$|purl\.org\/atom\/ns#$/i;
const rssUri =
  /purl\.org\/(?:rss\/1\.0|net\/rss1\.1#)\/?$|netscape\.com\/rdf\/simple|userland\.com\/rss/i;
