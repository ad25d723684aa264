import { splitSentences } from '../../words/split-sentences.ts';
import { type PlacedVersion, placeVersions } from '../versions/place-versions.ts';
import { type ProductNames, WELL_KNOWN_PRODUCTS } from '../versions/product-names.ts';
import { chainsOf } from '../versions/version-chains.ts';
import { type AdvisoryPart, advisoryParts } from './advisory-parts.ts';
import { findServerUpdate, numberOfUpdate } from './find-server-update.ts';
import { findSubject, type Subject } from './find-subject.ts';
import { readAffectedItem, readFixedItem, readFixRow } from './read-fix-item.ts';
import { type ReadFixes, readFixSentence } from './read-fix-sentence.ts';
import { readSubjectFixes } from './read-subject-fixes.ts';
import { readTitledFix } from './read-titled-fix.ts';

const NOT_AFFECTED = /\b(?:not (?:affected|vulnerable|impacted)|unaffected)\b/gi;
/** Between a version and these words: "XCP-ng 8.3: not affected". */
const LEADS_TO_DENIAL = /^\s*(?:[:(|–—-]\s*)?(?:(?:is|are|was|were)\s+)?$/i;
const LONGEST_LIST = 120;

/** Versions that a report says are affected by a flaw, or hold its fix. */
export interface Fixes {
  readonly affected: readonly string[];
  readonly fixed: readonly string[];
}

/**
 * Reads what an advisory says of versions of known products: in sentences, in lists under a heading or
 * a label, in tables. What is not plain is left out: a version under the wrong product would be worse.
 */
export function findFixes(text: string, known = WELL_KNOWN_PRODUCTS): Fixes {
  if (!/\d/.test(text)) return { affected: [], fixed: [] };
  const products = known.withNeighbours;
  const subject = findSubject(text, products);
  const read = advisoryParts(text, products).map((part) => readPart(part, products, subject));
  const fixed = distinct([...read.flatMap((each) => each.fixed), ...readTitledFix(text, products)]);
  const spared = findSpared(text, products);
  const affected = distinct(read.flatMap((each) => each.affected)).filter(
    (version) => !fixed.includes(version) && !spared.has(version),
  );
  return { affected, fixed };
}

/** Versions that a text says are not affected: what an update is for may be one of them. */
function findSpared(text: string, products: ProductNames): Set<string> {
  const spared = [...text.matchAll(NOT_AFFECTED)].flatMap(({ index }) => {
    const before = text.slice(Math.max(0, index - LONGEST_LIST), index);
    const chain = chainsOf(before, placeVersions(before, products)).at(-1) ?? [];
    return LEADS_TO_DENIAL.test(before.slice(chain.at(-1)?.end)) ? chain : [];
  });
  return new Set(spared.map((version) => version.text));
}

function readPart(
  part: AdvisoryPart,
  products: ProductNames,
  subject: Subject | undefined,
): ReadFixes {
  if (part.kind === 'row') return readFixRow(part.line, part.table, products);
  if (part.kind === 'prose') return readProse(part.text, products, subject);
  if (part.role === 'affected') return readAffectedItem(part.line, products);
  const found = readFixedItem(part.line, products);
  if (found.fixed.length > 0 || !subject || !/^v?\d+\.\d/.test(part.line)) return found;
  return { ...found, fixed: readSubjectFixes(`Fixed in version ${part.line}`, subject, products) };
}

/** A sentence may lean on one before it: "The flaw is in ESXi 8.0. It is grave. Update 3d fixes it." */
function readProse(text: string, products: ProductNames, subject: Subject | undefined): ReadFixes {
  let before: readonly PlacedVersion[] = [];
  const read = splitSentences(text).map((sentence) => {
    const update = findServerUpdate(sentence, products);
    if (update) return { affected: [], fixed: [update] };
    const found = readFixSentence(sentence, products, before);
    if (found.affected.length > 0 || products.findIn(sentence).length > 0) before = found.affected;
    if (found.fixed.length > 0 || !subject) return found;
    return { ...found, fixed: readSubjectFixes(sentence, subject, products) };
  });
  return {
    affected: read.flatMap(({ affected }) => affected),
    fixed: read.flatMap(({ fixed }) => fixed),
  };
}

/** Once each; "ESXi80U3e-24674464" says no more than "ESXi 8.0 Update 3e" beside it. */
function distinct(versions: readonly PlacedVersion[]): string[] {
  const texts = new Map<string, string>();
  for (const { product, version, text } of versions) {
    const name = `${product} ${version}`;
    const update = numberOfUpdate(text);
    const key = update ?? (text.startsWith(name) ? text : name);
    const known = texts.get(key);
    const saysMore = update !== undefined && known !== undefined && text.length > known.length;
    if (known === undefined || text === name || saysMore) texts.set(key, text);
  }
  return [...texts.values()];
}
