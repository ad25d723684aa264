import type { KnownFlaw } from '../../model/known-facts.ts';
import { textsAt } from '../kinds/json-path.ts';
import { type FactReader, strangeShape } from './facts-read.ts';
import { findList } from './find-list.ts';
import { readCves, readDay, readName } from './read-fields.ts';

/** CISA's catalog of known exploited vulnerabilities: whatever stands in it is exploited. */
export const readKev: FactReader = (document) => {
  const list = findList(document, 'vulnerabilities');
  if (list === undefined) return strangeShape('no list at "vulnerabilities"');
  const flaws = list.flatMap(toFlaws);
  if (flaws.length > 0) return { kind: 'read', content: { flaws } };
  return strangeShape(`none of ${list.length} vulnerabilities has a cveID`);
};

function toFlaws(item: unknown): KnownFlaw[] {
  const product = nameProduct(item);
  const addedOn = readDay(item, 'dateAdded');
  const isRansomware = textsAt(item, 'knownRansomwareCampaignUse')[0] === 'Known';
  return readCves(item, 'cveID').map((cve) => ({
    cve,
    isExploited: true,
    ...(isRansomware && { isRansomware }),
    ...(product !== undefined && { product }),
    ...(addedOn !== undefined && { addedOn }),
  }));
}

/** Hyper-V stands under the product Windows; only the name of its flaws tells. */
function nameProduct(item: unknown): string | undefined {
  if (/\bHyper-V\b/i.test(textsAt(item, 'vulnerabilityName')[0] ?? '')) return 'Hyper-V';
  const parts = [readName(item, 'vendorProject'), readName(item, 'product')];
  return parts.filter(Boolean).join(' ') || undefined;
}
