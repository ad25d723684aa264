import type { EarlierFix, Edition, EditionStory } from '../../model/edition.ts';
import type { ClassifiedEntry } from '../classify/classified-entry.ts';
import { statementsOf } from '../facts/flaws/background.ts';
import { findCves } from '../facts/flaws/find-cves.ts';
import type { ProductNames } from '../facts/versions/product-names.ts';
import { either } from '../words/either.ts';
import { normalizeText } from '../words/normalize-text.ts';

/** A fix that has turned out to be none is no fix to point back to. */
const FAILED = either(
  /\b(?:incomplete|insufficient|ineffective|failed|faulty|flawed|broken|botched|new|another|second)\s+(?:fix|patch|update)/i,
  /\b(?:fix|patch|update)(?:es|s)?\s+(?:was|were|is|are|has been|have been|proved|turned out)\s+(?:to be\s+)?(?:\w+ly\s+)?(?:incomplete|insufficient|ineffective|faulty|flawed|pulled|withdrawn|bypassed|revoked)/i,
  /\b(?:fix|patch|update)(?:es|s)?\s+(?:does|do|did)\s*(?:not|n't)\b/i,
  /\b(?:bypass(?:es|ed|ing)?|pull(?:s|ed)|withdr(?:aws?|ew|awn))\s+(?:of\s+)?(?:(?:the|this|that|its|an?|earlier|original|previous|first|security)\s+)*(?:fix|patch|update)/i,
);

const NONE =
  /\b(?:no|without|nor|neither)\b[^,;]{0,30}\b(?:new|another|second)\s+(?:fix|patch|update)/i;
/** "A new update of Browser", where no product of the field is named. */
const OF_NAME =
  /\b(?:[Ff]ix|[Pp]atch|[Uu]pdate)(?:es|s)?\s+(?:of|for|to|in|from)\s+(?:the\s+)?\p{Lu}/u;

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
  const isFailed = ({ entry }: ClassifiedEntry) =>
    statementsOf(normalizeText(`${entry.title}.\n${entry.text}`)).some(
      (statement) =>
        FAILED.test(statement) && !isOfOther(statement, facts.cves, headline, products),
    );
  if (entries.some(isFailed)) return undefined;
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

/** True for a statement on another flaw or product, or one that there was no such fix. */
function isOfOther(
  statement: string,
  cves: readonly string[],
  headline: string,
  products: ProductNames,
): boolean {
  if (NONE.test(statement)) return true;
  const flaws = findCves(statement);
  if (flaws.length > 0) return !flaws.some((cve) => cves.includes(cve));
  const own = products.findIn(headline);
  const named = products.findIn(statement);
  if (named.length > 0) return own.length > 0 && !named.some((name) => own.includes(name));
  return OF_NAME.test(statement);
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
