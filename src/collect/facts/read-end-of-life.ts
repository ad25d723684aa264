import type { FactContent } from '../../model/open-data.ts';
import { type FactReader, strangeShape } from './facts-read.ts';
import { findList } from './find-list.ts';
import { readDay, readName } from './read-fields.ts';

type Cycles = NonNullable<FactContent['cycles']>;

/**
 * One product of endoflife.date, version 1 of its API. `eolFrom` is when security fixes stop, which
 * is the end of general support with VMware and of extended support with Microsoft.
 */
export const readEndOfLife: FactReader = (document) => {
  const list = findList(document, 'result.releases');
  if (list === undefined) return strangeShape('no list at "result.releases"');
  const cycles = list.flatMap(toCycle);
  if (cycles.length > 0) return { kind: 'read', content: { cycles } };
  return strangeShape(`none of ${list.length} releases has a name`);
};

function toCycle(item: unknown): Cycles {
  const name = readName(item, 'name');
  if (name === undefined) return [];
  const label = readName(item, 'label');
  // "2012 R2" for "2012-R2"; a label that adds a codename or "(LTS)" would be no version.
  const cycle = label !== undefined && bare(label) === bare(name) ? label : name;
  const latest = readName(item, 'latest.name');
  const latestOn = readDay(item, 'latest.date');
  const supportEndsOn = readDay(item, 'eolFrom');
  return [
    {
      cycle,
      ...(latest !== undefined && { latest }),
      ...(latestOn !== undefined && { latestOn }),
      ...(supportEndsOn !== undefined && { supportEndsOn }),
    },
  ];
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}
