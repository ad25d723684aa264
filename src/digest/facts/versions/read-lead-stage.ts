import { splitSentences } from '../../words/split-sentences.ts';
import { findVersions, sharedVersion } from './find-versions.ts';
import { isOptIn } from './other-stages.ts';
import type { ProductNames } from './product-names.ts';
import { type ClaimedStage, readStage } from './read-stage.ts';

const LEAD_LENGTH = 400;
const LEAD_SENTENCES = 3;
/** What a product comes with may be in another stage than itself. */
const CLAUSE =
  /;\s|,\s(?!(?:now|today|which is|generally|released|available)\b)|\s(?:with|bringing|including|featuring|while|but)\s/i;
const TEST =
  '(?:beta|RC ?\\d?|release candidate|(?:(?:tech|technical|technology|public|private) )?preview)';
/** "The beta of Proxmox VE 9.0", "Proxmox VE 9.0 is now in beta". */
const IS_TEST = new RegExp(
  `\\b${TEST}(?: \\d)?(?: (?:version|release|build))? (?:of|for) (?:\\S+ ){1,4}v?\\d|\\d(?: (?:is|now|available|out|enters?|entered|has|as|an?|in|the|first|second|open)){0,6} ${TEST}\\b(?! of\\b)`,
  'i',
);

/**
 * The stage that the lead states of the version in the title, where the title itself claims none:
 * "What is new in AOS 7.3" says nothing, "AOS 7.3 is now generally available" below it does.
 */
export function readLeadStage(
  title: string,
  text: string,
  products: ProductNames,
): ClaimedStage | undefined {
  if (isOptIn(title)) return undefined;
  const named = findVersions(title, products).filter(({ isKnown }) => isKnown);
  if (named.length === 0) return undefined;
  const lead = splitSentences(text.slice(0, 2 * LEAD_LENGTH))
    .slice(0, LEAD_SENTENCES)
    .filter((sentence) => sentence.length <= LEAD_LENGTH);
  for (const clause of lead.flatMap((sentence) => sentence.split(CLAUSE))) {
    const isAbout = sharedVersion(named, findVersions(clause, products)) !== undefined;
    const stage = isAbout ? readStage(clause, products) : undefined;
    if (stage === 'ga' || stage === 'lts') return stage;
    if (stage !== undefined && stage !== 'eol' && IS_TEST.test(clause)) return stage;
  }
  return undefined;
}
