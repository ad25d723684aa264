import { type PlacedVersion, placeVersions } from '../versions/place-versions.ts';
import type { ProductNames } from '../versions/product-names.ts';
import { mayBeFix } from './read-fix-sentence.ts';

/** Behind the version that the title begins with, which is out then. */
const IS_OUT =
  /^(?: LTS)?:?\s+(?:release notes|changelog|released|(?:is )?(?:now )?(?:available|out))\b/i;
const FIXES_A_FLAW =
  /\bThis (?:new )?(?:release|version) (?:also )?(?:fixes|resolves|addresses|patches|closes|(?:contains|includes) (?:the |a )?fix(?:es)? for)\b[^.;]{0,80}\bCVE-\d{4}-\d/i;

/** The version of a title "Acme 1.2 release notes", where the text says that this release fixes a flaw. */
export function readTitledFix(text: string, products: ProductNames): PlacedVersion[] {
  if (!FIXES_A_FLAW.test(text)) return [];
  const [title = ''] = text.split('\n', 1);
  const [version, ...others] = placeVersions(title, products);
  const isTitled =
    version?.at === 0 && others.length === 0 && IS_OUT.test(title.slice(version.end));
  return isTitled && mayBeFix(version) ? [version] : [];
}
