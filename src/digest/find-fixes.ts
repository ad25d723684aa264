import { findVersions } from './find-versions.ts';
import { WELL_KNOWN_PRODUCTS } from './product-names.ts';
import { splitSentences } from './split-sentences.ts';

const FIXED =
  /\b(?:fixed|patched|resolved|addressed|remediated|corrected|closed)\s+(?:in|by|with)\b|\b(?:upgrade|update|move)(?:d|s)?\s+to\b|\bfixed (?:version|release)s?\b|\bfix(?:es)? (?:is|are) (?:in|part of)\b|\bcontains? the fix/i;
const AFFECTED =
  /\b(?:affects?|affected|affecting|vulnerable|impacts?|impacted)\b|\b(?:versions? )?(?:prior to|earlier than|before version|up to and including)\b/i;

/** Versions that a report says are affected by a flaw, or hold its fix. */
export interface Fixes {
  readonly affected: readonly string[];
  readonly fixed: readonly string[];
}

/** Reads what sentences say of versions of known products; one that says both counts as the fix. */
export function findFixes(text: string, products = WELL_KNOWN_PRODUCTS): Fixes {
  const affected = new Set<string>();
  const fixed = new Set<string>();
  for (const sentence of splitSentences(text)) {
    const target = FIXED.test(sentence) ? fixed : AFFECTED.test(sentence) ? affected : undefined;
    if (!target) continue;
    for (const version of findVersions(sentence, products)) {
      if (version.isKnown) target.add(version.text);
    }
  }
  return { affected: [...affected].filter((text) => !fixed.has(text)), fixed: [...fixed] };
}
