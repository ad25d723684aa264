import type { EarlierStory, Edition } from '../model/edition.ts';

/** Where the documents of an edition stand, relative to the output folder. */
export function editionFolder(edition: Edition): string {
  return `editions/${edition.id}`;
}

/** Where readers open the page of an edition. */
export function editionAddress(edition: Edition): string {
  return `${edition.site.baseUrl}/${editionFolder(edition)}/`;
}

export function feedAddress(edition: Edition): string {
  return `${edition.site.baseUrl}/feed.xml`;
}

export function archiveAddress(edition: Edition): string {
  return `${edition.site.baseUrl}/`;
}

/** What names a story within the page; the same in every rendering. */
export function storyAnchor(storyId: string): string {
  return `story-${fragment(storyId)}`;
}

/** What names the section of a hypervisor within the page. */
export function sectionAnchor(hypervisorId: string): string {
  return `about-${fragment(hypervisorId)}`;
}

/** Where a story of an earlier edition is told; a preview does not stand beside that. */
export function earlierPage(
  { number, site }: Edition,
  { editionId, storyId }: Pick<EarlierStory, 'editionId' | 'storyId'>,
): { readonly address: string; readonly path: string } {
  const folder = encodeURIComponent(editionId);
  const address = `${site.baseUrl}/editions/${folder}/#${storyAnchor(storyId)}`;
  const path = `../${folder}/index.html#${storyAnchor(storyId)}`;
  return { address, path: number === 0 ? address : path };
}

function fragment(id: string): string {
  return id.replace(/[^A-Za-z0-9_-]/g, '-');
}
