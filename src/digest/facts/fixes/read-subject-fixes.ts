import type { PlacedVersion } from '../versions/place-versions.ts';
import type { ProductNames } from '../versions/product-names.ts';
import type { Subject } from './find-subject.ts';
import { readFixSentence } from './read-fix-sentence.ts';

/** "Fixed in version 12.3.3.100", "fixed in 12.3.3.100". */
const BARE = /\b(?:versions?|releases?|builds?)\s+(?=v?\d+\.\d)/i;
const BARE_NUMBER = /(?<=\b(?:in|with|to)\s)(?=v?\d+\.\d+\.\d)/i;
const OF_ANOTHER = /\d\s+(?:of|for)\s/i;
/** A name in the sentence may be that of something else with versions of its own. */
const NAME = /(?<=\S\s)[\p{Lu}][\p{L}\d]+/u;
const NO_NAME = /\bCVE-\d{4}-\d+|\bCVSS\b|\bVM(?:s|ware)?\b|\b(?:RCE|XSS|SSRF|DoS|LPE)\b/g;

/** Fixes that a sentence tells of the report's only subject without its name. */
export function readSubjectFixes(
  sentence: string,
  { product, majors }: Subject,
  products: ProductNames,
): PlacedVersion[] {
  const form = BARE.test(sentence) ? BARE : majors.size > 0 ? BARE_NUMBER : undefined;
  const at = form ? sentence.search(form) : -1;
  if (!form || at === -1 || OF_ANOTHER.test(sentence.slice(at))) return [];
  if (NAME.test(sentence.slice(0, at).replace(NO_NAME, ''))) return [];
  const named = sentence.replace(form, `${product} `);
  return readFixSentence(named, products).fixed.filter(
    (fix) => fix.product === product && (majors.size === 0 || majors.has(fix.major)),
  );
}
