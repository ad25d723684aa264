/**
 * Where the programs that most sites run on put their feed, below the folder of a blog: each is where
 * that program puts it unless told otherwise, and many a theme leaves the announcement out.
 */
const PLACES = [
  'feed/', // WordPress
  'rss/', // Ghost
  'feed.xml', // Jekyll
  'index.xml', // Hugo
  'atom.xml', // Hexo
  'rss.xml', // Drupal, Astro
  '?format=feed&type=rss', // Joomla
];

/** Where a page that announces no feed may have one: below itself, then below the root of its site. */
export function usualPlaces(pageUrl: string): string[] {
  const folders = [new URL(folderOf(pageUrl)), new URL('/', pageUrl)];
  return [
    ...new Set(folders.flatMap((folder) => PLACES.map((place) => new URL(place, folder).href))),
  ];
}

/** The releases feed of the repository that a page on GitHub belongs to; it is not announced on all of them. */
export function releasesFeed(pageUrl: string): string[] {
  const { hostname, pathname } = new URL(pageUrl);
  const [, repository] = /^(\/[^/]+\/[^/]+)/.exec(pathname) ?? [];
  if (hostname !== 'github.com' || repository === undefined) return [];
  return [`https://github.com${repository}/releases.atom`];
}

/** The page as a folder: `/blog` and `/blog/index.html` are both `/blog/`. */
function folderOf(pageUrl: string): string {
  const { origin, pathname } = new URL(pageUrl);
  const path = pathname.replace(/\/[^/]*\.\w{1,5}$/, '/');
  return `${origin}${path.endsWith('/') ? path : `${path}/`}`;
}
