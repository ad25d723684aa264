import type { KnownFlaw } from '../../model/known-facts.ts';
import { textsAt } from '../kinds/json-path.ts';
import { type FactReader, strangeShape } from './facts-read.ts';
import { findList } from './find-list.ts';
import { readCves, readDay } from './read-fields.ts';

/** The security advisories of the Xen Project. Those that are not public yet have no CVE. */
export const readXsa: FactReader = (document) => {
  const list = findList(document, 'xsas');
  if (list === undefined) return strangeShape('no list at "xsas"');
  const flaws = list.flatMap(toFlaws);
  if (flaws.length > 0) return { kind: 'read', content: { flaws } };
  return strangeShape(`none of ${list.length} advisories has a cve`);
};

function toFlaws(item: unknown): KnownFlaw[] {
  const number = /^\d+$/.exec(textsAt(item, 'xsa')[0] ?? '')?.[0];
  const addedOn = readDay(item, 'public_time');
  return readCves(item, 'cve').map((cve) => ({
    cve,
    product: 'Xen',
    ...(number !== undefined && { advisory: `XSA-${number}` }),
    ...(addedOn !== undefined && { addedOn }),
  }));
}
