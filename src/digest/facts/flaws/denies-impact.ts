import type { Entry } from '../../../model/entry.ts';
import { beginning } from '../../words/beginning.ts';
import { either } from '../../words/either.ts';
import { normalizeText } from '../../words/normalize-text.ts';
import type { ProductNames } from '../versions/product-names.ts';

const OPENING_LENGTH = 600;
/** "X is not affected by …"; "… is not vulnerable". */
const NOT_AFFECTED = either(
  /\b(?:not|isn['’]t|aren['’]t|wasn['’]t|weren['’]t) (?:\w+ly )?(?:affected|impacted|vulnerable|exposed|at risk)\b/i,
  /\bunaffected\b/i,
  /\b(?:do|does|did)(?: not|n['’]t) (?:affect|impact|apply to)\b/i,
);
/** "None of our products is affected", "there is no impact". */
const NONE_AFFECTED =
  /\b(?:no|none of (?:the|our|its|these)) [^.;\n]{0,60}\b(?:is|are|was|were) (?:affected|impacted|vulnerable)\b|\bthere is no impact\b(?! on)|\bno impact (?:for|to)\b/i;
const NOTHING_TO_DO = either(
  /\bnothing to (?:do|patch|fix)\b(?! with\b)/i,
  /\bno (?:action|updates?|patch(?:es)?) (?:is |are )?(?:needed|required|necessary)\b/i,
);
/** Whoever tells of a fix has something that needs it. */
const HAS_FIX = either(
  /\b(?:fixed|patched|resolved|remediated) (?:in|by|with|version)\b/i,
  /\b(?:upgrade|update|upgrading|updating) to\b/i,
  /\b(?:install|apply|installing|applying) (?:the |this |these )?(?:[\w-]+ )?(?:updates?|patch(?:es)?|fix(?:es)?|hotfix(?:es)?)\b/i,
  /\b(?:updates?|patch(?:es)?|fix(?:es)?|hotfix(?:es)?|packages?) (?:is|are|was|were|has been|have been|will be) (?:now |already )?(?:available|released|published|provided)\b/i,
  /\bneeds? (?:the|a|this) (?:patch|fix|update)\b/i,
);
const BETWEEN_PARTS = /[:;–—|]\s/;

/**
 * True for a report whose point is that what it is about does not have a flaw: "Acme VM is not
 * affected by CVE-2024-1". One that also tells of a fix, or of a product that is affected, has another.
 */
export function deniesImpact({ title, text }: Entry, products: ProductNames): boolean {
  const opening = normalizeText(beginning(text, OPENING_LENGTH));
  if (HAS_FIX.test(opening)) return false;
  const parts = normalizeText(title).split(BETWEEN_PARTS);
  const denying = parts.filter((part) => NOT_AFFECTED.test(part) || NONE_AFFECTED.test(part));
  // "vCenter flaw: ESXi is not affected" has another product beside the one that is spared.
  if (denying.length > 0)
    return parts.every((part) => denying.includes(part) || !products.isNamedIn(part));
  if (parts.some((part) => NOTHING_TO_DO.test(part)) || NONE_AFFECTED.test(opening)) return true;
  return NOTHING_TO_DO.test(opening) && NOT_AFFECTED.test(opening);
}
