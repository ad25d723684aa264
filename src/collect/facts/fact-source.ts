import type { FactPart, OpenData } from '../../model/open-data.ts';
import type { Source } from '../../model/source.ts';

/** A month of MSRC is about 20 MB. */
export const MOST_BYTES_OF_FACTS = 50_000_000;

/** A list as a source, so that it is asked for as politely, as guarded and as patiently as one. */
export function sourceOfFacts({ id, name, url, product, request }: OpenData): Source {
  const label = product === undefined ? name : `${name} (${product})`;
  return { id, name: label, url, kind: 'json', isVendor: false, ...(request && { request }) };
}

/** The same for one of the documents that a list is in. */
export function sourceOfPart(list: OpenData, { id, url }: FactPart): Source {
  return { ...sourceOfFacts(list), id: `${list.id}/${id}`, name: `${list.name} (${id})`, url };
}
