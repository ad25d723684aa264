import type { EarlierFix, Edition, EditionStory } from '../model/edition.ts';
import type { ClassifiedEntry } from './classify/classified-entry.ts';
import type { ProductNames } from './facts/product-names.ts';

/** A fix that has turned out to be none is no fix to point back to. */
const FAILED =
  /\b(?:incomplete|insufficient|ineffective|failed|faulty|flawed|broken|botched|new|another|second)\s+(?:fix|patch|update)|\b(?:fix|patch|update)(?:es|s)?\s+(?:was|were|is|are|has been|have been|proved|turned out)\s+(?:to be\s+)?(?:\w+ly\s+)?(?:incomplete|insufficient|ineffective|faulty|flawed|pulled|withdrawn|bypassed|revoked)|\b(?:fix|patch|update)(?:es|s)?\s+(?:does|do|did)\s*(?:not|n't)\b|\b(?:bypass(?:es|ed|ing)?|pull(?:s|ed)|withdr(?:aws?|ew|awn))\s+(?:of\s+)?(?:(?:the|this|that|its|an?|earlier|original|previous|first|security)\s+)*(?:fix|patch|update)/i;

/**
 * The fix that an earlier edition told of the same flaws in the same platform, where the new reports
 * of a story name none: that of the newest edition, and there of the story with the fewest others.
 */
export function findEarlierFix(
  { facts, hypervisors, headline }: EditionStory,
  entries: readonly ClassifiedEntry[],
  earlier: readonly Edition[],
  products: ProductNames,
): EarlierFix | undefined {
  const [platform] = hypervisors;
  if (facts.fixed || facts.cves.length === 0 || platform === undefined) return undefined;
  if (entries.some(({ entry }) => FAILED.test(`${entry.title}\n${entry.text}`))) return undefined;
  for (const { id, name, stories } of earlier) {
    const [story] = stories
      .filter((each) => each.facts.fixed && each.hypervisors.includes(platform))
      .filter((each) => facts.cves.every((cve) => each.facts.cves.includes(cve)))
      .sort((a, b) => a.facts.cves.length - b.facts.cves.length);
    if (story?.facts.fixed) {
      const fixed = fixedIn(headline, story.facts.fixed, products.withNeighbours);
      return { editionId: id, editionName: name, storyId: story.id, fixed };
    }
  }
  return undefined;
}

/** An advisory may fix more products than the one that a headline names now. */
function fixedIn(
  headline: string,
  fixed: readonly string[],
  products: ProductNames,
): readonly string[] {
  const named = products.findIn(headline);
  const own = fixed.filter((text) => products.findIn(text).some((each) => named.includes(each)));
  return own.length > 0 ? own : fixed;
}
